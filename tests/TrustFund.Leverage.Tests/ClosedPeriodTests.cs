using TrustFund.Events.Audit.V1;
using TrustFund.Rehearsal;

namespace TrustFund.Leverage.Tests;

public class ClosedPeriodTests
{
    static MemoryService ClosedThroughMarch()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed);
        var closed = Assert.Single(service.Follow("audit", new PeriodCloseRequested(Eip.Fund, "close-1", new(2018, 3, 31), null)));
        Assert.Equal(new Events.Leverage.V1.PeriodClosed(Eip.Fund, "close-1", new(2018, 3, 31)), closed);
        return service;
    }

    [Fact]
    public void A_closed_period_refuses_entries()
    {
        var service = ClosedThroughMarch();

        service.AssertRefused(Solar.FirstPart with { DisbursedOn = new(2018, 3, 31) }, 409, "period-closed", "bookedOn");
        service.Accept(Solar.FirstPart with { DisbursedOn = new(2018, 4, 1) });
    }

    [Fact]
    public void A_closed_period_refuses_reversals_into_it_and_an_open_one_takes_them()
    {
        var service = ClosedThroughMarch();

        service.AssertRefused(Solar.Reverse("solar-signature") with { ReversedOn = new(2018, 3, 2) }, 409, "period-closed", "bookedOn");
        service.Accept(Solar.Reverse("solar-signature") with { ReversedOn = new(2018, 4, 2) });

        Assert.Equal(Solar.Millions(1000, 0, 0), service.Three());
    }

    [Fact]
    public void An_entry_that_is_booked_late_is_not_reversed_before_that()
    {
        var service = Solar.After(Solar.Expected);
        Assert.Null(service.Execute(Solar.Signed, bookedOn: new(2018, 8, 1)));
        var reversal = Solar.Reverse("solar-signature") with { ReversedOn = new(2018, 4, 2) };

        service.AssertRefused(reversal, 422, "date-out-of-order", "bookedOn");
        Assert.Null(service.Execute(reversal, bookedOn: new(2018, 8, 1)));

        Assert.Equal(Solar.Millions(1000, 0, 0), service.Three());
    }
}
