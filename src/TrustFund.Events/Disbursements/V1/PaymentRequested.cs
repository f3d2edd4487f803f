namespace TrustFund.Events.Disbursements.V1;

/// <summary>A payment to a partner was requested.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DisbursementId">Id of the disbursement.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Kind">`pre-financing`, `interim` or `final`.</param>
/// <param name="Amount">What is to be paid, above zero.</param>
/// <param name="Invoice">The partner's reference.</param>
/// <param name="RequestedOn">When it was requested.</param>
/// <param name="Reference">The fund's own reference, where one was given.</param>
/// <param name="AccountId">Id of the partner's verified bank account it is to be paid to; null in requests of before accounts were kept.</param>
/// <param name="Iban">That account's number, frozen into the payment.</param>
public sealed record PaymentRequested(
    string Fund,
    string DisbursementId,
    string ContractId,
    string Partner,
    string Kind,
    Money Amount,
    string Invoice,
    DateOnly RequestedOn,
    string? Reference,
    string? AccountId = null,
    string? Iban = null) : IFundEvent
{
    string IFundEvent.Subject => DisbursementId;

    DateOnly? IFundEvent.ValueDate => RequestedOn;
}
