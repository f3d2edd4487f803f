using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Disbursements.Refunds;
using TrustFund.Events.Audit.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using static TrustFund.Disbursements.Tests.Given;
using PeriodClosed = TrustFund.Events.Disbursements.V1.PeriodClosed;

namespace TrustFund.Disbursements.Tests;

public sealed class PeriodTests
{
    static readonly DateOnly EndOfFebruary = new(2018, 2, 28);

    static readonly DateOnly August = new(2018, 8, 1);

    static void Book(Given given, Command command, string actor) => Assert.Null(given.Service.Execute(command, actor, August));

    static void RefusedBeforeAugust(Given given, Command reversal, string actor)
    {
        var refusal = given.Refused(reversal, actor, 422, "date-out-of-order", "bookedOn");
        Assert.Equal("It reverses what is booked on 2018-08-01: ask for ?bookedOn=2018-08-01 or a later day.", refusal.Detail);
        Book(given, reversal, actor);
    }

    static Given Closed(Given given)
    {
        Assert.Equal([new PeriodClosed(Fund, "close-1", EndOfFebruary)], given.Service.Follow("audit", new PeriodCloseRequested(Fund, "close-1", EndOfFebruary, null)));
        return given;
    }

    [Fact]
    public void A_backdated_entry_meets_a_closed_period()
    {
        var given = Closed(AFund(1_000, 500).Authorised(300));

        given.Refused(Execute(), Fiona, 409, "period-closed", "bookedOn");

        Assert.Null(given.Service.Execute(Execute(), Fiona, bookedOn: new(2018, 3, 1)));
        Assert.Equal((PaidOn, new DateOnly(2018, 3, 1)), (given.ThePayment().PaidOn, given.Service.Journal[^1].BookedOn));
    }

    [Fact]
    public void A_reversal_of_a_refund_into_a_closed_period_is_refused_and_one_after_it_is_not()
    {
        var given = AFund(100, 500);
        given.Service.Follow("pledges", new RefundCashRequested(
            Fund, "f1", "pledge", "DE", Money.Euros(30), Money.Euros(0), Money.Euros(30), null, new(2018, 1, 1)));
        Closed(given.Accepted(new ExecuteRefund(Fund, "f1", new(2018, 2, 1), "REFUND-1"), Arthur));
        var reversal = new ReverseRefund(Fund, "f1", EndOfFebruary, "Wrong.", null, MayCorrect: true);

        given.Refused(reversal, "augusta", 409, "period-closed", "bookedOn");

        given.Accepted(reversal with { ReversedOn = new(2018, 3, 1) }, "augusta");
    }

    [Fact]
    public void A_bank_charge_that_is_booked_late_is_not_reversed_before_that()
    {
        var given = AFund(100, 500);
        Book(given, new ChargeBank(Fund, "b1", new(Money.Euros(5), new(2018, 4, 30), "FEE-1")), Fiona);

        RefusedBeforeAugust(given, new ReverseCost(Fund, "b1", new(new(2018, 5, 1), "Booked twice.")), Arthur);

        Assert.Equal(100m, given.Cash.Balance().Amount);
    }

    [Fact]
    public void A_payment_that_is_booked_late_does_not_come_back_before_that()
    {
        var given = AFund(1_000, 500).Authorised(300);
        Book(given, Execute(), Fiona);

        given.Refused(new ReversePayment(Fund, Payment, EndOfFebruary, "Wrong."), Arthur, 422, "date-out-of-order", "bookedOn");
        RefusedBeforeAugust(given, new ReturnPayment(Fund, Payment, EndOfFebruary, "RET-1", "Closed account"), Fiona);

        Assert.Equal(1_000m, given.Cash.Balance().Amount);
    }

    [Fact]
    public void What_is_settled_late_of_a_recovery_order_is_not_taken_back_before_that()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona);
        Book(given, Cashed(40, receipt: "back"), Fiona);
        Book(given, new WaiveRecovery(Fund, "r1", new(Money.Euros(10), new(2018, 5, 20), "Insolvent."), "waiver"), Arthur);

        RefusedBeforeAugust(given, new ReverseRecoveryReceipt(Fund, "r1", "back", new(new(2018, 5, 21), "Another's money.")), Arthur);
        RefusedBeforeAugust(given, new ReverseRecoveryWaiver(Fund, "r1", "waiver", new(new(2018, 5, 21), "They pay.")), "augusta");
    }

    [Fact]
    public void A_refund_that_is_booked_late_is_not_reversed_before_that()
    {
        var given = AFund(100, 500);
        given.Service.Follow("pledges", new RefundCashRequested(
            Fund, "f1", "pledge", "DE", Money.Euros(30), Money.Euros(0), Money.Euros(30), null, new(2018, 1, 1)));
        Book(given, new ExecuteRefund(Fund, "f1", new(2018, 2, 1), "REFUND-1"), Arthur);

        RefusedBeforeAugust(given, new ReverseRefund(Fund, "f1", EndOfFebruary, "Wrong.", null, MayCorrect: true), "augusta");
    }

    [Fact]
    public void A_reversal_into_a_closed_period_is_refused_and_one_after_it_is_not()
    {
        var given = Closed(AFund(1_000, 500).Executed(300));
        var reversal = new ReversePayment(Fund, Payment, EndOfFebruary, "Wrong.");

        given.Refused(reversal, Arthur, 409, "period-closed", "bookedOn");

        Assert.IsType<PaymentReversed>(Assert.Single(given.Service.Accept(reversal with { On = new(2018, 3, 1) }, Arthur)));
    }
}
