using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Tests.Refunds;

public sealed class RefundTests
{
    readonly Given given = new();

    static RequestRefund Ask(string pledge, decimal amount, string? window = null, string id = "refund") =>
        new(Given.Fund, pledge, id, Given.Euros(amount), window, Given.Day, "The donor paid too much.");

    Refund Refund => given.Service.Get<Refund>("refund");

    IReadOnlyList<IFundEvent> Releases(string pledge, decimal amount, string? window = null) =>
        given.Service.Follow("contracts", new ResourcesReleased(Given.Fund, "refund", pledge, Given.Euros(amount), window));

    IReadOnlyList<IFundEvent> Pays(string pledge, decimal amount) =>
        given.Service.Follow("disbursements", new RefundExecuted(Given.Fund, "refund", pledge, "DE", Given.Euros(amount), Given.Day.AddDays(9), "OUT", []));

    static ReverseReceipt Bounce(string pledge, string reference) =>
        new(Given.Fund, pledge, reference, "reversal", Given.Day, "The cheque bounced.", "BOUNCED");

    [Fact]
    public void What_waits_needs_only_the_cash()
    {
        var pledge = given.Pledged(100, certified: 80, received: 95);
        var facts = given.Service.Accept(Ask(pledge, 15));

        Assert.Equal((Given.Euros(15), Given.Euros(0)), (Assert.IsType<RefundRequested>(facts[0]).FromUnallocated, Assert.IsType<RefundCashRequested>(facts[1]).FromAllocated));
        Assert.Equal((RefundState.AwaitingPayment, 15m), (Refund.State, given.Totals.Refunding));

        var completed = Assert.IsType<RefundCompleted>(Assert.Single(Pays(pledge, 15)));

        Assert.Equal((Given.Day.AddDays(9), "OUT", 0), (completed.PaidOn, completed.BankReference, completed.Cancelled!.Count));
        Assert.Equal((100m, 80m, 80m, 80m, 0m), (given.Totals.Pledged, given.Totals.Certified, given.Totals.Received, given.Totals.Allocated, given.Totals.Refunding));
        Assert.Empty(Pays(pledge, 15));
    }

    [Fact]
    public void What_is_allocated_is_asked_of_Contracts_and_then_of_Disbursements()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 80, ("HOA", 40)));
        given.Service.Accept(given.Receive(pledge, 100));
        var requested = Assert.IsType<RefundRequested>(Assert.Single(given.Service.Accept(Ask(pledge, 50, "HOA"))));
        Assert.Equal((Given.Euros(20), Given.Euros(30), "HOA"), (requested.FromUnallocated, requested.FromAllocated, requested.Window));
        Assert.Equal(RefundState.AwaitingRelease, Refund.State);

        Assert.IsType<RefundCashRequested>(Assert.Single(Releases(pledge, 30, "HOA")));
        Assert.Empty(Releases(pledge, 30, "HOA"));
        given.Service.Follow("disbursements", new RefundCashGranted(Given.Fund, "refund", pledge, Given.Euros(50)));
        Assert.Equal(50m, given.Service.Get<RefundCash>("refund").Amount);
        var completed = Assert.IsType<RefundCompleted>(Assert.Single(Pays(pledge, 50)));

        Assert.Equal(Given.Euros(30), Assert.Single(completed.Cancelled!).Amount);
        Assert.Equal((70m, 50m, 50m, 50m), (given.Totals.Pledged, given.Totals.Certified, given.Totals.Received, given.Totals.Allocated));
        Assert.Equal((10m, 10m), (given.Service.Get<Window>("EUTF-AFRICA/HOA").Earmarked, given.Totals.Earmarked));
        Assert.Equal((0m, 10m, 40m), (given.Pledge(pledge).FreeIn("HOA"), given.Pledge(pledge).Own().AllocatedIn("HOA"), given.Pledge(pledge).Own().AllocatedIn(null)));
        Assert.Equal(RefundState.Completed, Refund.State);
    }

    [Fact]
    public void Contracts_refusal_leaves_the_money_where_it_is()
    {
        var pledge = given.Pledged(100, certified: 80, received: 80);
        given.Service.Accept(Ask(pledge, 30));
        var rejected = Assert.IsType<RefundRejected>(Assert.Single(given.Service.Follow(
            "contracts", new ReleaseRefused(Given.Fund, "refund", pledge, Given.Euros(30), null, Given.Euros(12), "The rest is approved."))));

        Assert.Equal((Given.Euros(0), Given.Euros(12)), (rejected.Returned, rejected.LargestReleasable));
        var view = RefundView.Of(Refund, cashGranted: false);
        Assert.Equal((RefundState.Rejected, "The rest is approved.", Given.Euros(12)), (view.State, view.RejectionReason, view.LargestReleasable));
        Assert.Equal((80m, 0m), (given.Totals.Allocated, given.Totals.Refunding));
        Assert.Null(given.Refused(Ask(pledge, 30, id: "again")));
    }

    [Fact]
    public void Disbursements_refusal_returns_what_Contracts_had_released()
    {
        var pledge = given.Pledged(100, certified: 80, received: 80);
        given.Service.Accept(Ask(pledge, 30));
        Releases(pledge, 30);
        var rejected = Assert.IsType<RefundRejected>(Assert.Single(given.Service.Follow(
            "disbursements", new RefundCashRefused(Given.Fund, "refund", pledge, Given.Euros(30), Given.Euros(0), "The cash is reserved."))));
        Assert.Equal(Given.Euros(30), rejected.Returned);
    }

    [Fact]
    public void What_a_refund_holds_is_not_allocated_until_it_is_refused()
    {
        var pledge = given.Pledged(100, received: 50);
        given.Service.Accept(Ask(pledge, 20));
        Assert.Equal(Given.Euros(30), Assert.Single(given.Service.Accept(given.Certify(pledge, 100)).OfType<ContributionAllocated>()).Amount);

        var facts = given.Service.Follow("disbursements", new RefundCashRefused(Given.Fund, "refund", pledge, Given.Euros(20), Given.Euros(0), "No cash."));

        Assert.Equal(Given.Euros(20), Assert.IsType<ContributionAllocated>(facts[1]).Amount);
        Assert.Equal(0m, given.Pledge(pledge).Waiting());
    }

    [Fact]
    public void Four_eyes_Disbursements_learns_who_asked()
    {
        var (waits, allocated) = (given.Pledged(100, certified: 80, received: 95), given.Pledged(100, certified: 80, received: 80));
        given.Service.Accept(Ask(waits, 15, id: "at-once"), "officer-1");
        given.Service.Accept(Ask(allocated, 30), "officer-2");
        Releases(allocated, 30);

        Assert.Equal(
            ["officer-1", "officer-2"],
            given.Service.Journal.Select(recorded => recorded.Event).OfType<RefundCashRequested>().Select(fact => fact.RequestedBy));
    }

    [Fact]
    public void The_bank_takes_back_what_a_granted_refund_holds_and_Disbursements_then_refuses_it()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 80, "A", "a"));
        given.Service.Accept(Ask(pledge, 30));
        Releases(pledge, 30);
        given.Service.Follow("disbursements", new RefundCashGranted(Given.Fund, "refund", pledge, Given.Euros(30)));

        given.Service.Accept(Bounce(pledge, "A"));

        Assert.Equal((80m, 0m, 0m, 30m), (given.Totals.Certified, given.Totals.Received, given.Totals.Allocated, given.Totals.Refunding));
        Assert.Equal((RefundState.AwaitingPayment, 0m, 30m), (Refund.State, given.Pledge(pledge).Refund!.Allocated, given.Pledge(pledge).Refund!.LostAllocated));
        Assert.Equal(Given.Euros(30), new TrustFund.Pledges.Pledges.PledgeView(given.Pledge(pledge)).Refunding);
        Check.Refuses(given, Given.Reduce(pledge, 50.01m, ReductionSource.Certified), 422, "exceeds-reducible", "amount", "50.00 EUR");

        var refused = new RefundCashRefused(Given.Fund, "refund", pledge, Given.Euros(30), Given.Euros(0), "The bank took the money back.");
        var rejected = Assert.IsType<RefundRejected>(Assert.Single(given.Service.Follow("disbursements", refused)));

        Assert.Equal((Given.Euros(30), Given.Euros(30)), (rejected.Amount, rejected.Returned));
        Assert.Equal((RefundState.Rejected, 0m, null), (Refund.State, given.Totals.Refunding, given.Pledge(pledge).Refund));
        Assert.False(RefundView.Of(Refund, cashGranted: true).CashGranted);
        Assert.Empty(given.Service.Follow("disbursements", refused));
        Assert.Null(given.Refused(Given.Reduce(pledge, 80, ReductionSource.Certified)));
    }

    [Fact]
    public void What_Contracts_releases_after_the_bank_took_the_money_back_goes_back_to_it()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 20, "A", "a"));
        given.Service.Accept(Given.Receive(pledge, 60, "B", "b"));
        given.Service.Accept(Ask(pledge, 70));
        given.Service.Accept(Bounce(pledge, "B"));
        Assert.Equal((RefundState.AwaitingRelease, 20m), (Refund.State, given.Totals.Allocated));

        var rejected = Assert.IsType<RefundRejected>(Assert.Single(Releases(pledge, 70)));

        Assert.Equal((Given.Euros(70), Given.Euros(20)), (rejected.Returned, rejected.LargestReleasable));
        Assert.Empty(Releases(pledge, 70));
        Assert.Equal((RefundState.Rejected, 20m, 0m), (Refund.State, given.Totals.Received, given.Totals.Refunding));
    }

    [Fact]
    public void What_was_paid_before_the_bank_took_the_money_back_comes_out_of_what_arrives_next()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 90, "A", "a"));
        given.Service.Accept(Ask(pledge, 30));
        Releases(pledge, 20);
        given.Service.Accept(Bounce(pledge, "A"));

        Assert.IsType<RefundCompleted>(Assert.Single(Pays(pledge, 30)));

        Assert.Equal((80m, 60m, -30m, -20m, 0m), (given.Totals.Pledged, given.Totals.Certified, given.Totals.Received, given.Totals.Allocated, given.Totals.Refunding));
        given.Service.Accept(Given.Receive(pledge, 50, "B", "b"));
        Assert.Equal((20m, 20m), (given.Totals.Received, given.Totals.Allocated));
        var view = ReceiptView.Of(given.Service.Get<Receipt>(Receipt.IdOf(Given.Fund, "B")), given.Pledge(pledge));
        Assert.Equal((20m, 0m, 30m), (view.Allocated.Amount, view.Unallocated.Amount, view.Refunded.Amount));
    }

    [Fact]
    public void The_bank_takes_back_crowns_that_a_refund_holds()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 1_000, rate: 10);
        given.Service.Accept(given.ReceiveCrowns(pledge, 500, 10) with { BankReference = "A" });
        given.Service.Accept(given.ReceiveCrowns(pledge, 500, 8) with { BankReference = "B" });
        given.Service.Accept(Ask(pledge, 1) with { Amount = Given.Crowns(600) });

        given.Service.Accept(Bounce(pledge, "B"));

        var hold = given.Pledge(pledge).Refund!;
        Assert.Equal((100m, 500m, 500m), (hold.Allocated, hold.LostAllocated, given.Pledge(pledge).Own().Allocated));
        var rejected = Assert.IsType<RefundRejected>(Assert.Single(Releases(pledge, 72.5m)));
        Assert.Equal((Given.Euros(72.5m), Given.Euros(10)), (rejected.Returned, rejected.LargestReleasable));
        Assert.Equal((50m, 50m), (given.Totals.Received, given.Totals.Allocated));
    }

    [Fact]
    public void Crowns_that_were_paid_before_the_bank_took_them_back_are_owed()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 1_000, rate: 10);
        given.Service.Accept(given.ReceiveCrowns(pledge, 500, 8) with { BankReference = "A" });
        given.Service.Accept(Ask(pledge, 1) with { Amount = Given.Crowns(200) });
        Releases(pledge, 25);
        given.Service.Accept(Bounce(pledge, "A"));
        Pays(pledge, 25);
        Assert.Equal((-25m, -25m, 800m, -200m), (given.Totals.Received, given.Totals.Allocated, given.Pledge(pledge).Own().Certified, given.Pledge(pledge).Own().Allocated));

        given.Service.Accept(given.ReceiveCrowns(pledge, 300, 8));

        Assert.Equal((100m, 12.5m), (given.Pledge(pledge).Own().Allocated, given.Totals.Allocated));
    }

    [Fact]
    public void Crowns_worth_less_than_a_cent_are_not_paid_back()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 0, rate: 10);
        given.Service.Accept(given.ReceiveCrowns(pledge, 500, 10));
        Check.Refuses(given, Ask(pledge, 1) with { Amount = Given.Crowns(0.04m) }, 422, "too-small", "amount");
    }

    [Fact]
    public void A_refund_stays_within_what_arrived_and_within_its_pot()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 80, ("HOA", 40)));
        given.Service.Accept(given.Receive(pledge, 80));
        Check.Refuses(given, Ask(pledge, 80.01m), 422, "exceeds-received", "amount", "80.00 EUR");
        Check.Refuses(given, Ask(pledge, 40.01m), 422, "exceeds-allocated", "amount", "40.00 EUR");
        Check.Refuses(given, Ask(pledge, 40.01m, "HOA"), 422, "exceeds-allocated", "amount");
        Check.Refuses(given, Ask(pledge, 1, "XXX"), 422, "unknown-window", "window");
        Check.Refuses(given, Ask(pledge, 0), 422, "not-positive", "amount");
        Check.Refuses(given, Ask(pledge, 1) with { PledgeId = "nobody" }, 404, "not-found", null);
        given.Service.Accept(Ask(pledge, 40));
        Check.Refuses(given, Ask(pledge, 1, id: "second"), 409, "refund-pending", null);
    }

    [Fact]
    public void The_latest_money_goes_back_first()
    {
        var pledge = given.Pledged(100, certified: 60);
        given.Service.Accept(Given.Receive(pledge, 40, "A", "a"));
        given.Service.Accept(Given.Receive(pledge, 40, "B", "b"));
        given.Service.Accept(Ask(pledge, 30));
        Releases(pledge, 10);
        Pays(pledge, 30);

        ReceiptView View(string reference) => ReceiptView.Of(given.Service.Get<Receipt>(Receipt.IdOf(Given.Fund, reference)), given.Pledge(pledge));
        Assert.Equal((40m, 0m), (View("A").Allocated.Amount, View("A").Refunded.Amount));
        Assert.Equal((10m, 0m, 30m), (View("B").Allocated.Amount, View("B").Unallocated.Amount, View("B").Refunded.Amount));
    }

    [Fact]
    public void Crowns_go_back_as_the_euros_they_came_in_as()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 1_000, rate: 10);
        given.Service.Accept(given.ReceiveCrowns(pledge, 500, 10));
        given.Service.Accept(given.ReceiveCrowns(pledge, 500, 8));
        var requested = Assert.IsType<RefundRequested>(Assert.Single(given.Service.Accept(Ask(pledge, 1) with { Amount = Given.Crowns(600) })));
        Assert.Equal((Given.Euros(72.5m), Given.Crowns(600)), (requested.FromAllocated, requested.Original));

        Releases(pledge, 72.5m);
        Pays(pledge, 72.5m);

        Assert.Equal((400m, 400m), (given.Pledge(pledge).Own().Certified, given.Pledge(pledge).Own().Allocated));
        Assert.Equal((40m, 0m), (given.Pledge(pledge).Allocated, given.Pledge(pledge).Booked().Free()));
    }

    [Fact]
    public void An_answer_that_fits_no_refund_is_put_aside()
    {
        var pledge = given.Pledged(100, certified: 80, received: 80);
        given.Service.Accept(Ask(pledge, 30));
        Assert.Throws<InvalidOperationException>(() => Releases(pledge, 29));
        Assert.Throws<InvalidOperationException>(() => Pays(pledge, 29));
        Assert.Empty(Pays(pledge, 30));
    }

    [Fact]
    public void What_arrived_of_a_withdrawn_pledge_is_a_refunds_matter()
    {
        var pledge = given.Pledged(100, certified: 80, received: 30);
        given.Service.Accept(new TrustFund.Pledges.Pledges.WithdrawPledge(Given.Fund, pledge, given.NextGuid(), Given.Day, "A new government."));
        var pending = given.Service.All.OfType<Reduction>().Single(reduction => reduction.State == ReductionState.Pending);
        given.Service.Follow("contracts", new ResourcesReleased(Given.Fund, pending.Id, pledge, Given.Euros(50), null));
        Assert.Equal((30m, 30m), (given.Totals.Pledged, given.Totals.Certified));

        given.Service.Accept(Ask(pledge, 30));
        Releases(pledge, 30);
        Pays(pledge, 30);

        Assert.Equal((0m, 0m, 0m), (given.Totals.Pledged, given.Totals.Certified, given.Totals.Received));
    }
}
