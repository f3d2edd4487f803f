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
    public void No_long_history_breaks_an_invariant() => RandomRuns.Play(runs: 3, least: 2_500, most: 3_000, output);
}

/// <summary>Random runs prove nothing if they never get anywhere; these are always the same.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    [Fact]
    public void Random_runs_come_to_every_kind_of_fact_and_every_refusal()
    {
        var runs = Steps.Sequences(1_000, 1_000).Sample(70, new FsCheck.Rnd(20151112), 70).Select(steps => RandomRuns.Play(steps)).ToList();

        var facts = runs.SelectMany(run => run.World.Nodes).SelectMany(node => node.Service.Journal).Select(recorded => recorded.Event).ToList();
        var codes = runs.SelectMany(run => run.RefusalCodes).CountBy(code => code).ToDictionary();

        foreach (var (type, count) in facts.CountBy(fact => EventTypes.NameOf(fact.GetType())).OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"{type}: {count}");
        foreach (var (code, count) in codes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            output.WriteLine($"refused {code}: {count}");
        foreach (var (name, isShape) in Shapes)
            output.WriteLine($"{name}: {facts.Count(fact => isShape(fact))}");
        Assert.Empty(EventTypes.All.Values.Except(facts.Select(fact => fact.GetType())));
        Assert.Empty(Codes.Except(codes.Keys));
        Assert.Empty(Shapes.Where(shape => !facts.Exists(fact => shape.Is(fact))).Select(shape => shape.Name));
    }

    static readonly (string Name, Predicate<IFundEvent> Is)[] Shapes =
    [
        ("a decommitment back to its action", fact => fact is ContractDecommitted { Destination: "action" }),
        ("a decommitment of a cross-window action to the fund", fact => fact is ContractDecommitted { Destination: "fund", ToPool: [_, ..], FromApproved: [_, _, ..] }),
        ("a release of the pool", fact => fact is ResourcesReleased { Window: null }),
        ("a release of an earmark", fact => fact is ResourcesReleased { Window: not null }),
        ("a rejection of an authorised payment", fact => fact is PaymentRejected { WasReserved: true }),
        ("a payment of a cross-window action", fact => fact is PaymentExecuted { Window: null }),
        ("a payment with a recovery set off", fact => fact is PaymentExecuted { Offset: not null }),
        ("a payment of several donors' money", fact => fact is PaymentExecuted { Attribution: [_, _, ..] }),
        ("an operation of two instruments", fact => fact is OperationRecorded { Instruments: [_, _] }),
        ("a receipt above the certificate", fact => fact is ContributionReceived { Unallocated.IsPositive: true }),
        ("a loss on exchange in a window", fact => fact is ExchangeDifferenceRealised { Difference.IsNegative: true, Earmarked: [_, ..] }),
        ("a difference reversed", fact => fact is ExchangeDifferenceRealised { Reversal: true }),
        ("a reversed receipt in another currency", fact => fact is ReceiptReversed { Original: not null }),
        ("a refund refused by Disbursements", fact => fact is RefundRejected { Returned.IsPositive: true }),
        ("a refund refused by Contracts", fact => fact is RefundRejected { Returned.IsZero: true }),
        ("a refund of an earmark", fact => fact is RefundCompleted { Window: not null }),
        ("a refund rejected after it was granted", fact => fact is RefundCashRefused { Reason: "The bank refused it." }),
        ("a refund that the bank returned", fact => fact is RefundReversed { BankReference: not null }),
        ("a refund that was booked by mistake", fact => fact is RefundReversed { BankReference: null }),
        ("a rider down", fact => fact is RiderApproved { By.IsNegative: true }),
        ("an action closed with something left", fact => fact is ActionClosed { Released.IsPositive: true }),
        ("an instalment partly cancelled", fact => fact is ReductionRequested { CertificateId: not null }),
        ("a management cost paid", fact => fact is CostPaid { Kind: "management" }),
        ("an authorisation in another's place", fact => fact is PaymentAuthorised { InPlaceOf: not null } or CostAuthorised { InPlaceOf: not null }),
        ("a bank line matched by a person", fact => fact is BankLineMatched { Automatic: false }),
    ];

    static readonly string[] Codes =
    [
        "not-found", "already-exists", "partner-exists", "wrong-currency", "not-positive", "amount-not-positive", "beyond-limit",
        "date-in-the-future", "date-out-of-range", "date-out-of-order", "date-before-signature", "date-before-request",
        "exceeds-pledged", "exceeds-uncertified", "exceeds-reducible", "exceeds-unearmarked", "exceeds-earmarked", "bank-reference-already-booked",
        "insufficient-pool", "insufficient-availability", "split-too-short", "exceeds-action", "after-contracting-deadline", "reference-taken",
        "exceeds-contract", "insufficient-cash", "four-eyes", "wrong-state", "not-your-request",
        "instrument-exists", "input-already-claimed", "operation-exists", "target-superseded",
        "pledge-withdrawn", "already-confirmed", "no-rate", "exceeds-instalment", "already-reversed", "not-called", "refund-pending", "exceeds-received", "exceeds-allocated",
        "exceeds-transferable", "exceeds-management-cost-cap", "exceeds-uncontracted", "exceeds-co-financing", "below-co-financed", "action-closed",
        "contract-terminated", "contract-suspended", "deadline-before-signature", "after-payment-deadline", "final-payment-made", "no-verified-account",
        "exceeds-management-costs", "exceeds-prefinancing", "exceeds-net-paid", "exceeds-recovery", "recovery-exists", "no-authority",
        "report-already-cleared", "reversal-pending",
        "exceeds-signed", "period-closed", "period-pending", "period-not-over", "already-closed", "already-resolved",
    ];
}
