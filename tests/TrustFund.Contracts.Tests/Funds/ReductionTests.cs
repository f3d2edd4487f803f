using FsCheck.Xunit;
using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;

namespace TrustFund.Contracts.Tests.Funds;

public sealed class ReductionTests
{
    [Fact]
    public void What_is_free_in_the_pool_is_released_whole()
    {
        var scene = new Scene();
        scene.Certify(1_000m);

        var released = Assert.IsType<ResourcesReleased>(scene.AskBack(1_000m));

        Assert.Equal((Money.Euros(1_000m), null, "pledge-1"), (released.Amount, released.Window, released.PledgeId));
        Assert.Equal(0m, scene.Book.Pool);
    }

    [Fact]
    public void A_smaller_pool_needs_a_smaller_cap_so_more_than_the_allocatable_amount_can_be_released()
    {
        var scene = new Scene();
        scene.Certify(1_000m);
        scene.Allocate("HOA", 475m);

        // 500.00 less 25.00 leaves the 475.00 that are allocated; 499.99 less 25.00 would not.
        var refused = Assert.IsType<ReleaseRefused>(scene.AskBack(500.01m));
        Assert.Equal(Money.Euros(500m), refused.LargestReleasable);
        Assert.Equal(
            "The pool of EUTF-AFRICA has 1000.00 EUR, of which 475.00 EUR is allocated to windows and 50.00 EUR kept for management costs: "
            + "500.00 EUR can be released.",
            refused.Reason);
        Assert.Equal(1_000m, scene.Book.Pool);

        Assert.IsType<ResourcesReleased>(scene.AskBack(500m));
        Assert.Equal(0m, scene.Book.Allocatable().Amount);
    }

    [Fact]
    public void An_earmark_is_released_as_far_as_the_window_has_not_approved_it()
    {
        var scene = new Scene();
        scene.Certify(100m, ("HOA", 100m));
        scene.Approve("HOA", 70m);

        var refused = Assert.IsType<ReleaseRefused>(scene.AskBack(30.01m, "HOA"));

        Assert.Equal((Money.Euros(30m), "HOA"), (refused.LargestReleasable, refused.Window));
        Assert.IsType<ResourcesReleased>(scene.AskBack(30m, "HOA"));
        Assert.Equal((70m, 0m), (scene.Window("HOA").Earmarked, scene.Window("HOA").Available().Amount));
    }

    [Fact]
    public void What_the_board_allocated_to_a_window_is_no_donors_to_take_back()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(150m, ("HOA", 50m));
        scene.Allocate("HOA", 100m);

        Assert.Equal(Money.Euros(50m), Assert.IsType<ReleaseRefused>(scene.AskBack(50.01m, "HOA")).LargestReleasable);
    }

    [Fact]
    public void A_pool_that_is_allocated_wholly_releases_nothing()
    {
        var scene = new Scene(capPercent: 0);
        scene.Certify(100m);
        scene.Allocate("HOA", 100m);

        Assert.Equal(Money.Euros(0m), Assert.IsType<ReleaseRefused>(scene.AskBack(0.01m)).LargestReleasable);
    }

    [Property(MaxTest = 500)]
    public void The_largest_releasable_amount_leaves_enough_and_one_unit_more_would_not(uint pool, uint allocated, ushort percent)
    {
        var fund = new Scene(capPercent: percent % 10_001 / 100m).Book with { Pool = pool % 100_000_000 / 100m };
        fund = fund with { Allocated = decimal.Floor(fund.Allocatable().Amount * (allocated % 1001) / 10) / 100 };

        var largest = fund.LargestReleasable().Amount;

        Assert.InRange(largest, 0, fund.Pool);
        Assert.False((fund with { Pool = fund.Pool - largest }).Allocatable().IsNegative);
        if (largest < fund.Pool)
            Assert.True((fund with { Pool = fund.Pool - largest - 0.01m }).Allocatable().IsNegative);
    }
}
