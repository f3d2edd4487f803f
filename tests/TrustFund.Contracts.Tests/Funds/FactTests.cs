using TrustFund.Events.Audit.V1;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Contracts.Tests.Funds;

/// <summary>Facts always book: what they leave short blocks decisions until it is made up for.</summary>
public sealed class FactTests
{
    /// <summary>A pledge in NOK is certified at one rate and received at another: availability follows, with a line of its own.</summary>
    [Fact]
    public void A_NOK_pledge_is_received_at_another_rate()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(1_000m, ("HOA", 600m));
        scene.Approve("HOA", 600m);

        scene.Exchange(-50m, ("HOA", -30m));

        Assert.Equal((570m, 380m, 950m), (scene.Window("HOA").Earmarked, scene.Book.Pool, scene.Availability.Certified.Amount));
        Assert.Equal(-30m, scene.Availability.Windows[0].Available.Amount);
        var refusal = scene.Service.AssertRefused(scene.Approval("HOA", 0.01m), 422, "insufficient-availability", "amount");
        Assert.Equal(
            "0.01 EUR is more than the -30.00 EUR that window HOA has available: 570.00 EUR earmarked and 0.00 EUR allocated, less 600.00 EUR approved.",
            refusal.Detail);
        // What the Board gives closes the gap first.
        scene.Allocate("HOA", 30.01m);
        Assert.Null(scene.Service.Execute(scene.Approval("HOA", 0.01m)));
    }

    [Fact]
    public void A_gain_can_be_promised_and_its_reversal_takes_it_back()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(100m);
        scene.Exchange(20m);
        scene.Allocate("HOA", 120m);
        scene.Pledges(new ExchangeDifferenceRealised(Scene.Fund, "pledge-1", "receipt-1", "NO", Money.Euros(-20m), [], Scene.Day, Reversal: true));

        Assert.Equal((100m, -20m), (scene.Book.Pool, scene.Availability.Allocatable.Amount));
        var refusal = scene.Service.AssertRefused(scene.Allocation("NOA", 0.01m), 422, "insufficient-pool", "amount");
        Assert.Contains("-20.00 EUR that can be allocated", refusal.Detail, StringComparison.Ordinal);
        Assert.Equal(Money.Euros(0m), Assert.IsType<ReleaseRefused>(scene.AskBack(1m)).LargestReleasable);
    }

    [Fact]
    public void Interest_reaches_the_pool_only_where_the_fund_says_so()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(100m);

        scene.Interest(10m);
        scene.Interest(7m, adds: false);
        scene.Interest(-4m);
        Assert.Equal(106m, scene.Book.Pool);

        scene.Pledges(new InterestReversed(Scene.Fund, "interest-1", Money.Euros(10m), true, Scene.Day, "Booked twice"));
        scene.Pledges(new InterestReversed(Scene.Fund, "interest-2", Money.Euros(7m), false, Scene.Day, "Booked twice"));
        Assert.Equal(96m, scene.Book.Pool);
    }

    [Fact]
    public void Negative_interest_may_take_an_empty_pool_below_zero()
    {
        var scene = new Scene();
        scene.Interest(-4m);

        Assert.Equal((-4m, 0m, -4m), (scene.Availability.Pool.Amount, scene.Availability.ManagementCostCap.Amount, scene.Availability.Allocatable.Amount));
    }

    [Fact]
    public void A_refund_releases_what_was_allocated_and_is_free()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(100m);
        scene.Allocate("HOA", 60m);

        var refused = Assert.IsType<ReleaseRefused>(Assert.Single(scene.Refund("refund-1", 5m, 40.01m)));
        Assert.Equal((Money.Euros(40.01m), Money.Euros(40m), "refund-1"), (refused.Amount, refused.LargestReleasable, refused.RequestId));
        var released = Assert.IsType<ResourcesReleased>(Assert.Single(scene.Refund("refund-2", 5m, 40m)));
        Assert.Equal((Money.Euros(40m), "refund-2"), (released.Amount, released.RequestId));
        Assert.Equal(60m, scene.Book.Pool);
    }

    [Fact]
    public void A_refund_of_what_was_never_allocated_asks_nobody_here()
    {
        var scene = new Scene();

        Assert.Empty(scene.Refund("refund-1", 5m, 0m));
    }

    [Fact]
    public void A_refund_that_cannot_be_paid_comes_back_into_its_pot()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(100m, ("HOA", 70m));
        scene.Refund("refund-1", 0m, 50m, "HOA");
        scene.Refund("refund-2", 0m, 30m);
        Assert.Equal((20m, 0m), (scene.Window("HOA").Earmarked, scene.Book.Pool));

        scene.Pledges(Rejected("refund-1", 50m, "HOA"));
        scene.Pledges(Rejected("refund-2", 30m, null));
        scene.Pledges(Rejected("refund-3", 0m, null));

        Assert.Equal((70m, 30m), (scene.Window("HOA").Earmarked, scene.Book.Pool));
    }

    [Fact]
    public void A_period_is_closed_by_a_fact_of_this_services_own()
    {
        var scene = new Scene();

        var closed = Assert.IsType<TrustFund.Events.Contracts.V1.PeriodClosed>(Assert.Single(
            scene.Service.Follow("audit", new PeriodCloseRequested(Scene.Fund, "close-1", new(2018, 12, 31), null))));

        Assert.Equal(("close-1", new DateOnly(2018, 12, 31)), (closed.RequestId, closed.Through));
        scene.Certify(1_000m);
        scene.Service.AssertRefused(scene.Allocation("HOA", 1m), 409, "period-closed", "bookedOn");
        Assert.Null(scene.Service.Execute(scene.Allocation("HOA", 1m), bookedOn: new(2019, 1, 1)));
    }

    static RefundRejected Rejected(string request, decimal returned, string? window) => new(
        Scene.Fund, request, "pledge-1", "EU", Money.Euros(50m), Money.Euros(returned), window, Money.Euros(0m), "The cash is spent.");
}
