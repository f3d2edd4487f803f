namespace TrustFund.Events.Disbursements.V1;

/// <summary>
/// The receipt that a returned refund had become was corrected: the bank's entry it was booked under stands for something else, and may be booked
/// anew. It moves no cash; the correction itself does.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the refund's request.</param>
/// <param name="BankReference">The bank's reference of the entry that is free again.</param>
/// <param name="Reason">Why the receipt was corrected.</param>
public sealed record RefundReturnCancelled(
    string Fund,
    string RequestId,
    string BankReference,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
