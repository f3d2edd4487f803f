using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Payments;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;
using TrustFund.ServiceDefaults;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Contracts;

public sealed class ClearingTests
{
    static readonly DateOnly ClearedOn = new(2018, 9, 1);

    static ClearPrefinancing Clear(decimal amount, string id = "k1", string report = "Interim report 1") => new(Fund, ContractId, id, new(Money.Euros(amount), ClearedOn, report));

    static ReverseClearing Reverse(string id = "k1") => new(Fund, ContractId, id, new(new(2018, 9, 5), " It was another contract's. "));

    /// <summary>Pre-financing, paid on 20 February 2018.</summary>
    static Given Prefinanced(decimal amount, string payment = Payment, string reference = "SEPA-1") => Paid(AFund(1_000, 500), amount, payment, reference);

    static Given Paid(Given given, decimal amount, string payment, string reference, DateOnly? on = null) => given
        .Accepted(Request(amount, payment, PaymentKind.PreFinancing), Fiona).Accepted(Verify(payment), Vera).Accepted(Authorise(payment), Arthur)
        .Accepted(Execute(payment, reference) with { PaidOn = on ?? PaidOn }, Fiona);

    [Fact]
    public void The_same_report_clears_once_whatever_its_letter_case_and_outer_blanks()
    {
        var given = Prefinanced(200).Accepted(Clear(50), Vera);

        var refusal = given.Refused(Clear(50, "k2", " INTERIM Report 1 "), Vera, 409, "report-already-cleared", "report");

        Assert.Equal("Report 'Interim report 1' has cleared 50.00 EUR on 2018-09-01: a report does that once.", refusal.Detail);
        given.Accepted(Clear(50, "k2", "Interim report 2"), Vera);
        Assert.Equal(100m, given.Signed.PrefinancingCleared);
    }

    [Fact]
    public void No_report_clears_what_had_not_been_paid_yet()
    {
        var given = Prefinanced(200);
        Paid(given, 100, "p2", "SEPA-2", on: new(2018, 2, 10));

        var early = Clear(50) with { Body = Clear(50).Body with { ClearedOn = new(2018, 2, 9) } };
        var refusal = given.Refused(early, Vera, 422, "date-before-payment", "clearedOn");
        Assert.Equal("The first pre-financing was paid on 2018-02-10: no report can have cleared it on 2018-02-09.", refusal.Detail);

        // What came back was not the first that was paid.
        given.Accepted(new ReversePayment(Fund, "p2", new(2018, 3, 1), "Wrong."), Arthur);
        given.Refused(early with { Body = early.Body with { ClearedOn = new(2018, 2, 19) } }, Vera, 422, "date-before-payment", "clearedOn");
        given.Accepted(early with { Body = early.Body with { ClearedOn = PaidOn } }, Vera);
    }

    [Fact]
    public void An_imported_pre_financing_counts_as_paid_on_its_day()
    {
        var given = AFund(1_000, 500).Accepted(new ImportPayment(Fund, ContractId, "old", PaymentKind.PreFinancing, Money.Euros(80), new(2018, 1, 20), "OLD-1"), Fiona);

        given.Refused(Clear(50) with { Body = Clear(50).Body with { ClearedOn = new(2018, 1, 19) } }, Vera, 422, "date-before-payment", "clearedOn");
        given.Accepted(Clear(50) with { Body = Clear(50).Body with { ClearedOn = new(2018, 1, 20) } }, Vera);
    }

    [Fact]
    public void No_report_clears_in_the_books_of_a_day_what_is_booked_as_paid_later()
    {
        var (july, first) = (new DateOnly(2018, 7, 1), Prefinanced(100));
        var given = first
            .Accepted(Request(50, "p2", PaymentKind.PreFinancing), Fiona).Accepted(Verify("p2"), Vera).Accepted(Authorise("p2"), Arthur);
        Assert.Null(given.Service.Execute(Execute("p2", "SEPA-2"), Fiona, july));
        var clearing = Clear(150) with { Body = Clear(150).Body with { ClearedOn = new(2018, 5, 1) } };

        var refusal = given.Refused(clearing, Vera, 422, "date-out-of-order", "bookedOn");
        Assert.Equal("The books have what it moves from 2018-07-01 on: ask for ?bookedOn=2018-07-01 or a later day.", refusal.Detail);
        Assert.Equal("date-out-of-order", given.Service.Execute(clearing, Vera, july.AddDays(-1))?.Code);
        Assert.Equal(0m, given.Signed.PrefinancingCleared);

        // What is booked by then is cleared in the books of that day; the rest from the day on which it is.
        given.Accepted(Clear(100, "k2", "Interim report 2") with { Body = new(Money.Euros(100), new(2018, 5, 1), "Interim report 2") }, Vera);
        Assert.Null(given.Service.Execute(Clear(50) with { Body = Clear(50).Body with { ClearedOn = new(2018, 5, 1) } }, Vera, july));
        Assert.Equal(0m, given.Signed.PrefinancingOpen().Amount);
    }

    [Fact]
    public void What_is_cleared_late_is_not_open_to_an_earlier_report()
    {
        var given = Prefinanced(200).Accepted(Clear(150), Vera);
        Assert.Null(given.Service.Execute(Reverse() with { Body = Reverse().Body with { ReversedOn = new(2018, 10, 1) } }, Arthur));

        // Between the clearing and its reversal 50 were open.
        var early = Clear(100, "k2", "Interim report 2") with { Body = new(Money.Euros(100), new(2018, 8, 1), "Interim report 2") };
        given.Refused(early, Vera, 422, "date-out-of-order", "bookedOn");
        given.Accepted(early with { Body = early.Body with { Amount = Money.Euros(50) } }, Vera);
    }

    [Fact]
    public void What_a_reversal_opens_is_open_when_that_is_booked()
    {
        var (given, december) = (Prefinanced(200).Accepted(Clear(150), Vera), new DateOnly(2018, 12, 1));
        Assert.Null(given.Service.Execute(Reverse(), Arthur, december));

        var again = Clear(200, "k2", "Interim report 2") with { Body = new(Money.Euros(200), new(2018, 10, 1), "Interim report 2") };
        var refusal = given.Refused(again, Vera, 422, "date-out-of-order", "bookedOn");
        Assert.Equal("The books have what it moves from 2018-12-01 on: ask for ?bookedOn=2018-12-01 or a later day.", refusal.Detail);
        Assert.Null(given.Service.Execute(again, Vera, december));
    }

    [Fact]
    public void A_payment_does_not_come_back_in_the_books_of_a_day_on_which_reports_had_used_it_up()
    {
        var given = Prefinanced(200).Accepted(Clear(50), Vera).Accepted(Reverse(), Arthur);
        var (cleared, reversal) = (new DateOnly(2018, 9, 5), new ReversePayment(Fund, Payment, new(2018, 3, 1), "Wrong."));

        foreach (var undo in new Command[] { reversal, new ReturnPayment(Fund, Payment, new(2018, 3, 1), "RET-1", "Closed account") })
        {
            var refusal = given.Refused(undo, undo is ReversePayment ? Arthur : Fiona, 422, "date-out-of-order", "bookedOn");
            Assert.Equal("The books have what it moves from 2018-09-05 on: ask for ?bookedOn=2018-09-05 or a later day.", refusal.Detail);
        }

        Assert.Null(given.Service.Execute(reversal, Arthur, cleared));
        Assert.Equal((0m, 0m), (given.Signed.PrefinancingPaid, given.Signed.Paid));
    }

    [Fact]
    public void A_clearing_is_taken_back_whole_and_its_report_clears_anew()
    {
        var given = Prefinanced(200).Accepted(Clear(150), Vera);

        var facts = given.Service.Accept(Reverse(), Arthur);

        Assert.Equal([new PrefinancingClearingReversed(Fund, ContractId, "k1", Money.Euros(150), new(2018, 9, 5), "It was another contract's.")], facts);
        Assert.Equal((0m, 200m, 200m), (given.Signed.PrefinancingCleared, given.Signed.PrefinancingOpen().Amount, given.Signed.Paid));
        given.Accepted(Clear(120, "k2") with { Body = Clear(120).Body with { ClearedOn = new(2018, 9, 5) } }, Vera);
        Assert.Equal((120m, 80m), (given.Signed.PrefinancingCleared, given.Signed.PrefinancingOpen().Amount));
        given.Refused(Clear(1, "k3"), Vera, 409, "report-already-cleared", "report");
    }

    [Fact]
    public void A_clearing_is_reversed_once_by_an_officer_who_did_not_accept_it_and_not_before_it()
    {
        var given = Prefinanced(200).Accepted(Clear(150), Vera);
        ReverseClearing On(int year, int month, int day) => Reverse() with { Body = Reverse().Body with { ReversedOn = new(year, month, day) } };

        given.Refused(Reverse("unknown"), Arthur, 404, "not-found", "report");
        given.Refused(Reverse() with { ContractId = "unknown" }, Arthur, 404, "not-found", "contract");
        given.Refused(Reverse() with { Fund = "NONE" }, Arthur, 404, "not-found", "contract");
        given.Refused(On(2018, 8, 31), Arthur, 422, "date-before-clearing", "reversedOn");
        given.Refused(On(2026, 1, 2), Arthur, 422, "date-in-the-future", "reversedOn");
        given.Refused(Reverse(), Vera, 403, "four-eyes", null);
        given.Accepted(On(2018, 9, 1), Arthur);
        given.Refused(Reverse(), Arthur, 409, "already-reversed", null);
    }

    [Fact]
    public void A_payment_that_was_cleared_can_be_reversed_once_the_clearing_is()
    {
        var given = Prefinanced(200).Accepted(Clear(50), Vera);
        given.Refused(new ReversePayment(Fund, Payment, new(2018, 9, 6), "Wrong."), Arthur, 409, "prefinancing-cleared", null);

        given.Accepted(Reverse(), Arthur).Accepted(new ReversePayment(Fund, Payment, new(2018, 9, 6), "Wrong."), Arthur);

        Assert.Equal((0m, 0m, 0m), (given.Signed.PrefinancingPaid, given.Signed.PrefinancingCleared, given.Signed.Paid));
        Assert.Empty(given.Signed.PrefinancingPayments);
    }

    [Fact]
    public void What_the_bank_sent_back_after_it_was_cleared_is_even_again_when_the_clearing_is_reversed()
    {
        var given = Prefinanced(200).Accepted(Clear(50), Vera).Accepted(new ReturnPayment(Fund, Payment, new(2018, 9, 2), "RET-1", "Closed account"), Fiona);
        Assert.Equal(-50m, given.Signed.PrefinancingOpen().Amount);

        given.Accepted(Reverse(), Arthur);

        Assert.Equal(0m, given.Signed.PrefinancingOpen().Amount);
    }

    [Fact]
    public void The_list_has_each_clearing_with_who_accepted_and_who_reversed_it_a_page_at_a_time()
    {
        var given = Prefinanced(200).Accepted(Clear(50), Vera).Accepted(Clear(20, "k2", "Interim report 2"), Vera).Accepted(Reverse(), Arthur);

        var first = ListClearings.Of(given.Signed, new PageRequest(1, null));
        var second = ListClearings.Of(given.Signed, new PageRequest(1, "k1"));

        Assert.Equal([new ClearingView("k1", "Interim report 1", Money.Euros(50), ClearedOn, Vera, new(2018, 9, 5), Arthur, "It was another contract's.")], first.Items);
        Assert.NotNull(first.Next);
        Assert.Equal([new ClearingView("k2", "Interim report 2", Money.Euros(20), ClearedOn, Vera, null, null, null)], second.Items);
        Assert.Null(second.Next);
    }
}
