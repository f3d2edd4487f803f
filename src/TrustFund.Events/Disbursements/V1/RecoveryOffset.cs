namespace TrustFund.Events.Disbursements.V1;

/// <summary>A recovery order was set off against a payment to the same partner: the bank paid the payment less this.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RecoveryId">Id of the recovery order.</param>
/// <param name="ContractId">Id of the contract the order was established under; its net paid is lower by the amount.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window the contract is reported under; null for a cross-window action.</param>
/// <param name="Amount">What was set off, above zero.</param>
/// <param name="DisbursementId">Id of the disbursement it was set off against.</param>
/// <param name="OffsetOn">Value date of that payment.</param>
/// <param name="Attribution">Whose money it gives back, adding up to the amount; every part above zero.</param>
public sealed record RecoveryOffset(
    string Fund,
    string RecoveryId,
    string ContractId,
    string Partner,
    string? Window,
    Money Amount,
    string DisbursementId,
    DateOnly OffsetOn,
    IReadOnlyList<AttributedAmount> Attribution) : IFundEvent
{
    string IFundEvent.Subject => RecoveryId;

    DateOnly? IFundEvent.ValueDate => OffsetOn;
}
