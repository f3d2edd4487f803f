using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Tests.Receipts;

public sealed class ReverseReceiptTests
{
    readonly Given given = new();

    static ReverseReceipt Reverse(string pledge, string reference) =>
        new(Given.Fund, pledge, reference, "reversal", Given.Day, "The cheque bounced.", "OUT-1");

    ReceiptView Booked(string pledge, string reference) =>
        ReceiptView.Of(given.Service.Get<Receipt>(Receipt.IdOf(Given.Fund, reference)), given.Pledge(pledge));

    [Fact]
    public void A_bank_fact_takes_a_receipt_back_and_what_waited_takes_its_place()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 50, "A", "a"));
        given.Service.Accept(Given.Receive(pledge, 50, "B", "b"));

        var facts = given.Service.Accept(Reverse(pledge, "A"));

        var reversed = Assert.IsType<ReceiptReversed>(facts[0]);
        Assert.Equal((Given.Euros(50), Given.Euros(50), Given.Euros(0), "OUT-1"), (reversed.Amount, reversed.Allocated, reversed.Unallocated, reversed.BankReference));
        Assert.Equal(Given.Euros(20), Assert.IsType<ContributionAllocated>(facts[1]).Amount);
        Assert.Equal((50m, 50m), (given.Totals.Received, given.Totals.Allocated));
        Assert.Equal((Given.Euros(0), Given.Day), (Booked(pledge, "A").Allocated, Booked(pledge, "A").ReversedOn));
        Assert.Equal((Given.Euros(50), Given.Euros(0)), (Booked(pledge, "B").Allocated, Booked(pledge, "B").Unallocated));
    }

    [Fact]
    public void What_the_receipt_counts_as_waiting_is_taken_back_as_waiting()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 50, "A", "a"));
        given.Service.Accept(Given.Receive(pledge, 50, "B", "b"));

        var reversed = Assert.IsType<ReceiptReversed>(Assert.Single(given.Service.Accept(Reverse(pledge, "B"))));

        Assert.Equal((Given.Euros(30), Given.Euros(20)), (reversed.Allocated, reversed.Unallocated));
    }

    [Fact]
    public void A_receipt_is_reversed_once()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 50, "A", "a"));
        given.Service.Accept(Reverse(pledge, "a"));
        Check.Refuses(given, Reverse(pledge, "A"), 409, "already-reversed", null, "2017-06-01");
    }

    [Fact]
    public void What_the_bank_took_back_did_arrive_so_its_entry_is_not_booked_again()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 50, "A", "a"));
        given.Service.Accept(Reverse(pledge, "A"));
        Check.Refuses(given, Given.Receive(pledge, 50, "A"), 409, "bank-reference-already-booked", "bankReference");
    }

    [Fact]
    public void A_correction_is_a_reversal_and_a_new_entry_under_the_same_bank_reference()
    {
        var (pledge, other) = (given.Pledged(100, certified: 80), given.Pledged(100, certified: 80, donor: "IT"));
        given.Service.Accept(Given.Receive(pledge, 50, "A", "wrong"));
        given.Service.Accept(Reverse(pledge, "A") with { BankReference = null });
        given.Service.Accept(Given.Receive(other, 50, "a", "right"));

        var (wrong, right) = (given.Service.Get<Receipt>("wrong"), given.Service.Get<Receipt>(Receipt.IdOf(Given.Fund, "A")));
        Assert.Equal((pledge, other, "right"), (wrong.PledgeId, right.PledgeId, right.ReceiptId));
        Assert.Equal((Given.Day, "The cheque bounced.", null), (wrong.ReversedOn, wrong.ReversalReason, right.ReversedOn));
        Assert.Equal((0m, 50m, 50m), (given.Pledge(pledge).Received, given.Pledge(other).Received, given.Totals.Received));
        Check.Refuses(given, Given.Receive(pledge, 50, "A"), 409, "bank-reference-already-booked", "bankReference", "'right'");
        Check.Refuses(given, Reverse(pledge, "A") with { ReceiptId = "wrong" }, 404, "not-found", null);
        given.Service.Accept(Reverse(other, "A") with { BankReference = null, ReceiptId = "right" });
        given.Service.Accept(Given.Receive(pledge, 20, "A", "third"));
        Check.Refuses(given, Reverse(pledge, "A") with { ReceiptId = "wrong" }, 409, "already-reversed", null, "'wrong'");
        Assert.Equal(20m, given.Totals.Received);
    }

    [Fact]
    public void A_receipt_after_a_reversal_lies_behind_the_gap()
    {
        var pledge = given.Pledged(100, certified: 40);
        given.Service.Accept(Given.Receive(pledge, 50, "A", "a"));
        given.Service.Accept(Reverse(pledge, "A"));
        given.Service.Accept(Given.Receive(pledge, 30, "B", "b"));
        given.Service.Accept(Given.Receive(pledge, 30, "C", "c"));
        Assert.Equal((30m, 10m, 20m), (Booked(pledge, "B").Allocated.Amount, Booked(pledge, "C").Allocated.Amount, Booked(pledge, "C").Unallocated.Amount));
    }

    [Fact]
    public void A_reversal_names_a_receipt_of_the_pledge_and_a_day_after_it()
    {
        var (pledge, other) = (given.Pledged(100), given.Pledged(100));
        given.Service.Accept(Given.Receive(pledge, 50, "A", "a"));
        Check.Refuses(given, Reverse(other, "A"), 404, "not-found", null);
        Check.Refuses(given, Reverse(pledge, ""), 404, "not-found", null);
        Check.Refuses(given, Reverse(pledge, "A") with { ReversedOn = Given.Day.AddDays(-1) }, 422, "date-out-of-order", "reversedOn");
        Check.Refuses(given, Reverse(pledge, "A") with { ReversedOn = new(2026, 1, 9) }, 422, "date-in-the-future", "reversedOn");
    }

    [Fact]
    public void Money_that_a_refund_holds_is_not_corrected_meanwhile()
    {
        var pledge = given.Pledged(100, certified: 40);
        given.Service.Accept(Given.Receive(pledge, 50, "A", "a"));
        given.Service.Accept(new RequestRefund(Given.Fund, pledge, "refund", Given.Euros(10), null, Given.Day, "Too much."));
        Check.Refuses(given, Reverse(pledge, "A") with { BankReference = null }, 409, "refund-pending", null);
    }

    [Fact]
    public void What_a_refund_holds_of_a_pot_is_taken_last()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 100, ("SLC", 60)));
        given.Service.Accept(Given.Receive(pledge, 50, "A", "a"));
        given.Service.Accept(Given.Receive(pledge, 25, "B", "b"));
        given.Service.Accept(new RequestRefund(Given.Fund, pledge, "refund", Given.Euros(40), "SLC", Given.Day, "Too much."));

        var reversed = Assert.IsType<ReceiptReversed>(Assert.Single(given.Service.Accept(Reverse(pledge, "A"))));

        // SLC has 45, the pool 30: the 35 that are not held go first, then 15 of the 40 that are.
        Assert.Equal(new WindowAmount("SLC", Given.Euros(20)), Assert.Single(reversed.Earmarked!));
        Assert.Equal((25m, 0m), (given.Pledge(pledge).Own().AllocatedIn("SLC"), given.Pledge(pledge).Own().AllocatedIn(null)));
        Assert.Equal((25m, 15m), (given.Pledge(pledge).Refund!.Allocated, given.Pledge(pledge).Refund!.LostAllocated));
    }

    [Fact]
    public void Receipts_fall_to_earmarks_and_the_pool_in_proportion_and_add_up_exactly()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 100, ("SLC", 33.33m), ("HOA", 33.33m)));
        IReadOnlyList<WindowAmount> Parts(decimal amount) => Assert.IsType<ContributionReceived>(given.Service.Accept(given.Receive(pledge, amount))[0]).Earmarked!;

        Assert.Equal([new("HOA", Given.Euros(3.33m)), new WindowAmount("SLC", Given.Euros(3.33m))], Parts(10));
        Parts(45.01m);
        Parts(44.99m);

        var own = given.Pledge(pledge).Own();
        Assert.Equal((33.33m, 33.33m, 33.34m), (own.AllocatedIn("SLC"), own.AllocatedIn("HOA"), own.AllocatedIn(null)));
    }

    [Fact]
    public void A_reversal_takes_from_the_earmarks_what_they_have_of_it()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 100, ("SLC", 60)));
        given.Service.Accept(Given.Receive(pledge, 50, "A", "a"));

        var reversed = Assert.IsType<ReceiptReversed>(given.Service.Accept(Reverse(pledge, "A"))[0]);

        Assert.Equal(new WindowAmount("SLC", Given.Euros(30)), Assert.Single(reversed.Earmarked!));
        Assert.Equal(60m, given.Pledge(pledge).FreeIn("SLC"));
    }
}
