using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Refunds;
using TrustFund.Events.Audit.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using static TrustFund.Disbursements.Tests.Given;
using PeriodClosed = TrustFund.Events.Disbursements.V1.PeriodClosed;

namespace TrustFund.Disbursements.Tests;

public sealed class PeriodTests
{
    static readonly DateOnly EndOfFebruary = new(2018, 2, 28);

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
    public void A_reversal_into_a_closed_period_is_refused_and_one_after_it_is_not()
    {
        var given = Closed(AFund(1_000, 500).Executed(300));
        var reversal = new ReversePayment(Fund, Payment, EndOfFebruary, "Wrong.");

        given.Refused(reversal, Arthur, 409, "period-closed", "bookedOn");

        Assert.IsType<PaymentReversed>(Assert.Single(given.Service.Accept(reversal with { On = new(2018, 3, 1) }, Arthur)));
    }
}
