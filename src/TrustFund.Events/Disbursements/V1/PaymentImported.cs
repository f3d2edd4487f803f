namespace TrustFund.Events.Disbursements.V1;

/// <summary>A payment of the past was imported as a fact: it counts even where it exceeds its contract or the cash there was.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DisbursementId">Id of the disbursement.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window the contract is reported under; null for a cross-window action.</param>
/// <param name="Kind">`pre-financing`, `interim` or `final`.</param>
/// <param name="Amount">What was paid, above zero.</param>
/// <param name="PaidOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
/// <param name="Attribution">Whose money it paid with, adding up to the amount; every part above zero.</param>
public sealed record PaymentImported(
    string Fund,
    string DisbursementId,
    string ContractId,
    string Partner,
    string? Window,
    string Kind,
    Money Amount,
    DateOnly PaidOn,
    string BankReference,
    IReadOnlyList<AttributedAmount> Attribution) : IFundEvent
{
    string IFundEvent.Subject => DisbursementId;

    DateOnly? IFundEvent.ValueDate => PaidOn;

    string? IFundEvent.Document => DisbursementId;
}
