namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor promised something that is not money, such as resettlement places. Never part of a money total.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Quantity">How many units, above zero.</param>
/// <param name="Unit">The unit, such as `place`.</param>
/// <param name="AnnouncedOn">When it was announced.</param>
/// <param name="Note">Where the promise was made.</param>
public sealed record InKindPledged(
    string Fund,
    string PledgeId,
    string Donor,
    decimal Quantity,
    string Unit,
    DateOnly AnnouncedOn,
    string? Note) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => AnnouncedOn;
}
