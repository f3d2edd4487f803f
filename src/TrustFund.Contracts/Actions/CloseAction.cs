using TrustFund.Contracts.Deadlines;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Reading;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Actions;

/// <summary>
/// The contracting deadline has passed: what an action did not contract returns to the fund, where a decommitment after the deadline would
/// go. The clock asks; asked again, or too early, it records nothing.
/// </summary>
sealed record CloseAction(string Fund, string ActionId) : Command<Acted>
{
    public override IEnumerable<StateKey> Touches(States states)
    {
        yield return StateKey.Of<Fund>(Fund);
        yield return StateKey.Of<Deadline>(Deadline.KeyOf(Fund, DeadlineKind.Contracting));
        yield return StateKey.Of<FundAction>(ActionId);
        foreach (var part in states.SeenSoFar<FundAction>(ActionId)?.Split ?? [])
            yield return Window.Key(Fund, part.Window);
    }

    public override Decision Decide(States states)
    {
        if (states.Find<FundAction>(ActionId) is not { ClosedOn: null } action
            || states.Find<Deadline>(Deadline.KeyOf(Fund, DeadlineKind.Contracting)) is not { } deadline
            || !deadline.HasPassed())
        {
            return Decision.Record();
        }
        var released = Money.Max(action.Remaining(), action.Amount(0));
        var fromApproved = ReturnToFund.FromApproved(action, released);
        return Decision
            .Record(new ActionClosed(
                Fund,
                ActionId,
                released,
                fromApproved,
                ReturnToFund.ToPool(states, Fund, fromApproved),
                deadline.LastDay.AddDays(1),
                $"The contracting deadline, {deadline.LastDay:yyyy-MM-dd}, has passed."))
            .LinkedTo(action.TraceParent);
    }

    public override Acted View(States states) => new(states.Find<FundAction>(ActionId)?.ClosedOn);
}
