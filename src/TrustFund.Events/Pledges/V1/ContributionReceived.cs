namespace TrustFund.Events.Pledges.V1;

/// <summary>Money of a donor arrived on the fund's account. What exceeds the certified amount waits unallocated and is not spent.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="ReceiptId">Id of the receipt.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What arrived, above zero: allocated and unallocated together.</param>
/// <param name="Allocated">The part within the certified amount: the fund may spend it.</param>
/// <param name="Unallocated">The part above it: held, never spent.</param>
/// <param name="ReceivedOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="Rate">The rate it was converted at; null when the pledge is kept in the fund's currency, or the amount was worked out from what is booked.</param>
/// <param name="Earmarked">The parts of the allocated amount that belong to windows' earmarks; the rest is pooled. Null when all is pooled.</param>
/// <param name="OriginalAllocated">The allocated part in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="OriginalEarmarked">The earmarked parts in the pledge's own currency; null as well when all is pooled.</param>
public sealed record ContributionReceived(
    string Fund,
    string PledgeId,
    string ReceiptId,
    string Donor,
    Money Amount,
    Money Allocated,
    Money Unallocated,
    DateOnly ReceivedOn,
    string BankReference,
    Money? Original = null,
    RateQuote? Rate = null,
    IReadOnlyList<WindowAmount>? Earmarked = null,
    Money? OriginalAllocated = null,
    IReadOnlyList<WindowAmount>? OriginalEarmarked = null) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => ReceivedOn;

    string? IFundEvent.Document => ReceiptId;
}
