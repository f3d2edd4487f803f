namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor promised more units, or fewer.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="By">How many more; below zero when fewer.</param>
/// <param name="Unit">The unit, such as `place`.</param>
/// <param name="ChangedOn">When it was changed.</param>
/// <param name="Reason">Why.</param>
public sealed record InKindChanged(
    string Fund,
    string PledgeId,
    string Donor,
    decimal By,
    string Unit,
    DateOnly ChangedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => ChangedOn;
}
