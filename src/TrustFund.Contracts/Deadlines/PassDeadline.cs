using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Deadlines;

/// <summary>The last day of a deadline is over. The clock asks; asked again, or too early, it records nothing.</summary>
sealed record PassDeadline(string Fund, DeadlineKind Kind) : Command<Acted>
{
    public override IEnumerable<StateKey> Touches(States states) => [StateKey.Of<Deadline>(Deadline.KeyOf(Fund, Kind))];

    public override Decision Decide(States states) =>
        states.Find<Deadline>(Deadline.KeyOf(Fund, Kind)) is { Awaited: true } deadline && !deadline.HasPassed() && Deadline.IsOver(deadline.LastDay, At)
            ? Decision.Record(new DeadlinePassed(Fund, Deadline.NameOf(Kind), deadline.LastDay))
            : Decision.Record();

    public override Acted View(States states) => new(states.Find<Deadline>(Deadline.KeyOf(Fund, Kind))?.Passed);
}

/// <summary>What the clock hears back: until when the thing was acted on.</summary>
sealed record Acted(DateOnly? On);
