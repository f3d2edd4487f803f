namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor withdrew its pledge. This is the intent: what of the pledge ends is told by `PledgeReduced` and `ReductionRequested` facts beside it, and what arrived stays until it is refunded.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="WithdrawnOn">When it was withdrawn.</param>
/// <param name="Reason">Why.</param>
public sealed record PledgeWithdrawn(
    string Fund,
    string PledgeId,
    string Donor,
    DateOnly WithdrawnOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => WithdrawnOn;
}
