namespace TrustFund.Events.Contracts.V1;

/// <summary>The contracting deadline passed: what was not contracted of an action left it for the fund.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ActionId">Id of the action.</param>
/// <param name="Released">What was approved and not contracted, zero or more: the action's approved amount is lower by it.</param>
/// <param name="FromApproved">What the windows' approved amounts lose, adding up to it.</param>
/// <param name="ToPool">What leaves the windows for the fund's pool: what they had by allocation; the rest was earmarked and stays with its window.</param>
/// <param name="ClosedOn">The first day after the deadline.</param>
/// <param name="Reason">Why.</param>
public sealed record ActionClosed(
    string Fund,
    string ActionId,
    Money Released,
    IReadOnlyList<WindowAmount> FromApproved,
    IReadOnlyList<WindowAmount> ToPool,
    DateOnly ClosedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => ActionId;

    DateOnly? IFundEvent.ValueDate => ClosedOn;
}
