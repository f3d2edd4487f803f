using TrustFund.Contracts.Funds;
using TrustFund.Events.Audit.V1;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Contracts.Tests.Funds;

public sealed class ReverseAllocationTests
{
    readonly Scene scene = new(capPercent: 0);

    [Fact]
    public void A_reversed_allocation_is_in_the_pool_again_and_says_by_whom_when_and_why()
    {
        var allocation = Allocated("HOA", 60m);
        Allocated("HOA", 40m);

        var fact = Assert.IsType<AllocationReversed>(Assert.Single(scene.Service.Accept(Scene.Reversal(allocation), "augusta")));

        Assert.Equal(new(Scene.Fund, allocation, "HOA", Money.Euros(60m), Scene.Day.AddDays(1), "The decision named another window."), fact);
        Assert.Equal((40m, 40m, 160m), (scene.Window("HOA").Allocated, scene.Book.Allocated, scene.Book.Allocatable().Amount));
        var view = AllocationView.Of(scene.Service.Get<Allocation>(allocation));
        Assert.Equal((Scene.Day.AddDays(1), "augusta", "The decision named another window."), (view.ReversedOn, view.ReversedBy, view.ReversalReason));
        Assert.Null(scene.Service.Execute(scene.Allocation("SLC", 160m)));
    }

    [Fact]
    public void A_second_reversal_is_refused()
    {
        var allocation = Allocated("HOA", 60m);
        Allocated("HOA", 60m);
        scene.Service.Accept(Scene.Reversal(allocation), "arthur");

        scene.Service.AssertRefused(Scene.Reversal(allocation), 409, "already-reversed", null);

        Assert.Equal(60m, scene.Window("HOA").Allocated);
    }

    [Fact]
    public void What_the_window_has_approved_stays_with_it()
    {
        var allocation = Allocated("HOA", 60m);
        Allocated("HOA", 40m);
        scene.Approve("HOA", 40.01m);

        var refusal = scene.Service.AssertRefused(Scene.Reversal(allocation), 422, "insufficient-availability", "id");

        Assert.Equal(
            "60.00 EUR is more than the 59.99 EUR that window HOA can give back: 100.00 EUR of what came to it by allocation is still its own, "
            + "and 59.99 EUR of its resources is not approved; earmarks stay with it.",
            refusal.Detail);
        Assert.Equal((100m, 100m), (scene.Window("HOA").Allocated, scene.Book.Allocated));
    }

    [Fact]
    public void What_the_window_passed_on_it_cannot_give_back_even_out_of_its_earmarks()
    {
        scene.Certify(500m, ("HOA", 500m));
        var allocation = Allocated("HOA", 60m);
        scene.Service.Accept(scene.Transfer("HOA", "SLC", 0.01m), "arthur");

        scene.Service.AssertRefused(Scene.Reversal(allocation), 422, "insufficient-availability", "id");

        scene.Service.Accept(scene.Transfer("SLC", "HOA", 0.01m), "arthur");
        Assert.Null(scene.Service.Execute(Scene.Reversal(allocation), "arthur"));
        Assert.Equal((500m, 0m), (scene.Window("HOA").Available().Amount, scene.Book.Allocated));
    }

    [Fact]
    public void It_needs_an_allocation_of_the_fund_and_a_date_that_has_come_since()
    {
        var good = Scene.Reversal(Allocated("HOA", 60m));

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { AllocationId = "other" }, 404, "not-found", "id");
        scene.Service.AssertRefused(good with { ReversedOn = Scene.Day.AddDays(-1) }, 422, "date-out-of-order", "reversedOn");
        scene.Service.AssertRefused(good with { ReversedOn = new(2026, 1, 3) }, 422, "date-in-the-future", "reversedOn");
        Assert.Null(scene.Service.Execute(good with { ReversedOn = Scene.Day }));
    }

    [Fact]
    public void A_closed_period_refuses_it()
    {
        var allocation = Allocated("HOA", 60m);
        scene.Service.Follow("audit", new PeriodCloseRequested(Scene.Fund, "close-1", Scene.Day.AddDays(1), null));

        scene.Service.AssertRefused(Scene.Reversal(allocation), 409, "period-closed", "bookedOn");

        Assert.Null(scene.Service.Execute(Scene.Reversal(allocation) with { ReversedOn = Scene.Day.AddDays(2) }));
    }

    [Fact]
    public void What_is_booked_late_is_not_reversed_before_that()
    {
        scene.Certify(120m);
        var allocation = scene.Allocation("HOA", 60m);
        Assert.Null(scene.Service.Execute(allocation, "arthur", bookedOn: Scene.Day.AddDays(30)));
        var reversal = Scene.Reversal(allocation.AllocationId);

        var refusal = scene.Service.AssertRefused(reversal, 422, "date-out-of-order", "bookedOn");

        Assert.Equal("It reverses what is booked on 2018-07-01: ask for ?bookedOn=2018-07-01 or a later day.", refusal.Detail);
        Assert.Equal(60m, scene.Window("HOA").Allocated);
        Assert.Null(scene.Service.Execute(reversal, bookedOn: Scene.Day.AddDays(30)));
        Assert.Equal(0m, scene.Window("HOA").Allocated);
    }

    string Allocated(string window, decimal amount)
    {
        scene.Certify(2 * amount);
        var allocation = scene.Allocation(window, amount);
        scene.Service.Accept(allocation, "arthur");
        return allocation.AllocationId;
    }
}
