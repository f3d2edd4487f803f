namespace TrustFund.Events.Disbursements.V1;

/// <summary>The payment was refused before it was executed; what was reserved for it is free again.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DisbursementId">Id of the disbursement.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Amount">What is not paid.</param>
/// <param name="WasReserved">Whether ceiling and cash had been reserved for it.</param>
/// <param name="Reason">Why.</param>
public sealed record PaymentRejected(
    string Fund,
    string DisbursementId,
    string ContractId,
    Money Amount,
    bool WasReserved,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => DisbursementId;

    DateOnly? IFundEvent.ValueDate => null;
}
