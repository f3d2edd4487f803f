using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Disbursements.Refunds;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Properties;

[Properties(Arbitrary = [typeof(Moves)])]
public sealed class InvariantTests
{
    static readonly JsonSerializerOptions AsRows = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    [Property(MaxTest = 250, StartSize = 50, EndSize = 250)]
    public void No_sequence_of_events_and_decisions_breaks_an_invariant(Move[] moves)
    {
        var platform = new Platform();
        var before = platform.Service.Journal.Count;
        platform.Checked = () =>
        {
            Books.MustBalance(platform);
            Books.MustAllowWhatWasDecided(platform, before);
            before = platform.Service.Journal.Count;
        };
        foreach (var move in moves)
            platform.Make(move);
        Books.MustBeByThreePeople(platform);
        Books.MustAnswerEveryRequest(platform);
    }

    [Property(MaxTest = 200, StartSize = 50, EndSize = 250)]
    public void The_rows_are_what_the_facts_add_up_to_whichever_source_came_first(Move[] moves)
    {
        var platform = Played(moves);

        var kept = Written(platform.Service.All);

        Assert.Equal(kept, Written(Folded([.. platform.Pledges.Applied, .. platform.Contracts.Applied, .. platform.Service.Journal])));
        Assert.Equal(kept, Written(Folded([.. platform.Contracts.Applied, .. platform.Pledges.Applied, .. platform.Service.Journal])));
    }

    [Property(MaxTest = 50, StartSize = 100, EndSize = 250)]
    public void Every_row_is_read_back_as_it_was_written(Move[] moves)
    {
        foreach (var state in Played(moves).Service.All)
        {
            var row = JsonSerializer.Serialize(state, state.GetType(), AsRows);
            Assert.Equal(row, JsonSerializer.Serialize(JsonSerializer.Deserialize(row, state.GetType(), AsRows), state.GetType(), AsRows));
        }
    }

    [Property]
    public void However_authorisations_race_exactly_what_fits_is_reserved(ushort seed)
    {
        // Ceilings allow three of the seven, cash two: whoever comes first.
        var given = AFund(cash: 250, contract: 350);
        var payments = Enumerable.Range(1, 7).Select(number => $"p{number}").ToList();
        payments.ForEach(payment => given.Verified(100, payment));
        var order = payments.ToArray();
        new Random(seed).Shuffle(order);

        var refusals = order.Select(payment => given.Service.Execute(Authorise(payment), Arthur)).ToList();

        Assert.All(refusals.Take(2), Assert.Null);
        Assert.All(refusals.Skip(2), refusal => Assert.Equal("insufficient-cash", refusal?.Code));
        Assert.Equal((200m, 200m), (given.Cash.Reserved, given.Signed.Reserved));
    }

    [Fact]
    public void Random_sequences_reach_every_step_and_every_refusal()
    {
        var platforms = Moves.Drawn.ArrayOf(250).Sample(100, new FsCheck.Rnd(20180116), 120).Select(Played).ToList();

        var facts = platforms.SelectMany(platform => platform.Service.Journal).Select(entry => entry.Event.GetType()).ToHashSet();
        var codes = platforms.SelectMany(platform => platform.Refusals).Select(refusal => refusal.Code).ToHashSet();

        Type[] steps =
        [
            typeof(PaymentRequested), typeof(PaymentVerified), typeof(PaymentAuthorised), typeof(PaymentExecuted), typeof(PaymentRejected),
            typeof(DecommitmentGranted), typeof(DecommitmentRefused), typeof(PaymentReversed), typeof(PaymentReturned), typeof(PaymentImported),
            typeof(PrefinancingCleared), typeof(RecoveryEstablished), typeof(RecoveryCashed), typeof(RecoveryCashReversed), typeof(RecoveryOffset), typeof(RecoveryOffsetReversed),
            typeof(RecoveryWaived), typeof(RecoveryWaiverReversed), typeof(PrefinancingClearingReversed), typeof(ManagementCostsReleased), typeof(ManagementCostReleaseRefused), typeof(CostRequested), typeof(CostAuthorised), typeof(CostRejected), typeof(CostPaid), typeof(CostReversed),
            typeof(RefundCashGranted), typeof(RefundCashRefused), typeof(RefundExecuted), typeof(RefundReversed), typeof(BankStatementRecorded), typeof(BankLineRecorded),
            typeof(BankLineMatched), typeof(BankLineUnmatched), typeof(BankAccountClosed), typeof(AuthorisationBandsSet), typeof(AuthorityDelegated),
        ];
        string[] reasons =
        [
            "not-found", "amount-not-positive", "exceeds-contract", "insufficient-cash", "four-eyes", "wrong-state", "not-your-request",
            "bank-reference-already-booked", "contract-suspended", "contract-terminated", "final-payment-made", "payments-outstanding", "no-authority",
            "exceeds-prefinancing", "exceeds-net-paid", "exceeds-recovery", "exceeds-management-costs", "recovery-exists", "already-reversed",
            "not-returned", "no-verified-account", "account-closed", "amounts-differ", "report-already-cleared",
        ];
        Assert.Empty(steps.Except(facts));
        Assert.Empty(reasons.Except(codes));
        Assert.Contains(platforms.SelectMany(platform => platform.Refusals), refusal => refusal.Code == "exceeds-contract" && refusal.Detail.StartsWith("Since the payment was authorised", StringComparison.Ordinal));
        Assert.Contains(platforms.SelectMany(platform => platform.Service.All).OfType<Refund>(), refund => refund.RefusedBy is not null);
        Assert.Contains(platforms.SelectMany(platform => platform.Service.All).OfType<Recovery>(), order => order.Excess().IsPositive);
        Assert.Contains(platforms.SelectMany(platform => platform.Service.All).OfType<Contract>(), contract => contract.NetPaid().IsNegative);
    }

    static Platform Played(Move[] moves)
    {
        var platform = new Platform();
        foreach (var move in moves)
            platform.Make(move);
        return platform;
    }

    static IEnumerable<State> Folded(IEnumerable<Recorded> facts)
    {
        var (states, evolution) = (States.Everything(), new DisbursementsEvolution());
        foreach (var fact in facts)
            evolution.Apply(states, fact);
        return states.All;
    }

    static List<string> Written(IEnumerable<State> states) =>
        [.. states.OrderBy(state => $"{state.GetType().Name}/{state.Id}", StringComparer.Ordinal).Select(state => JsonSerializer.Serialize(state, state.GetType()))];
}
