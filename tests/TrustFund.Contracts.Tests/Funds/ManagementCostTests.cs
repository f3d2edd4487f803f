using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Contracts.Tests.Funds;

public sealed class ManagementCostTests
{
    [Fact]
    public void Management_costs_take_all_of_their_cap_and_not_one_cent_more()
    {
        var scene = new Scene();
        scene.Certify(1_200m, ("HOA", 200m));
        scene.Service.Accept(scene.ManagementCosts(20m), "arthur");

        var refusal = scene.Service.AssertRefused(scene.ManagementCosts(30.01m), 422, "exceeds-management-cost-cap", "amount");

        Assert.Equal(
            "30.01 EUR is more than the 30.00 EUR left for management costs: the pool of EUTF-AFRICA has 1000.00 EUR, of which 5 per cent, "
            + "50.00 EUR, may be taken and 20.00 EUR is.",
            refusal.Detail);
        var fact = Assert.IsType<ManagementCostsAllocated>(Assert.Single(scene.Service.Accept(scene.ManagementCosts(30m), "arthur")));
        Assert.Equal((Money.Euros(30m), "BOARD/2018/3"), (fact.Amount, fact.Decision));
        Assert.Equal((50m, 50m, 950m), (scene.Availability.ManagementCosts.Amount, scene.Availability.ManagementCostCap.Amount, scene.Availability.Allocatable.Amount));
    }

    [Fact]
    public void What_the_windows_may_have_is_the_same_whether_management_costs_are_allocated_or_not()
    {
        var scene = new Scene();
        scene.Certify(1_000m);
        scene.Allocate("HOA", 950m);

        Assert.Null(scene.Service.Execute(scene.ManagementCosts(50m)));
        scene.Service.AssertRefused(scene.Allocation("HOA", 0.01m), 422, "insufficient-pool", "amount");
    }

    [Fact]
    public void The_pool_shrinks_no_further_than_its_cap_covers_the_management_costs()
    {
        var scene = new Scene();
        scene.Certify(1_000m);
        scene.Service.Accept(scene.ManagementCosts(30m), "arthur");

        // 5 per cent of 599.90 is 29.995, which rounds to 30.00; of 599.89 it rounds to 29.99.
        var refused = Assert.IsType<ReleaseRefused>(scene.AskBack(400.11m));
        Assert.Equal(Money.Euros(400.10m), refused.LargestReleasable);
        Assert.Equal(
            "The pool of EUTF-AFRICA has 1000.00 EUR, of which 0.00 EUR is allocated to windows and 50.00 EUR kept for management costs, of which "
            + "30.00 EUR is allocated: 400.10 EUR can be released.",
            refused.Reason);
        Assert.IsType<ResourcesReleased>(scene.AskBack(400.10m));
        Assert.Equal(Money.Euros(30m), scene.Book.ManagementCostCap());
        Assert.Equal(Money.Euros(0m), Assert.IsType<ReleaseRefused>(scene.AskBack(0.01m)).LargestReleasable);
    }

    [Fact]
    public void A_pool_that_facts_have_shrunk_below_its_management_costs_keeps_them_and_gives_nothing_more()
    {
        var scene = new Scene();
        scene.Certify(1_000m);
        scene.Service.Accept(scene.ManagementCosts(50m), "arthur");
        scene.Interest(-600m);

        Assert.Equal((Money.Euros(20m), Money.Euros(50m)), (scene.Book.ManagementCostCap(), scene.Book.KeptForManagementCosts()));
        Assert.Equal(Money.Euros(350m), scene.Book.Allocatable());
        scene.Service.AssertRefused(scene.ManagementCosts(0.01m), 422, "exceeds-management-cost-cap", "amount");
        Assert.Equal(Money.Euros(0m), Assert.IsType<ReleaseRefused>(scene.AskBack(0.01m)).LargestReleasable);
    }

    [Fact]
    public void Management_costs_need_the_pools_money_as_well_as_its_cap()
    {
        var scene = new Scene();
        scene.Certify(1_000m);
        scene.Allocate("HOA", 950m);
        scene.Interest(-20m);

        var refusal = scene.Service.AssertRefused(scene.ManagementCosts(30.01m), 422, "insufficient-pool", "amount");
        Assert.Equal(
            "30.01 EUR is more than the 30.00 EUR that the pool of EUTF-AFRICA has free: of its 980.00 EUR, 950.00 EUR is allocated to windows "
            + "and 0.00 EUR to management costs.",
            refusal.Detail);
        Assert.Null(scene.Service.Execute(scene.ManagementCosts(30m)));
    }

    [Fact]
    public void An_allocation_to_management_costs_needs_a_fund_its_currency_and_a_date_that_has_come()
    {
        var scene = new Scene();
        scene.Certify(1_000m);
        var good = scene.ManagementCosts(1m);

        scene.Service.AssertRefused(good with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(good with { Amount = new(1m, Currency.Of("USD")) }, 422, "wrong-currency", "amount");
        scene.Service.AssertRefused(good with { AllocatedOn = new(2026, 1, 3) }, 422, "date-in-the-future", "allocatedOn");
        scene.Service.Accept(good);
        Assert.Equal(
            new(good.AllocationId, Scene.Fund, Money.Euros(1m), Scene.Day, "BOARD/2018/3", ManagementCostState.Standing, null, null, null, null),
            ManagementCostAllocationView.Of(scene.Service.Get<ManagementCostAllocation>(good.AllocationId)));
    }
}
