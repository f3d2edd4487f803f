namespace TrustFund.Events.Disbursements.V1;

/// <summary>A partner paid back: money of a recovery order arrived on the fund's account. It is not income; the contract's net paid is lower by it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RecoveryId">Id of the recovery order.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window the contract is reported under; null for a cross-window action.</param>
/// <param name="Amount">What arrived, above zero: a fact of the bank, which may be more than the order.</param>
/// <param name="CashedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
/// <param name="Attribution">Whose money it gives back, adding up to the amount; every part above zero.</param>
/// <param name="ReceiptId">Id of this receipt of the order; null in facts of before receipts had one, where the bank's reference stands for it.</param>
public sealed record RecoveryCashed(
    string Fund,
    string RecoveryId,
    string ContractId,
    string Partner,
    string? Window,
    Money Amount,
    DateOnly CashedOn,
    string BankReference,
    IReadOnlyList<AttributedAmount> Attribution,
    string? ReceiptId = null) : IFundEvent
{
    string IFundEvent.Subject => RecoveryId;

    DateOnly? IFundEvent.ValueDate => CashedOn;

    string? IFundEvent.Document => $"{RecoveryId}/{ReceiptId ?? BankReference}";
}
