namespace TrustFund.Events.Pledges.V1;

/// <summary>Money that waited unallocated came within the certified amount: the fund may spend it from now on.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What is allocated, above zero.</param>
/// <param name="AllocatedOn">When it was allocated.</param>
/// <param name="Earmarked">The parts of the allocated amount that belong to windows' earmarks; the rest is pooled. Null when all is pooled.</param>
/// <param name="ReceiptId">The receipt that waited, for a pledge in another currency than the fund's; null else.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="OriginalEarmarked">The earmarked parts in the pledge's own currency; null as well when all is pooled.</param>
public sealed record ContributionAllocated(
    string Fund,
    string PledgeId,
    string Donor,
    Money Amount,
    DateOnly AllocatedOn,
    IReadOnlyList<WindowAmount>? Earmarked = null,
    string? ReceiptId = null,
    Money? Original = null,
    IReadOnlyList<WindowAmount>? OriginalEarmarked = null) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => AllocatedOn;
}
