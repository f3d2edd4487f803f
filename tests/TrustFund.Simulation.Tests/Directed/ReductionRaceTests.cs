using TrustFund.Pledges.Reductions;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>A donor takes money back while it is being promised on: Contracts, who holds it, hears of both in one order, and that order decides.</summary>
public sealed class ReductionRaceTests
{
    readonly Given given = new();

    [Fact]
    public void An_approval_that_comes_first_is_kept_and_the_reduction_is_rejected()
    {
        var request = given.AskBack(40);
        Assert.Null(given.Approve(39.99m));

        given.Simulation.Settle();

        Assert.Equal((ReductionState.Rejected, 0.01m), (given.Reduction(request).State, given.Reduction(request).LargestReleasable));
        Assert.Equal((800m, 0m), (given.Pledge.Certified, given.Pledge.Reserved));
        Assert.Null(given.Approve(0.01m));
        Assert.Equal("insufficient-availability", given.Approve(0.01m)?.Code);
    }

    [Fact]
    public void A_reduction_that_is_heard_first_is_released_and_the_approval_refused()
    {
        var request = given.AskBack(40);
        given.Simulation.Hear(given.Contracts, given.Pledges);

        Assert.Equal("insufficient-availability", given.Approve(0.01m)?.Code);
        Assert.Equal((ReductionState.Pending, 40m, 800m), (given.Reduction(request).State, given.Pledge.Reserved, given.Pledge.Certified));
        given.Simulation.Settle();

        Assert.Equal(ReductionState.Completed, given.Reduction(request).State);
        Assert.Equal((960m, 760m, 0m), (given.Pledge.Pledged, given.Pledge.Certified, given.Pledge.Reserved));
    }

    [Fact]
    public void Of_two_reductions_that_do_not_fit_together_the_second_is_rejected()
    {
        var (first, second) = (given.AskBack(25), given.AskBack(25));

        given.Simulation.Settle();

        Assert.Equal((ReductionState.Completed, ReductionState.Rejected), (given.Reduction(first).State, given.Reduction(second).State));
        Assert.Equal(15m, given.Reduction(second).LargestReleasable);
    }

    [Theory]
    [InlineData(231.57, true)]
    [InlineData(231.58, true)]
    [InlineData(231.59, false)]
    public void The_pool_releases_to_the_cent_what_its_allocations_and_its_management_costs_leave(decimal amount, bool released)
    {
        // 600.00 − 231.58 = 368.42 leaves 368.42 − 18.42 = 350.00, which is allocated.
        var request = given.AskBack(amount, window: null);

        given.Simulation.Settle();

        Assert.Equal(released ? ReductionState.Completed : ReductionState.Rejected, given.Reduction(request).State);
        Assert.Equal(released ? null : 231.58m, given.Reduction(request).LargestReleasable);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_arrives_meanwhile_waits_and_is_spent_only_when_the_reduction_is_rejected(bool approvedFirst)
    {
        given.AskBack(40);
        given.Receive(680);
        Assert.Equal((760m, 40m), (given.Pledge.Allocated, given.Pledge.Waiting()));
        if (approvedFirst)
            Assert.Null(given.Approve(40));

        given.Simulation.Settle();

        Assert.Equal(approvedFirst ? (800m, 0m) : (760m, 40m), (given.Pledge.Allocated, given.Pledge.Waiting()));
        Assert.Equal(approvedFirst ? (800m, 0m) : (760m, 40m), (given.Cash.Received, given.Cash.Unallocated));
    }

    [Fact]
    public void While_Contracts_is_down_the_request_stays_open_and_nothing_is_lost()
    {
        given.Contracts.Stop();
        var request = given.AskBack(40);
        given.World.LoseQueue(new("contracts", "pledges"));
        given.Simulation.Hear(given.Contracts, given.Pledges);

        Assert.Equal(ReductionState.Pending, given.Reduction(request).State);
        given.Simulation.Settle();

        Assert.Equal(ReductionState.Completed, given.Reduction(request).State);
    }
}
