using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Donors;

namespace TrustFund.Pledges.Funds;

/// <summary>Which window of a fund a name stands for: files of others name windows so.</summary>
public sealed record WindowName : State
{
    public required string Code { get; init; }

    /// <summary>Whether another window of the fund has the same name: it then stands for none of them.</summary>
    public required bool Ambiguous { get; init; }

    /// <summary>The state's id: names are folded as donors' names are.</summary>
    public static string IdOf(string fund, string name) => $"{fund}/{DonorName.IdOf(name)}";

    internal static void Apply(States states, WindowOpened fact)
    {
        var id = IdOf(fact.Fund, fact.Name);
        states.Put(states.Find<WindowName>(id) is { } earlier
            ? earlier with { Ambiguous = true }
            : new WindowName { Id = id, Code = fact.Window, Ambiguous = false });
    }
}
