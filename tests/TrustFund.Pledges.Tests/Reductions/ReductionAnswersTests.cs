using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests.Reductions;

public sealed class ReductionAnswersTests
{
    readonly Given given = new();

    static ResourcesReleased Released(string pledge, decimal amount, string? window = null) =>
        new(Given.Fund, "reduction-1", pledge, Given.Euros(amount), window);

    static ReleaseRefused Refused(string pledge, decimal amount) =>
        new(Given.Fund, "reduction-1", pledge, Given.Euros(amount), null, Given.Euros(12), "The rest is approved.");

    IReadOnlyList<IFundEvent> Hears(IFundEvent answer) => given.Service.Follow("contracts", answer);

    [Fact]
    public void A_release_lowers_what_is_certified_and_what_is_pledged()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 80, ("HOA", 50)));
        given.Service.Accept(Given.Reduce(pledge, 20, ReductionSource.Certified, "HOA"));

        var completed = Assert.IsType<ReductionCompleted>(Assert.Single(Hears(Released(pledge, 20, "HOA"))));

        Assert.Equal((Given.Euros(20), "HOA"), (completed.Amount, completed.Window));
        Assert.Equal((80m, 60m, 0m, 30m), (given.Pledge(pledge).Pledged, given.Pledge(pledge).Certified, given.Pledge(pledge).Reserved, given.Pledge(pledge).FreeIn("HOA")));
        Assert.Equal((80m, 60m, 30m, 0m), (given.Totals.Pledged, given.Totals.Certified, given.Totals.Earmarked, given.Totals.Reserved));
        Assert.Equal(30m, given.Service.Get<Window>("EUTF-AFRICA/HOA").Earmarked);
        Assert.Equal(ReductionState.Completed, given.Service.Get<Reduction>("reduction-1").State);
    }

    [Fact]
    public void A_refusal_lifts_the_reservation_and_says_why()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Reduce(pledge, 20, ReductionSource.Certified));

        Assert.IsType<ReductionRejected>(Assert.Single(Hears(Refused(pledge, 20))));

        var view = ReductionView.Of(given.Service.Get<Reduction>("reduction-1"));
        Assert.Equal((ReductionState.Rejected, "The rest is approved.", Given.Euros(12)), (view.State, view.RejectionReason, view.LargestReleasable));
        Assert.Equal((100m, 80m, 0m), (given.Pledge(pledge).Pledged, given.Pledge(pledge).Certified, given.Pledge(pledge).Reserved));
    }

    [Fact]
    public void Money_that_waited_because_of_the_reservation_is_allocated_when_it_is_lifted()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Reduce(pledge, 50, ReductionSource.Certified));
        given.Service.Accept(given.Receive(pledge, 70));

        var facts = Hears(Refused(pledge, 50));

        Assert.Equal(Given.Euros(40), Assert.IsType<ContributionAllocated>(facts[1]).Amount);
        Assert.Equal((70m, 0m), (given.Pledge(pledge).Allocated, given.Pledge(pledge).Waiting()));
    }

    [Fact]
    public void Money_that_waited_goes_on_waiting_when_the_amount_is_released()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Reduce(pledge, 50, ReductionSource.Certified));
        given.Service.Accept(given.Receive(pledge, 70));

        Assert.Single(Hears(Released(pledge, 50)));

        Assert.Equal((30m, 30m, 40m), (given.Pledge(pledge).Certified, given.Pledge(pledge).Allocated, given.Pledge(pledge).Waiting()));
    }

    [Fact]
    public void An_answer_that_comes_again_changes_nothing()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Reduce(pledge, 20, ReductionSource.Certified));
        Hears(Released(pledge, 20));

        Assert.Empty(Hears(Released(pledge, 20)));
        Assert.Empty(Hears(Refused(pledge, 20)));
        Assert.Equal(60m, given.Pledge(pledge).Certified);
    }

    [Fact]
    public void An_answer_that_fits_no_request_is_put_aside()
    {
        var pledge = given.Pledged(100, certified: 80);
        Assert.Throws<InvalidOperationException>(() => Hears(Released(pledge, 20)));
        given.Service.Accept(Given.Reduce(pledge, 20, ReductionSource.Certified));
        Assert.Throws<InvalidOperationException>(() => Hears(Released(pledge, 19)));
        Assert.Throws<InvalidOperationException>(() => Hears(Released(pledge, 20, "HOA")));
        Assert.Equal(ReductionState.Pending, given.Service.Get<Reduction>("reduction-1").State);
    }
}
