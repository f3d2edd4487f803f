namespace TrustFund.Events.Disbursements.V1;

/// <summary>
/// Money of a recovery order had been booked by mistake, and the booking is taken back whole: the partner owes it again, and the contract's net
/// paid is higher by it.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RecoveryId">Id of the recovery order.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window the contract is reported under; null for a cross-window action.</param>
/// <param name="Amount">What had been booked, above zero.</param>
/// <param name="ReversedOn">The date on which the correction takes effect.</param>
/// <param name="Reason">Why.</param>
/// <param name="Attribution">Whose money it had given back, and is paid out again: exactly the parts of the receipt.</param>
/// <param name="ReceiptId">Id of the receipt; the bank's reference where the receipt has none.</param>
public sealed record RecoveryCashReversed(
    string Fund,
    string RecoveryId,
    string ContractId,
    string Partner,
    string? Window,
    Money Amount,
    DateOnly ReversedOn,
    string Reason,
    IReadOnlyList<AttributedAmount> Attribution,
    string ReceiptId) : IFundEvent
{
    string IFundEvent.Subject => RecoveryId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Reverses => $"{RecoveryId}/{ReceiptId}";
}
