namespace TrustFund.Events.Disbursements.V1;

/// <summary>A third person authorised the payment: contract ceiling and cash are reserved for it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DisbursementId">Id of the disbursement.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Amount">What is reserved.</param>
/// <param name="InPlaceOf">Opaque id of the officer whose delegate authorised it; null for one who did so in their own right.</param>
public sealed record PaymentAuthorised(
    string Fund,
    string DisbursementId,
    string ContractId,
    Money Amount,
    string? InPlaceOf = null) : IFundEvent
{
    string IFundEvent.Subject => DisbursementId;

    DateOnly? IFundEvent.ValueDate => null;
}
