using FsCheck.Fluent;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Leverage.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Simulation.Tests;

/// <summary>
/// Random commands in random interleavings, messages lost, doubled, delayed and overtaking each other, services down and back: no step breaks
/// an invariant, and in the end all services agree.
/// </summary>
public sealed class RandomRunsTests(ITestOutputHelper output)
{
    [Fact]
    public void No_interleaving_of_commands_and_faults_breaks_an_invariant() => RandomRuns.Play(runs: 400, least: 20, most: 400, output);

    [Fact]
    public void No_long_history_breaks_an_invariant() => RandomRuns.Play(runs: 4, least: 3_000, most: 4_000, output);
}

/// <summary>Random runs prove nothing if they never get anywhere; these are always the same.</summary>
public sealed class CoverageTests
{
    [Fact]
    public void Random_runs_come_to_every_kind_of_fact_and_every_refusal()
    {
        var runs = Steps.Sequences(600, 600).Sample(60, new FsCheck.Rnd(20151112), 60).Select(steps => RandomRuns.Play(steps)).ToList();

        var facts = runs.SelectMany(run => run.World.Nodes).SelectMany(node => node.Service.Journal).Select(recorded => recorded.Event).ToList();
        var codes = runs.SelectMany(run => run.RefusalCodes).ToHashSet();

        Assert.Empty(EventTypes.All.Values.Except(facts.Select(fact => fact.GetType())));
        Assert.Empty(Codes.Except(codes));
        Assert.Contains(facts, fact => fact is ContractDecommitted { Destination: "action" });
        Assert.Contains(facts, fact => fact is ContractDecommitted { Destination: "fund", ToPool: [_, ..], FromApproved: [_, _, ..] });
        Assert.Contains(facts, fact => fact is ResourcesReleased { Window: null });
        Assert.Contains(facts, fact => fact is ResourcesReleased { Window: not null });
        Assert.Contains(facts, fact => fact is PaymentRejected { WasReserved: true });
        Assert.Contains(facts, fact => fact is PaymentExecuted { Window: null });
        Assert.Contains(facts, fact => fact is OperationRecorded { Instruments: [_, _] });
        Assert.Contains(facts, fact => fact is ContributionReceived { Unallocated.IsPositive: true });
    }

    static readonly string[] Codes =
    [
        "not-found", "already-exists", "partner-exists", "wrong-currency", "not-positive", "amount-not-positive", "beyond-limit",
        "date-in-the-future", "date-in-future", "date-out-of-range", "date-out-of-order", "date-before-signature", "date-before-request",
        "exceeds-pledged", "exceeds-uncertified", "exceeds-reducible", "exceeds-unearmarked", "exceeds-earmarked", "bank-reference-already-booked",
        "insufficient-pool", "insufficient-availability", "split-too-short", "exceeds-action", "after-contracting-deadline", "reference-taken",
        "exceeds-contract", "insufficient-cash", "four-eyes", "wrong-state", "not-your-request",
        "instrument-exists", "input-already-claimed", "operation-exists", "target-superseded",
    ];
}
