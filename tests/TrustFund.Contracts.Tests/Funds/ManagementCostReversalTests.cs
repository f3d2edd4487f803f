using TrustFund.Contracts.Funds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Contracts.Tests.Funds;

public sealed class ManagementCostReversalTests
{
    static readonly DateOnly ReversedOn = Scene.Day.AddDays(10);

    readonly Scene scene = new();
    readonly string allocation;

    /// <summary>A pool of 1,000.00, of which 50.00 may be and 30.00 is set apart for management.</summary>
    public ManagementCostReversalTests()
    {
        scene.Certify(1_000m);
        var allocated = scene.ManagementCosts(30m);
        allocation = allocated.AllocationId;
        scene.Service.Accept(allocated, "arthur");
    }

    ReverseManagementCosts Reversal => new(Scene.Fund, allocation, ReversedOn, "It was decided for another fund.");

    ManagementCostAllocation Allocation => scene.Service.Get<ManagementCostAllocation>(allocation);

    ManagementCostsReleased Released => new(Scene.Fund, allocation, Money.Euros(30m));

    ManagementCostReleaseRefused Refused => new(Scene.Fund, allocation, Money.Euros(30m), Money.Euros(12.34m), "17.66 EUR is spent.");

    [Fact]
    public void A_reversal_asks_disbursements_and_the_pool_waits_for_the_answer()
    {
        var fact = Assert.Single(scene.Service.Accept(Reversal, "arthur"));

        Assert.Equal(new ManagementCostReversalRequested(Scene.Fund, allocation, Money.Euros(30m), ReversedOn, "It was decided for another fund."), fact);
        Assert.Equal((ManagementCostState.ReversalPending, ReversedOn), (Allocation.State, Allocation.ReversedOn));
        Assert.Equal((30m, 20m), (scene.Book.ManagementCosts, scene.Book.AllocatableToManagementCosts().Amount));
        Assert.Equal(202, Reversal.Status);
    }

    [Fact]
    public void What_disbursements_released_is_free_in_the_pool_again()
    {
        scene.Service.Accept(Reversal, "arthur");

        var fact = Assert.Single(scene.Disbursements(Released));

        Assert.Equal(new ManagementCostAllocationReversed(Scene.Fund, allocation, Money.Euros(30m), ReversedOn, "It was decided for another fund."), fact);
        Assert.Equal((0m, 50m), (scene.Book.ManagementCosts, scene.Book.AllocatableToManagementCosts().Amount));
        Assert.Equal(0m, scene.Availability.ManagementCosts.Amount);
        Assert.Equal(
            new(allocation, Scene.Fund, Money.Euros(30m), Scene.Day, "BOARD/2018/3", ManagementCostState.Reversed, ReversedOn, "It was decided for another fund.", null, null),
            ManagementCostAllocationView.Of(Allocation));
        Assert.Null(scene.Service.Execute(scene.ManagementCosts(50m)));
    }

    [Fact]
    public void What_is_booked_late_is_neither_asked_for_nor_reversed_before_that()
    {
        var late = scene.ManagementCosts(10m);
        var bookedOn = Scene.Day.AddDays(40);
        Assert.Null(scene.Service.Execute(late, "arthur", bookedOn));
        var reversal = Reversal with { AllocationId = late.AllocationId };

        scene.Service.AssertRefused(reversal, 422, "date-out-of-order", "bookedOn");
        Assert.Null(scene.Service.Execute(reversal, "arthur", bookedOn));
        Assert.IsType<ManagementCostAllocationReversed>(Assert.Single(scene.Disbursements(Released with { AllocationId = late.AllocationId, Amount = Money.Euros(10m) })));

        // The answer has no date of its own, and what follows from it took effect before the allocation is in the books.
        Assert.Equal((ReversedOn, bookedOn), (scene.Service.Journal[^1].Event.ValueDate!.Value, scene.Service.Journal[^1].BookedOn));
    }

    [Fact]
    public void What_is_spent_stays_allocated_and_may_be_asked_for_again()
    {
        scene.Service.Accept(Reversal, "arthur");

        var fact = Assert.Single(scene.Disbursements(Refused));

        Assert.Equal(new ManagementCostReversalRejected(Scene.Fund, allocation, Money.Euros(30m), Money.Euros(12.34m), "17.66 EUR is spent."), fact);
        Assert.Equal(
            new(
                allocation, Scene.Fund, Money.Euros(30m), Scene.Day, "BOARD/2018/3", ManagementCostState.ReversalRejected, ReversedOn,
                "It was decided for another fund.", "17.66 EUR is spent.", Money.Euros(12.34m)),
            ManagementCostAllocationView.Of(Allocation));
        Assert.Equal(30m, scene.Book.ManagementCosts);

        scene.Service.Accept(Reversal with { Reason = "The costs came back." }, "arthur");
        Assert.Equal((ManagementCostState.ReversalPending, "The costs came back.", (string?)null, (decimal?)null), (Allocation.State, Allocation.Reason, Allocation.Rejection, Allocation.LargestReleasable));
        Assert.IsType<ManagementCostAllocationReversed>(Assert.Single(scene.Disbursements(Released)));
        Assert.Equal(0m, scene.Book.ManagementCosts);
    }

    [Fact]
    public void Nothing_is_asked_for_twice_while_a_request_waits_nor_once_it_is_reversed()
    {
        scene.Service.Accept(Reversal, "arthur");
        scene.Service.AssertRefused(Reversal, 409, "reversal-pending", null);

        scene.Disbursements(Released);

        scene.Service.AssertRefused(Reversal, 409, "already-reversed", null);
    }

    [Fact]
    public void A_second_answer_changes_nothing()
    {
        scene.Service.Accept(Reversal, "arthur");
        scene.Disbursements(Released);

        Assert.Empty(scene.Disbursements(Released));
        Assert.Empty(scene.Disbursements(Refused));
        Assert.Equal((0m, ManagementCostState.Reversed), (scene.Book.ManagementCosts, Allocation.State));
    }

    [Fact]
    public void A_reversal_needs_its_funds_allocation_and_a_date_between_the_decision_and_today()
    {
        scene.Service.AssertRefused(Reversal with { Fund = "OTHER" }, 404, "not-found", null);
        scene.Service.AssertRefused(Reversal with { AllocationId = "none" }, 404, "not-found", null);
        scene.Service.AssertRefused(Reversal with { ReversedOn = Scene.Day.AddDays(-1) }, 422, "date-out-of-order", "reversedOn");
        scene.Service.AssertRefused(Reversal with { ReversedOn = new(2026, 1, 3) }, 422, "date-in-the-future", "reversedOn");
        Assert.Null(scene.Service.Execute(Reversal with { ReversedOn = Scene.Day }));
    }
}
