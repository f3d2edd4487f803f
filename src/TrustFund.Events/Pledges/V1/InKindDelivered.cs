namespace TrustFund.Events.Pledges.V1;

/// <summary>Units that a donor promised were delivered. Never part of a money total.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Quantity">How many units, above zero.</param>
/// <param name="Unit">The unit, such as `place`.</param>
/// <param name="DeliveredOn">When they were delivered.</param>
/// <param name="Reference">Reference of the report that says so; null when there is none.</param>
public sealed record InKindDelivered(
    string Fund,
    string PledgeId,
    string Donor,
    decimal Quantity,
    string Unit,
    DateOnly DeliveredOn,
    string? Reference) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => DeliveredOn;
}
