namespace TrustFund.Events.Disbursements.V1;

/// <summary>The payment a recovery order was set off against was reversed or returned, and the set-off with it: the order is open again by as much.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RecoveryId">Id of the recovery order.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window the contract is reported under; null for a cross-window action.</param>
/// <param name="Amount">What had been set off.</param>
/// <param name="DisbursementId">Id of the disbursement.</param>
/// <param name="ReversedOn">When the payment was taken back.</param>
/// <param name="Attribution">Whose money it paid with, adding up to the amount; every part above zero.</param>
public sealed record RecoveryOffsetReversed(
    string Fund,
    string RecoveryId,
    string ContractId,
    string Partner,
    string? Window,
    Money Amount,
    string DisbursementId,
    DateOnly ReversedOn,
    IReadOnlyList<AttributedAmount> Attribution) : IFundEvent
{
    string IFundEvent.Subject => RecoveryId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;
}
