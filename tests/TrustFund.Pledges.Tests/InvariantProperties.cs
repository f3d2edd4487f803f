using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck.Xunit;
using TrustFund.Journal;

namespace TrustFund.Pledges.Tests;

/// <summary>Random scripts, their messages from Contracts repeated, never break an invariant. A failure prints its seed as <c>Replay</c>.</summary>
public sealed class InvariantProperties
{
    [Property(MaxTest = 300, EndSize = 200)]
    public void No_script_breaks_an_invariant(Step[] steps)
    {
        var given = new Given();
        var script = new Script(given);
        foreach (var step in steps)
        {
            script.Play(step);
            Invariants.Hold(given);
        }
    }

    [Property(MaxTest = 100, EndSize = 200)]
    public void The_rows_are_the_fold_of_the_journal(Step[] steps)
    {
        var given = new Given();
        var script = new Script(given);
        foreach (var step in steps)
            script.Play(step);

        var folded = States.Everything();
        foreach (var recorded in given.Service.Journal)
            new PledgesEvolution().Apply(folded, recorded);

        Assert.Equal(Rows(given.Service.All), Rows(folded.All));
    }

    [Property(MaxTest = 50, EndSize = 200)]
    public void A_row_is_read_as_it_was_kept(Step[] steps)
    {
        var given = new Given();
        var script = new Script(given);
        foreach (var step in steps)
            script.Play(step);

        Assert.All(given.Service.All, state =>
        {
            var kept = JsonSerializer.Serialize(state, state.GetType(), Kept);
            Assert.Equal(kept, JsonSerializer.Serialize(JsonSerializer.Deserialize(kept, state.GetType(), Kept), state.GetType(), Kept));
        });
    }

    static readonly JsonSerializerOptions Kept = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    static SortedDictionary<string, string> Rows(IEnumerable<State> states) => new(
        states.ToDictionary(state => $"{state.GetType().Name} {state.Id}", state => JsonSerializer.Serialize(state, state.GetType())),
        StringComparer.Ordinal);
}
