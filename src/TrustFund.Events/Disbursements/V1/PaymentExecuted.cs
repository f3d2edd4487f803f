namespace TrustFund.Events.Disbursements.V1;

/// <summary>The payment left the fund's account.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DisbursementId">Id of the disbursement.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window the contract is reported under; null for a cross-window action.</param>
/// <param name="Amount">What was paid, gross of what was set off.</param>
/// <param name="PaidOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
/// <param name="Attribution">Whose money it paid with, frozen: the parts add up to the amount. Null in payments of before it was kept.</param>
/// <param name="Offset">What recovery orders set off against it took: the bank paid Amount less this. Null for nothing.</param>
/// <param name="Iban">The account it was paid to.</param>
public sealed record PaymentExecuted(
    string Fund,
    string DisbursementId,
    string ContractId,
    string Partner,
    string? Window,
    Money Amount,
    DateOnly PaidOn,
    string BankReference,
    IReadOnlyList<AttributedAmount>? Attribution = null,
    Money? Offset = null,
    string? Iban = null) : IFundEvent
{
    string IFundEvent.Subject => DisbursementId;

    DateOnly? IFundEvent.ValueDate => PaidOn;

    string? IFundEvent.Document => DisbursementId;
}
