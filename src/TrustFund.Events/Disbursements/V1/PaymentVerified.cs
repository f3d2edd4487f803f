namespace TrustFund.Events.Disbursements.V1;

/// <summary>A second person verified the request.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DisbursementId">Id of the disbursement.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Amount">What is to be paid.</param>
public sealed record PaymentVerified(
    string Fund,
    string DisbursementId,
    string ContractId,
    Money Amount) : IFundEvent
{
    string IFundEvent.Subject => DisbursementId;

    DateOnly? IFundEvent.ValueDate => null;
}
