using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Pledges;

/// <summary>A donor's pledges to a fund, the first of them: where there is one alone, its money needs no other reference. Its id is the fund's code and the donor's.</summary>
public sealed record DonorPledges : State
{
    /// <summary>More than a person chooses from, and few enough for a row that every announcement writes.</summary>
    public const int Kept = 50;

    /// <summary>Ids of the first pledges, in the order in which they were announced.</summary>
    public required IReadOnlyList<string> Pledges { get; init; }

    /// <summary>How many pledges there are in all.</summary>
    public required int Announced { get; init; }

    /// <summary>The state's id.</summary>
    public static string IdOf(string fund, string donor) => $"{fund}/{donor}";

    internal static void Apply(States states, PledgeAnnounced fact)
    {
        var id = IdOf(fact.Fund, fact.Donor);
        var before = states.Find<DonorPledges>(id) ?? new DonorPledges { Id = id, Pledges = [], Announced = 0 };
        states.Put(before with
        {
            Pledges = before.Pledges.Count < Kept ? [.. before.Pledges, fact.PledgeId] : before.Pledges,
            Announced = before.Announced + 1,
        });
    }
}
