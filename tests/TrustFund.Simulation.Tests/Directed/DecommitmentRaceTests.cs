using TrustFund.Contracts.Decommitments;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>A part of a contract is given back while it is being paid: Disbursements, who holds the right to pay, decides in the order it hears.</summary>
public sealed class DecommitmentRaceTests
{
    static readonly DateOnly AfterDeadline = new(2021, 1, 1);

    readonly Given given = new();

    [Fact]
    public void An_authorisation_that_comes_first_is_kept_and_the_decommitment_rejected()
    {
        var payment = given.Verified(100);
        var request = given.AskForDecommitment(50.01m);
        Assert.Null(given.Authorise(payment));

        given.Simulation.Settle();

        Assert.Equal((DecommitmentState.Rejected, 50m), (given.Decommitment(request).State, given.Decommitment(request).LargestReleasable));
        Assert.Equal((150m, 0m, 150m), (given.Signed.Contracted, given.Signed.Pending, given.Payable.Ceiling));
        Assert.Null(given.Execute(payment));
    }

    [Fact]
    public void A_decommitment_that_is_heard_first_is_granted_and_the_authorisation_refused()
    {
        var payment = given.Verified(100);
        var request = given.AskForDecommitment(50.01m);
        given.Simulation.Hear(given.Disbursements, given.Contracts);

        Assert.Equal("exceeds-contract", given.Authorise(payment)?.Code);
        Assert.Equal((150m, 50.01m, 99.99m), (given.Signed.Contracted, given.Signed.Pending, given.Payable.Ceiling));
        given.Simulation.Settle();

        Assert.Equal(DecommitmentState.Completed, given.Decommitment(request).State);
        Assert.Equal((99.99m, 0m, 99.99m), (given.Signed.Contracted, given.Signed.Pending, given.Payable.Ceiling));
    }

    [Fact]
    public void What_a_rejected_payment_had_reserved_can_be_decommitted()
    {
        var payment = given.Verified(100);
        Assert.Null(given.Authorise(payment));
        Assert.Null(given.Reject(payment));
        var request = given.AskForDecommitment(150);

        given.Simulation.Settle();

        Assert.Equal(DecommitmentState.Completed, given.Decommitment(request).State);
        Assert.Equal((0m, 0m), (given.Signed.Contracted, given.Payable.Ceiling));
    }

    [Fact]
    public void After_the_deadline_it_leaves_the_action_and_what_was_allocated_returns_to_the_pool()
    {
        // The window's 100.00 of allocation go back; the other 50.00 were earmarked and stay with it.
        var request = given.AskForDecommitment(150, AfterDeadline);

        given.Simulation.Settle();

        Assert.Equal("fund", given.Decommitment(request).Destination);
        Assert.Equal((0m, 110m, 200m), (given.Window.Allocated, given.Window.Approved, given.Window.Earmarked));
        Assert.Equal(250m, given.Contracts.Service.Get<SpendingFund>(Officers.BegunFund.Code).Allocated);
        Assert.Null(given.Approve(90));
        Assert.Equal("insufficient-availability", given.Approve(0.01m)?.Code);
    }

    [Fact]
    public void What_was_given_back_and_approved_anew_cannot_be_taken_back_by_the_donor()
    {
        given.AskForDecommitment(150, AfterDeadline);
        given.Simulation.Settle();
        Assert.Null(given.Approve(90));
        var request = given.AskBack(0.01m);

        given.Simulation.Settle();

        Assert.Equal((ReductionState.Rejected, 0m), (given.Reduction(request).State, given.Reduction(request).LargestReleasable));
    }
}
