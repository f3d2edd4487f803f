using TrustFund.Disbursements.Refunds;
using TrustFund.Pledges.Refunds;
using TrustFund.Simulation.Tests.Officers;
using Refund = TrustFund.Pledges.Refunds.Refund;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>
/// Money goes back to its donor, asked of Contracts first and of Disbursements then. Of the 120.00 that came, 90.00 are the pool's and
/// 30.00 the Horn of Africa's.
/// </summary>
public sealed class RefundTests
{
    static readonly DateOnly Day = new(2019, 2, 1);

    readonly Given given = new();

    [Fact]
    public void Granted_at_both_places_and_paid_it_lowers_everything_on_its_way()
    {
        var request = Ask(90, null);
        given.Simulation.Settle();
        Assert.Equal((RefundState.AwaitingPayment, 510m, 30m), (Asked(request).State, given.Fund.Pool, given.Cash.Available().Amount));
        Assert.Equal((1_000m, 800m, 120m), (given.Pledge.Pledged, given.Pledge.Certified, given.Pledge.Received));

        Assert.Null(Pay(request));
        given.Simulation.Settle();

        Assert.Equal(RefundState.Completed, Asked(request).State);
        Assert.Equal((910m, 710m, 30m, 30m), (given.Pledge.Pledged, given.Pledge.Certified, given.Pledge.Received, given.Pledge.Allocated));
        Assert.Equal((510m, 30m, 0m), (given.Fund.Pool, given.Cash.Balance().Amount, given.Cash.Reserved));
        Assert.Equal("wrong-state", Pay(request)?.Code);
    }

    [Fact]
    public void Refused_by_Contracts_it_changes_nothing_anywhere()
    {
        Assert.Null(given.Approve(20));
        var request = Ask(30, "HOA");

        given.Simulation.Settle();

        Assert.Equal((RefundState.Rejected, 20m), (Asked(request).State, Asked(request).LargestReleasable));
        Assert.Equal((200m, 120m, 120m), (given.Window.Earmarked, given.Cash.Available().Amount, given.Pledge.Received));
        Assert.Null(given.Approve(20));
    }

    [Fact]
    public void Refused_by_Disbursements_it_gives_back_what_Contracts_had_released()
    {
        Assert.Null(given.Authorise(given.Verified(100)));
        var request = Ask(90, null);
        given.Simulation.Hear(given.Contracts, given.Pledges);
        Assert.Equal(510m, given.Fund.Pool);

        given.Simulation.Settle();

        Assert.Equal((RefundState.Rejected, 20m), (Asked(request).State, Asked(request).LargestReleasable));
        Assert.Equal((600m, 100m, 20m), (given.Fund.Pool, given.Cash.Reserved, given.Cash.Available().Amount));
        Assert.Null(given.Pledge.Refund);
    }

    [Fact]
    public void What_a_granted_refund_holds_cannot_be_paid_to_a_partner()
    {
        Ask(90, null);
        given.Simulation.Settle();

        Assert.Equal("insufficient-cash", given.Authorise(given.Verified(30.01m))?.Code);
        Assert.Null(given.Authorise(given.Verified(30)));
    }

    [Fact]
    public void While_it_is_under_way_what_it_was_released_from_cannot_be_allocated()
    {
        var request = Ask(90, null);
        given.Simulation.Hear(given.Contracts, given.Pledges);

        // 510.00 less 25.50 for management costs and 350.00 allocated.
        Assert.Equal("insufficient-pool", Allocate(134.51m)?.Code);
        Assert.Null(Allocate(134.50m));
        given.Simulation.Settle();

        Assert.Equal(RefundState.AwaitingPayment, Asked(request).State);
    }

    [Fact]
    public void What_waits_unallocated_goes_back_without_Contracts()
    {
        given.Receive(700);
        given.Simulation.Settle();
        Assert.Equal((20m, 800m), (given.Cash.Unallocated, given.Cash.Available().Amount));
        given.Contracts.Stop();
        var request = Ask(20, null);
        given.Simulation.Hear(given.Disbursements, given.Pledges);

        Assert.Null(Pay(request));
        given.Simulation.Settle();

        Assert.Equal((0m, 800m), (given.Cash.Unallocated, given.Cash.Balance().Amount));
        Assert.Equal((RefundState.Completed, 1_000m, 800m, 800m), (Asked(request).State, given.Pledge.Pledged, given.Pledge.Certified, given.Pledge.Received));
    }

    [Fact]
    public void Reversed_it_waits_unallocated_until_a_new_certificate_covers_it()
    {
        given.Receive(680);
        given.Simulation.Settle();
        var request = Ask(90, null);
        given.Simulation.Settle();
        Assert.Null(Pay(request));
        given.Simulation.Settle();

        Assert.Null(Reverse(request));
        Assert.Equal("already-reversed", Reverse(request)?.Code);
        given.Simulation.Settle();

        Assert.Equal(RefundState.Reversed, Asked(request).State);
        Assert.Equal((910m, 710m, 800m, 710m), (given.Pledge.Pledged, given.Pledge.Certified, given.Pledge.Received, given.Pledge.Allocated));
        Assert.Equal((510m, 90m, 710m), (given.Fund.Pool, given.Cash.Unallocated, given.Cash.Available().Amount));

        given.Certify(200);
        given.Simulation.Settle();

        Assert.Equal((910m, 800m, 800m), (given.Pledge.Certified, given.Pledge.Received, given.Pledge.Allocated));
        Assert.Equal((710m, 0m, 800m), (given.Fund.Pool, given.Cash.Unallocated, given.Cash.Available().Amount));
    }

    [Fact]
    public void Reversed_before_Pledges_has_heard_that_it_was_paid_it_is_allocated_where_a_certificate_still_waits_for_money()
    {
        var request = Ask(90, null);
        given.Simulation.Settle();
        given.Pledges.Stop();
        Assert.Null(Pay(request));
        Assert.Null(Reverse(request, "bank return"));
        Assert.Equal((90m, 30m), (given.Cash.Unallocated, given.Cash.Available().Amount));
        given.Pledges.Start();

        given.Simulation.Settle();

        Assert.Equal(RefundState.Reversed, Asked(request).State);
        Assert.Equal((910m, 710m, 120m, 120m), (given.Pledge.Pledged, given.Pledge.Certified, given.Pledge.Received, given.Pledge.Allocated));
        Assert.Equal((510m, 0m, 120m), (given.Fund.Pool, given.Cash.Unallocated, given.Cash.Available().Amount));
    }

    [Fact]
    public void A_donor_gets_back_its_own_money_only()
    {
        given.Contribute("IT", 500, 500);
        given.Simulation.Settle();
        var payment = given.Pay(150);
        given.Simulation.Settle();
        Assert.NotNull(payment);
        // Of the 150.00, 30.00 were earmarked, and 120.00 pooled of DE's 90.00 and IT's 500.00: 18.31 and 101.69.
        var request = Ask(90, null);

        given.Simulation.Settle();

        Assert.Equal((RefundState.Rejected, 71.69m), (Asked(request).State, Asked(request).LargestReleasable));
        Assert.Equal(1_100m, given.Fund.Pool);
    }

    string Ask(decimal amount, string? window)
    {
        var request = given.NextId("refund");
        given.Simulation.Do(given.Pledges, new RequestRefund(BegunFund.Code, BegunFund.PledgeId, request, Money.Euros(amount), window, Day, "It was not needed."));
        return request;
    }

    Refund Asked(string id) => given.Pledges.Service.Get<Refund>(id);

    Refusal? Pay(string id) => given.Simulation.Ask(given.Disbursements, new ExecuteRefund(BegunFund.Code, id, Day, $"sepa {id}"), Given.Authoriser);

    Refusal? Reverse(string id, string? reference = null) => given.Simulation.Ask(
        given.Disbursements, new ReverseRefund(BegunFund.Code, id, Day, "The account was closed.", reference, MayCorrect: true), Given.Verifier);

    Refusal? Allocate(decimal amount) => given.Simulation.Ask(given.Contracts, new TrustFund.Contracts.Funds.AllocateResources(
        BegunFund.Code, given.NextId("allocation"), "NOA", Money.Euros(amount), BegunFund.DecidedOn, "BOARD/2019/1"), Given.Authoriser);
}
