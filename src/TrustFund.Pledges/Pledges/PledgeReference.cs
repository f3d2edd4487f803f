using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Pledges;

/// <summary>Which pledge of a fund a reference stands for. Files of history name pledges so.</summary>
public sealed record PledgeReference : State
{
    public required string PledgeId { get; init; }

    /// <summary>Whether a later pledge of history has the same reference: it then names none of them.</summary>
    public required bool Ambiguous { get; init; }

    /// <summary>The state's id: references do not differ by letter case or blanks around them alone.</summary>
    public static string IdOf(string fund, string reference) => $"{fund}/{reference.Trim().ToUpperInvariant()}";

    internal static IEnumerable<StateKey> Touches(string fund, string? reference) =>
        string.IsNullOrWhiteSpace(reference) ? [] : [StateKey.Of<PledgeReference>(IdOf(fund, reference))];

    internal static void Apply(States states, PledgeAnnounced fact)
    {
        if (string.IsNullOrWhiteSpace(fact.Reference))
            return;
        var id = IdOf(fact.Fund, fact.Reference);
        states.Put(states.Find<PledgeReference>(id) is { } earlier
            ? earlier with { Ambiguous = true }
            : new PledgeReference { Id = id, PledgeId = fact.PledgeId, Ambiguous = false });
    }
}
