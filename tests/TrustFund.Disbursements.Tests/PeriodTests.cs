using TrustFund.Disbursements.Payments;
using TrustFund.Events.Audit.V1;
using TrustFund.Events.Disbursements.V1;
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
    public void A_reversal_into_a_closed_period_is_refused_and_one_after_it_is_not()
    {
        var given = Closed(AFund(1_000, 500).Executed(300));
        var reversal = new ReversePayment(Fund, Payment, EndOfFebruary, "Wrong.");

        given.Refused(reversal, Arthur, 409, "period-closed", "bookedOn");

        Assert.IsType<PaymentReversed>(Assert.Single(given.Service.Accept(reversal with { On = new(2018, 3, 1) }, Arthur)));
    }
}
