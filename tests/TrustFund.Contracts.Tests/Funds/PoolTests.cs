using TrustFund.Contracts.Funds;

namespace TrustFund.Contracts.Tests.Funds;

public sealed class PoolTests
{
    [Fact]
    public void A_certificate_feeds_the_windows_it_is_earmarked_to_and_the_pool_with_the_rest()
    {
        var scene = new Scene();

        scene.Certify(1_800_000m, ("HOA", 855_000m), ("NOA", 180_000m));

        Assert.Equal(855_000m, scene.Window("HOA").Earmarked);
        Assert.Equal(180_000m, scene.Window("NOA").Earmarked);
        Assert.Equal(0m, scene.Window("SLC").Earmarked);
        Assert.Equal(765_000m, scene.Book.Pool);
    }

    [Fact]
    public void A_certificate_earmarked_wholly_leaves_the_pool_as_it_is()
    {
        var scene = new Scene();

        scene.Certify(1_800_000m, ("HOA", 855_000m), ("NOA", 180_000m), ("SLC", 765_000m));

        Assert.Equal(0m, scene.Book.Pool);
        Assert.Equal(Money.Euros(1_800_000m), scene.Availability.Certified);
    }

    [Fact]
    public void The_board_allocates_all_but_the_management_costs()
    {
        var scene = new Scene();
        scene.Certify(1_000m);

        scene.Allocate("HOA", 950m);

        Assert.Equal(Money.Euros(950m), scene.Window("HOA").Available());
        Assert.Equal((Money.Euros(50m), Money.Euros(0m)), (scene.Availability.Unallocated, scene.Availability.Allocatable));
    }

    [Fact]
    public void One_cent_more_than_the_pool_has_free_is_refused()
    {
        var scene = new Scene();
        scene.Certify(1_000m);
        scene.Allocate("NOA", 100m);

        var refusal = scene.Service.AssertRefused(scene.Allocation("HOA", 850.01m), 422, "insufficient-pool", "amount");

        Assert.Equal(
            "850.01 EUR is more than the 850.00 EUR that can be allocated: the pool of EUTF-AFRICA has 1000.00 EUR, "
            + "of which 50.00 EUR is kept for management costs and 100.00 EUR is allocated.",
            refusal.Detail);
    }

    [Theory]
    [InlineData("EUR", 0.10, 0.01)] // 0.005: half up
    [InlineData("EUR", 0.09, 0.00)] // 0.0045
    [InlineData("XOF", 10, 1)] // 0.5
    [InlineData("XOF", 9, 0)]
    [InlineData("TND", 0.010, 0.001)] // 0.0005
    public void The_cap_is_rounded_half_up_to_the_currencys_minor_units(string currency, decimal pool, decimal cap)
    {
        var scene = new Scene(currency: currency);
        scene.Certify(pool);

        Assert.Equal(scene.Amount(cap), scene.Book.ManagementCostCap());
        Assert.Equal(scene.Amount(pool - cap), scene.Book.Allocatable());
    }

    [Fact]
    public void An_allocation_needs_a_fund_a_window_its_currency_and_a_date_that_has_come()
    {
        var scene = new Scene();
        scene.Certify(1_000m);
        var good = scene.Allocation("HOA", 1m);

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { Window = "OTHER" }, 422, "unknown-window", "window");
        scene.Service.AssertRefused(good with { Amount = new(1m, Currency.Of("USD")) }, 422, "wrong-currency", "amount");
        scene.Service.AssertRefused(good with { Amount = Money.Euros(0m) }, 422, "not-positive", "amount");
        scene.Service.AssertRefused(good with { AllocatedOn = Scene.Established.AddDays(-1) }, 422, "date-out-of-order", "allocatedOn");
        scene.Service.AssertRefused(good with { AllocatedOn = new(2026, 1, 2) }, 422, "date-in-the-future", "allocatedOn");
        Assert.Null(scene.Service.Execute(good with { AllocatedOn = new(2026, 1, 1) }));
    }

    [Fact]
    public void An_allocation_can_be_read_back()
    {
        var scene = new Scene();
        scene.Certify(1_000m);
        var allocation = scene.Allocation("HOA", 10m);
        scene.Service.Accept(allocation);

        Assert.Equal(
            new(allocation.AllocationId, Scene.Fund, "HOA", Money.Euros(10m), Scene.Day, "BOARD/2018/1", null, null, null),
            AllocationView.Of(scene.Service.Get<Allocation>(allocation.AllocationId)));
    }
}
