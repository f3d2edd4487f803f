using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Tests.Refunds;

/// <summary>A refund that was paid is taken back at the bank: the money is there again, and waits as money that arrives.</summary>
public sealed class ReversedRefundTests
{
    static readonly DateOnly BackOn = Given.Day.AddDays(20);

    readonly Given given = new();

    Refund Refund => given.Service.Get<Refund>("refund");

    /// <summary>A refund all the way to the bank.</summary>
    void Refunded(string pledge, Money amount, string? window = null, string id = "refund", DateOnly? on = null)
    {
        given.Service.Accept(new RequestRefund(Given.Fund, pledge, id, amount, window, on ?? Given.Day, "The donor paid too much."));
        var refund = given.Service.Get<Refund>(id);
        if (refund.FromAllocated > 0)
            given.Service.Follow("contracts", new ResourcesReleased(Given.Fund, id, pledge, refund.In(refund.FromAllocated), window));
        given.Service.Follow("disbursements", new RefundExecuted(Given.Fund, id, pledge, "DE", refund.In(refund.Amount), (on ?? Given.Day).AddDays(9), $"OUT {id}", []));
    }

    IReadOnlyList<IFundEvent> Reversed(string pledge, decimal amount, string? reference = null) => given.Service.Follow(
        "disbursements", new RefundReversed(Given.Fund, "refund", pledge, "DE", Given.Euros(amount), BackOn, "The account was closed.", reference));

    [Fact]
    public void It_waits_unallocated_and_certificate_and_pledge_stay_lower()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 80, ("HOA", 40)));
        given.Service.Accept(given.Receive(pledge, 100));
        Refunded(pledge, Given.Euros(50), "HOA");
        Assert.Equal((70m, 50m, 50m, 50m), (given.Totals.Pledged, given.Totals.Certified, given.Totals.Received, given.Totals.Allocated));

        var facts = Reversed(pledge, 50);

        Assert.Equal(new RefundTakenBack(Given.Fund, "refund", pledge, "DE", Given.Euros(50), BackOn, "The account was closed."), Assert.Single(facts));
        Assert.Equal((70m, 50m, 100m, 50m), (given.Totals.Pledged, given.Totals.Certified, given.Totals.Received, given.Totals.Allocated));
        Assert.Equal((10m, 50m), (given.Service.Get<Window>("EUTF-AFRICA/HOA").Earmarked, given.Pledge(pledge).Waiting()));
        var view = RefundView.Of(Refund, cashGranted: true);
        Assert.Equal((RefundState.Reversed, BackOn, "The account was closed.", "OUT refund"), (view.State, view.ReversedOn, view.ReversalReason, view.BankReference));
    }

    [Fact]
    public void A_reversal_that_comes_again_changes_nothing()
    {
        var pledge = given.Pledged(100, certified: 80, received: 95);
        Refunded(pledge, Given.Euros(15));
        Assert.NotEmpty(Reversed(pledge, 15, "RET-1"));

        Assert.Empty(Reversed(pledge, 15, "RET-1"));

        Assert.Equal((95m, 15m), (given.Totals.Received, given.Pledge(pledge).Waiting()));
    }

    [Fact]
    public void A_new_certificate_covers_it()
    {
        var pledge = given.Pledged(100, certified: 80, received: 80);
        Refunded(pledge, Given.Euros(30));
        Reversed(pledge, 30);

        given.Service.Accept(new RaisePledge(Given.Fund, pledge, Given.Euros(10), Given.Day));
        var facts = given.Service.Accept(given.Certify(pledge, 25, ("HOA", 5)));

        var allocated = Assert.Single(facts.OfType<ContributionAllocated>());
        Assert.Equal((Given.Euros(25), BackOn), (allocated.Amount, allocated.AllocatedOn));
        Assert.Equal([new WindowAmount("HOA", Given.Euros(5))], allocated.Earmarked!);
        Assert.Equal((80m, 75m, 80m, 75m), (given.Totals.Pledged, given.Totals.Certified, given.Totals.Received, given.Totals.Allocated));
    }

    [Fact]
    public void Where_a_certificate_has_room_it_is_allocated_at_once()
    {
        var pledge = given.Pledged(100, certified: 80, received: 50);
        Refunded(pledge, Given.Euros(20));
        Assert.Equal((60m, 30m), (given.Totals.Certified, given.Totals.Allocated));

        var facts = Reversed(pledge, 20);

        Assert.IsType<RefundTakenBack>(facts[0]);
        Assert.Equal(new ContributionAllocated(Given.Fund, pledge, "DE", Given.Euros(20), BackOn), facts[1]);
        Assert.Equal((50m, 50m, 0m), (given.Totals.Received, given.Totals.Allocated, given.Pledge(pledge).Waiting()));
    }

    [Fact]
    public void It_is_refunded_anew_and_other_receipts_count_what_they_counted()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 95, "FIRST"));
        Refunded(pledge, Given.Euros(15));
        Reversed(pledge, 15);
        given.Service.Accept(Given.Receive(pledge, 7, "SECOND", "receipt-2"));

        Refunded(pledge, Given.Euros(22), id: "again", on: BackOn);

        var first = ReceiptView.Of(given.Service.Get<Receipt>("EUTF-AFRICA/FIRST"), given.Pledge(pledge));
        Assert.Equal((80m, 0m, 15m), (first.Allocated.Amount, first.Unallocated.Amount, first.Refunded.Amount));
        Assert.Equal((80m, 0m, RefundState.Completed), (given.Totals.Received, given.Pledge(pledge).Waiting(), given.Service.Get<Refund>("again").State));
    }

    [Fact]
    public void What_comes_back_does_not_go_with_a_receipt_that_is_reversed()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 95, "FIRST"));
        Refunded(pledge, Given.Euros(15));
        Reversed(pledge, 15);

        var facts = given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, "FIRST", "reversal", BackOn, "The bank took it back.", "OUT 2"));

        Assert.Equal((Given.Euros(80), Given.Euros(0)), (Assert.IsType<ReceiptReversed>(facts[0]).Amount, Assert.IsType<ReceiptReversed>(facts[0]).Unallocated));
        Assert.Equal(Given.Euros(15), Assert.IsType<ContributionAllocated>(facts[1]).Amount);
        Assert.Equal((15m, 15m), (given.Totals.Received, given.Totals.Allocated));
    }

    [Fact]
    public void It_is_a_receipt_that_the_bank_may_take_back_as_any_other()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(Given.Receive(pledge, 95, "FIRST"));
        Refunded(pledge, Given.Euros(95));
        Reversed(pledge, 95);
        Check.Refuses(given, new ReverseReceipt(Given.Fund, pledge, "FIRST", "reversal", BackOn, "It bounced.", "OUT 2"), 409, "nothing-left", null);

        given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, "REFUND refund", "reversal", BackOn, "It bounced.", "OUT 2", "refund"));

        Assert.Equal((0m, 0m), (given.Totals.Received, given.Pledge(pledge).Waiting()));
        Check.Refuses(given, new ReverseReceipt(Given.Fund, pledge, "REFUND refund", "again", BackOn, "It bounced.", "OUT 3", "refund"), 409, "already-reversed", null);
    }

    [Fact]
    public void The_banks_entry_by_which_it_came_back_is_booked_once()
    {
        var pledge = given.Pledged(100, certified: 80, received: 95);
        Refunded(pledge, Given.Euros(15));
        Reversed(pledge, 15, "RET-1");

        Check.Refuses(given, Given.Receive(pledge, 15, "ret-1", "receipt-2"), 409, "bank-reference-already-booked", "bankReference");
        Assert.Equal(95m, given.Totals.Received);
    }

    [Fact]
    public void What_somebody_booked_under_that_entry_before_stays_what_it_is()
    {
        var pledge = given.Pledged(100, certified: 80, received: 95);
        Refunded(pledge, Given.Euros(15));
        given.Service.Accept(Given.Receive(pledge, 15, "RET-1", "receipt-2"));

        Assert.Null(Assert.IsType<RefundTakenBack>(Reversed(pledge, 15, "RET-1")[0]).BankReference);

        Assert.Equal((110m, "receipt-2"), (given.Totals.Received, given.Service.Get<Receipt>("EUTF-AFRICA/RET-1").ReceiptId));
        Assert.Equal("refund", given.Service.Get<Receipt>("EUTF-AFRICA/REFUND REFUND").ReceiptId);
    }

    [Fact]
    public void Interest_that_somebody_booked_under_that_entry_before_stays_what_it_is()
    {
        var pledge = given.Pledged(100, certified: 80, received: 95);
        Refunded(pledge, Given.Euros(15));
        given.Service.Accept(new BookInterest(Given.Fund, "interest", Given.Euros(15), Given.Day, "ret-1", null));

        Assert.Null(Assert.IsType<RefundTakenBack>(Reversed(pledge, 15, "RET-1")[0]).BankReference);

        Assert.Equal((95m, 15m, "refund"), (given.Totals.Received, given.Totals.Interest, given.Service.Get<Receipt>("EUTF-AFRICA/REFUND REFUND").ReceiptId));
        Assert.Null(given.Service.Find<Receipt>("EUTF-AFRICA/RET-1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("RET-1")]
    public void What_was_booked_under_its_own_name_before_that_was_refused_stays_what_it_is(string? reference)
    {
        var pledge = given.Pledged(100, certified: 80, received: 95);
        Refunded(pledge, Given.Euros(15));
        given.Service.Accept(new BookedBefore(pledge, "theirs", "Refund refund"));
        given.Service.Accept(new BookedBefore(pledge, "as well", "REFUND REFUND 2"));
        if (reference is not null)
            given.Service.Accept(Given.Receive(pledge, 15, reference, "receipt-2"));
        var received = given.Totals.Received;

        Assert.IsType<RefundTakenBack>(Assert.Single(Reversed(pledge, 15, reference)));

        Assert.Equal((received + 15, RefundState.Reversed), (given.Totals.Received, Refund.State));
        Assert.Equal(
            ("theirs", "as well", "refund"),
            (given.Service.Get<Receipt>("EUTF-AFRICA/REFUND REFUND").ReceiptId, given.Service.Get<Receipt>("EUTF-AFRICA/REFUND REFUND 2").ReceiptId,
                given.Service.Get<Receipt>("EUTF-AFRICA/REFUND REFUND 3").ReceiptId));
        given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, "REFUND refund 3", "reversal", BackOn, "A slip.", null, "refund"));
        Assert.Equal((received, null), (given.Totals.Received, given.Service.Get<Receipt>("EUTF-AFRICA/REFUND REFUND").ReversedOn));
    }

    [Fact]
    public void What_was_booked_under_its_own_name_and_corrected_makes_room()
    {
        var pledge = given.Pledged(100, certified: 80, received: 95);
        Refunded(pledge, Given.Euros(15));
        given.Service.Accept(new BookedBefore(pledge, "theirs", "REFUND refund"));
        given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, "REFUND refund", "reversal", BackOn, "It was the refund.", null, "theirs"));

        Assert.IsType<RefundTakenBack>(Assert.Single(Reversed(pledge, 15)));

        Assert.Equal((95m, BackOn, "refund"), (given.Totals.Received, given.Service.Get<Receipt>("theirs").ReversedOn, given.Service.Get<Receipt>("EUTF-AFRICA/REFUND REFUND").ReceiptId));
    }

    [Fact]
    public void It_waits_aside_while_it_is_not_known_that_the_refund_was_paid()
    {
        var pledge = given.Pledged(100, received: 95);
        given.Service.Accept(new RequestRefund(Given.Fund, pledge, "refund", Given.Euros(15), null, Given.Day, "The donor paid too much."));

        Assert.Throws<InvalidOperationException>(() => Reversed(pledge, 15));
        Assert.Equal(95m, given.Totals.Received);
    }

    [Fact]
    public void In_crowns_it_keeps_the_value_it_went_out_at()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 400, rate: 10);
        given.Service.Accept(given.ReceiveCrowns(pledge, 400, 8));
        given.Service.Accept(given.ReceiveCrowns(pledge, 100, 12.5m));
        Refunded(pledge, Given.Crowns(200));
        // 100.00 NOK that waited, at 12.5, and 100.00 NOK of what was allocated, at 8.
        Assert.Equal((20.50m, 300m), (Refund.Amount, given.Pledge(pledge).Own().Received));

        var back = Assert.IsType<RefundTakenBack>(Assert.Single(Reversed(pledge, 20.50m)));

        Assert.Equal((Given.Euros(20.50m), Given.Crowns(200)), (back.Amount, back.Original));
        Assert.Equal((500m, 300m, 200m), (given.Pledge(pledge).Own().Received, given.Pledge(pledge).Own().Certified, given.Pledge(pledge).Waiting()));
        Assert.Equal(58m, given.Totals.Received);
        var facts = given.Service.Accept(given.CertifyCrowns(pledge, 100, 10));
        var allocated = Assert.Single(facts.OfType<ContributionAllocated>());
        Assert.Equal((Given.Euros(10.25m), Given.Crowns(100), "refund"), (allocated.Amount, allocated.Original, allocated.ReceiptId));
        Assert.Equal(Given.Euros(0.25m), Assert.Single(facts.OfType<ExchangeDifferenceRealised>()).Difference);
    }

    [Fact]
    public void After_the_bank_had_taken_the_money_back_as_well_it_makes_up_for_what_is_missing_first()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 95, "FIRST"));
        given.Service.Accept(new RequestRefund(Given.Fund, pledge, "refund", Given.Euros(15), null, Given.Day, "The donor paid too much."));
        given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, "FIRST", "reversal", Given.Day, "The cheque bounced.", "BOUNCED"));
        given.Service.Follow("disbursements", new RefundExecuted(Given.Fund, "refund", pledge, "DE", Given.Euros(15), Given.Day, "OUT", []));
        Assert.Equal(-15m, given.Pledge(pledge).Waiting());

        Assert.IsType<RefundTakenBack>(Assert.Single(Reversed(pledge, 15, "RET-1")));

        Assert.Equal((0m, 0m, 80m), (given.Totals.Received, given.Totals.Allocated, given.Totals.Certified));
    }

    /// <summary>A receipt of 7.00 that waits, as it could be booked before what begins so was refused.</summary>
    sealed record BookedBefore(string PledgeId, string ReceiptId, string Reference) : Command<ReceiptView>
    {
        public override IEnumerable<StateKey> Touches(States states) => Given.Receive(PledgeId, 7, Reference, ReceiptId).Touches(states);

        public override Decision Decide(States states) => Decision.Record(new ContributionReceived(
            Given.Fund, PledgeId, ReceiptId, "DE", Given.Euros(7), Given.Euros(0), Given.Euros(7), Given.Day, Reference));

        public override ReceiptView View(States states) =>
            ReceiptView.Of(states.Get<Receipt>(Receipt.IdOf(Given.Fund, Reference)), states.Get<Pledge>(PledgeId));
    }
}
