using System.Text.Json;
using TrustFund.Simulation.Tests.Bus;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>
/// What <c>verify</c> proves: all followed facts, then all own ones, folded from nothing, give the rows as they are kept, with their
/// versions. Followed facts whose effect depended on what the service itself had done by then would give others.
/// </summary>
static class Folding
{
    public static void MustGiveTheRows(World world, Node node)
    {
        var kept = Written(node.Service.All);
        foreach (var state in node.Service.All)
            MustSurviveBeingWritten(state);
        var sources = node.Cursors.Keys.Order(StringComparer.Ordinal).ToList();
        Compare(node, kept, sources.SelectMany(Followed));
        if (sources.Count > 1)
            Compare(node, kept, Enumerable.Reverse(sources).SelectMany(Followed));

        IEnumerable<Recorded> Followed(string source) => world[source].After(0, (int)node.Cursors[source]);
    }

    static void Compare(Node node, SortedDictionary<string, string> kept, IEnumerable<Recorded> followed)
    {
        var states = States.Everything();
        foreach (var recorded in followed.Where(recorded => node.Evolution.Follows.Contains(recorded.Event.GetType())).Concat(node.Wire))
            node.Evolution.Apply(states, recorded);
        var folded = Written(states.All);
        Assert.Equal(kept.Keys, folded.Keys);
        foreach (var (key, row) in kept)
        {
            if (row != folded[key])
                Assert.Fail($"{node.Name} keeps {key} as {row}; its journals come to {folded[key]}.");
        }
    }

    /// <summary>A row that is written and read again is the same.</summary>
    static void MustSurviveBeingWritten(State state)
    {
        var written = JsonSerializer.Serialize(state, state.GetType());
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize(written, state.GetType()), state.GetType()));
    }

    static SortedDictionary<string, string> Written(IEnumerable<State> states) => new(
        states.ToDictionary(state => $"{state.GetType().Name} {state.Id}", state => JsonSerializer.Serialize(state, state.GetType())),
        StringComparer.Ordinal);
}
