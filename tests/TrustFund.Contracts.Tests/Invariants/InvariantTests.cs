using System.Text.Json;
using FsCheck.Xunit;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Tests.Invariants;

public sealed class InvariantTests
{
    [Property(MaxTest = 200, StartSize = 100, EndSize = 600, Arbitrary = [typeof(Steps)])]
    public void No_interleaving_of_commands_and_followed_facts_breaks_an_invariant(Step[] steps, byte capPercent)
    {
        var scene = new Scene(capPercent: capPercent % 3 * 5);
        var story = new Story(scene);
        foreach (var step in steps)
        {
            story.Tell(step);
            story.CheckInvariants(step);
        }
    }

    [Property(MaxTest = 60, StartSize = 100, EndSize = 600, Arbitrary = [typeof(Steps)])]
    public void Folding_every_followed_fact_and_then_every_own_one_gives_the_rows_as_they_are(Step[] steps, bool disbursementsFirst)
    {
        var scene = new Scene();
        var story = new Story(scene);
        foreach (var step in steps)
            story.Tell(step);

        var folded = States.Everything();
        var evolution = new ContractsEvolution();
        var followed = scene.Followed.OrderBy(fact => fact.Source == "disbursements" ^ disbursementsFirst).ThenBy(fact => fact.Sequence);
        foreach (var recorded in followed.Concat(scene.Service.Journal))
            evolution.Apply(folded, recorded);

        Assert.Equal(Written(scene.Service.All), Written(folded.All));
    }

    /// <summary>Random stories prove nothing if they never get anywhere; this one is always the same.</summary>
    [Property(MaxTest = 1, Replay = "(2018,21)", Arbitrary = [typeof(Chronicles)])]
    public void A_long_story_comes_to_every_kind_of_fact(Chronicle chronicle)
    {
        var scene = new Scene();
        var story = new Story(scene);
        foreach (var step in chronicle.Steps)
            story.Tell(step);

        var kinds = scene.Service.Journal.CountBy(recorded => recorded.Event switch
        {
            ContractDecommitted { Destination: "fund", ToPool: [_, ..] } => "to the pool",
            ContractDecommitted { Destination: "fund" } => "to the window",
            ContractDecommitted => "to the action",
            var other => other.GetType().Name,
        }).ToDictionary();
        string[] every =
        [
            "ActionApproved", "ActionClosed", "AllocationReversed", "ContractAmended", "ContractEnded", "ContractResumed", "ContractSigned", "ContractSuspended",
            "ContractTerminated", "DeadlinePassed", "DeadlineSet", "DecommitmentRejected", "DecommitmentRequested", "ManagementCostAllocationReversed", "ManagementCostReversalRejected",
            "ManagementCostReversalRequested", "ManagementCostsAllocated",
            "PartnerRegistered", "ReleaseRefused", "ResourcesAllocated", "ResourcesReleased", "ResourcesTransferred", "RiderApproved",
            "to the action", "to the pool", "to the window",
        ];
        Assert.Equal(every, kinds.Keys.Order(StringComparer.Ordinal));
    }

    static IEnumerable<string> Written(IEnumerable<State> states) => states
        .Select(state => $"{state.GetType().Name} {JsonSerializer.Serialize(state, state.GetType())}")
        .Order(StringComparer.Ordinal);
}
