namespace TrustFund.Events.Contracts.V1;

/// <summary>The Operational Committee raised or lowered an action: contracts may be signed up to its new amount.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ActionId">Id of the action.</param>
/// <param name="RiderId">Id of the rider.</param>
/// <param name="By">By how much the action changes: above zero when it rises, below zero when it falls, zero when only its ceiling of co-financing changes.</param>
/// <param name="Parts">What it changes in each window, every part with the sign of the whole, adding up to it; empty when that is zero.</param>
/// <param name="CrossWindow">Whether the action spans windows.</param>
/// <param name="ApprovedOn">Date of the approval.</param>
/// <param name="Reference">The fund's own reference of the rider, unique among its riders.</param>
/// <param name="Reason">Why.</param>
/// <param name="CoFinancingCeiling">The action's new ceiling of co-financing; unchanged when null.</param>
public sealed record RiderApproved(
    string Fund,
    string ActionId,
    string RiderId,
    Money By,
    IReadOnlyList<WindowAmount> Parts,
    bool CrossWindow,
    DateOnly ApprovedOn,
    string Reference,
    string Reason,
    Money? CoFinancingCeiling = null) : IFundEvent
{
    string IFundEvent.Subject => ActionId;

    DateOnly? IFundEvent.ValueDate => ApprovedOn;
}
