using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Refunds;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Refunds;

public sealed class ReverseRefundTests
{
    const string Augusta = "augusta";

    static readonly DateOnly PaidBackOn = new(2018, 8, 1);

    static readonly ReverseRefund Correction = new(Fund, "f1", new(2018, 9, 1), "It was paid to another donor.", null, MayCorrect: true);

    static readonly ReverseRefund Return = new(Fund, "f1", new(2018, 9, 2), "Account closed.", "RET-1", MayCorrect: false);

    static RefundCashRequested Asked(string id, decimal unallocated, decimal allocated) => new(
        Fund, id, "pledge", "DE", Money.Euros(unallocated + allocated), Money.Euros(unallocated), Money.Euros(allocated), null, new(2018, 7, 1));

    /// <summary>A fund with 100.00 of DE's to spend and 20.00 that wait, of which 15.00 and 30.00 went back to it.</summary>
    static Given Refunded(string reference = "REFUND-1")
    {
        var given = AFund(100, 500).Received(0, unallocated: 20);
        given.Service.Follow("pledges", Asked("f1", 15, 30));
        return given.Accepted(new ExecuteRefund(Fund, "f1", PaidBackOn, reference), Arthur);
    }

    [Fact]
    public void A_refund_that_is_reversed_is_held_for_the_donor_unallocated_whatever_it_was_taken_from()
    {
        var given = Refunded();
        var pots = given.Sources.Pots;
        Assert.Equal((5m, 30m, 70m), (given.Cash.Unallocated, given.Cash.Refunded, given.Cash.Available().Amount));

        var reversed = Assert.IsType<RefundReversed>(Assert.Single(given.Service.Accept(Correction, Augusta)));

        Assert.Equal(new(Fund, "f1", "pledge", "DE", Money.Euros(45), Correction.ReversedOn, Correction.Reason), reversed);
        Assert.Equal((50m, 0m, 30m, 70m, 70m), (given.Cash.Unallocated, given.Cash.UnallocatedReserved, given.Cash.Refunded, given.Cash.Balance().Amount, given.Cash.Available().Amount));
        Assert.Equal(pots, given.Sources.Pots);
        Assert.Equal(30m, pots[0].Used);
        var view = RefundView.Of(given.Service.Get<Refund>("f1"));
        Assert.Equal(
            (RefundStatus.Reversed, Augusta, Correction.ReversedOn, Correction.Reason, null, PaidBackOn),
            (view.Status, view.ReversedBy, view.ReversedOn, view.ReversedBecause, view.ReturnReference, view.PaidOn));
        Assert.NotNull(view.ReversedAt);
    }

    [Fact]
    public void What_came_back_is_cash_to_spend_once_it_is_allocated_anew()
    {
        var given = Refunded().Accepted(Correction, Augusta);

        given.Service.Follow("pledges", new ContributionAllocated(Fund, "pledge", "DE", Money.Euros(45), new(2018, 10, 1)));

        Assert.Equal((5m, 145m, 30m, 115m), (given.Cash.Unallocated, given.Cash.Received, given.Cash.Refunded, given.Cash.Available().Amount));
        Assert.Equal((145m, 30m), (given.Sources.Pots[0].Brought, given.Sources.Pots[0].Used));
        given.Executed(115);
        Assert.Equal("DE 115.00", Text(given.ThePayment().Attribution));
    }

    [Fact]
    public void What_came_back_is_refunded_anew()
    {
        var given = Refunded().Accepted(Correction, Augusta);

        Assert.IsType<RefundCashGranted>(Assert.Single(given.Service.Follow("pledges", Asked("f2", 50, 0))));
        given.Accepted(new ExecuteRefund(Fund, "f2", new(2018, 10, 1), "REFUND-1"), Arthur);

        Assert.Equal((0m, 30m, 70m), (given.Cash.Unallocated, given.Cash.Refunded, given.Cash.Balance().Amount));
    }

    [Fact]
    public void A_second_reversal_is_refused()
    {
        var given = Refunded().Accepted(Correction, Augusta);

        given.Refused(Correction, Augusta, 409, "already-reversed", null);
        given.Refused(Return, Arthur, 409, "already-reversed", null);
        given.Refused(new RejectRefund(Fund, "f1", "No."), Arthur, 409, "wrong-state", null);
        Assert.Equal(50m, given.Cash.Unallocated);
    }

    [Fact]
    public void Only_what_was_paid_is_reversed_on_a_day_since_that_has_come()
    {
        var granted = AFund(100, 500);
        granted.Refused(Correction, Augusta, 404, "not-found", "id");
        granted.Service.Follow("pledges", Asked("f1", 0, 30));
        granted.Refused(Correction, Augusta, 409, "wrong-state", null);

        Refunded().Refused(Correction with { Fund = "EIP" }, Augusta, 404, "not-found", "id");
        Refunded().Refused(Correction with { ReversedOn = PaidBackOn.AddDays(-1) }, Augusta, 422, "date-before-payment", "reversedOn");
        Refunded().Refused(Correction with { ReversedOn = new(2026, 1, 2) }, Augusta, 422, "date-in-the-future", "reversedOn");
        Refunded().Accepted(Correction with { ReversedOn = PaidBackOn }, Augusta);
    }

    [Fact]
    public void Nobody_corrects_what_they_booked_but_what_the_bank_returned_anybody_books()
    {
        Refunded().Refused(Correction, Arthur, 403, "four-eyes", null);
        Refunded().Refused(Correction with { MayCorrect = false }, Fiona, 403, "not-returned", null);
        Refunded().Accepted(Return, Arthur);
        Refunded().Accepted(Return, Fiona);
    }

    [Fact]
    public void A_corrected_refund_leaves_its_line_and_its_reference_to_the_right_one()
    {
        var given = Refunded().Accepted(Statement((-45, "REFUND-1")), Fiona);
        Assert.Equal("f1", Line(given, "REFUND-1").MatchedTarget);
        given.Service.Follow("pledges", Asked("f2", 0, 45));

        var facts = given.Service.Accept(Correction, Augusta);
        Assert.Equal(Correction.Reason, Assert.IsType<BankLineUnmatched>(facts[1]).Reason);
        given.Accepted(new ExecuteRefund(Fund, "f2", PaidBackOn, "refund-1"), Arthur);

        Assert.Equal(("refund", "f2"), (Line(given, "REFUND-1").MatchedKind!, Line(given, "REFUND-1").MatchedTarget!));
    }

    [Theory]
    [InlineData("RET-1")]
    [InlineData("REFUND-1")]
    public void What_the_bank_returned_is_matched_with_its_own_line(string reference)
    {
        var given = Refunded().Accepted(Statement((-45, "REFUND-1"), (45, reference)), Fiona);

        var facts = given.Service.Accept(Return with { BankReference = reference }, Augusta);

        var matched = Assert.IsType<BankLineMatched>(facts[1]);
        Assert.Equal(("return", "f1"), (matched.Kind, matched.TargetId));
        Assert.Equal(["refund", "return"], given.Service.All.OfType<BankLine>().Select(line => line.MatchedKind!).Order(StringComparer.Ordinal));
        Assert.Equal((reference, 50m), (RefundView.Of(given.Service.Get<Refund>("f1")).ReturnReference, given.Cash.Unallocated));
        var entry = given.Service.Get<BankEntry>(BankEntry.IdOf(Fund, reference));
        Assert.Equal(45m, Assert.Single(entry.Bookings, booking => booking.Kind == "return").Amount);
    }

    [Fact]
    public void The_banks_entry_is_booked_once()
    {
        var given = Refunded().Executed(10, "p1", "SEPA-1");

        given.Refused(Return with { BankReference = "sepa-1" }, Arthur, 409, "bank-reference-already-booked", "bankReference");

        Assert.Equal((5m, RefundStatus.Executed), (given.Cash.Unallocated, given.Service.Get<Refund>("f1").Status));
    }

    [Fact]
    public void A_credit_that_is_booked_as_a_receipt_is_not_counted_again_as_the_refunds_return()
    {
        var given = Refunded();
        given.Service.Follow("pledges", Receipt(0, 45) with { ReceiptId = "receipt-2", BankReference = "RET-1" });
        Assert.Equal(50m, given.Cash.Unallocated);

        given.Refused(Correction with { BankReference = "ret-1" }, Arthur, 409, "bank-reference-already-booked", "bankReference");

        Assert.Equal((50m, RefundStatus.Executed), (given.Cash.Unallocated, given.Service.Get<Refund>("f1").Status));
    }

    static RecordStatement Statement(params (decimal Amount, string Reference)[] lines) => new(
        Fund, "statement-1", [.. lines.Select(line => new StatementLine("BE1", PaidBackOn, Money.Euros(line.Amount), line.Reference, null, null))]);

    static BankLine Line(Given given, string reference) => Assert.Single(given.Service.All.OfType<BankLine>(), line => line.Reference == reference);
}
