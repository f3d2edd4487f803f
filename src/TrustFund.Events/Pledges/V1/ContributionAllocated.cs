namespace TrustFund.Events.Pledges.V1;

/// <summary>Money that waited unallocated came within the certified amount: the fund may spend it from now on.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What is allocated, above zero.</param>
/// <param name="AllocatedOn">When it was allocated.</param>
public sealed record ContributionAllocated(
    string Fund,
    string PledgeId,
    string Donor,
    Money Amount,
    DateOnly AllocatedOn) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => AllocatedOn;
}
