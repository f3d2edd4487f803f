using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests.Reductions;

public sealed class ReduceCertifiedTests
{
    readonly Given given = new();

    [Fact]
    public void What_is_certified_is_reserved_until_Contracts_has_decided()
    {
        var pledge = given.Pledged(100, certified: 80, received: 30);
        var reduce = Given.Reduce(pledge, 50, ReductionSource.Certified);
        var fact = Assert.IsType<ReductionRequested>(Assert.Single(given.Service.Accept(reduce)));

        Assert.Equal(("reduction-1", Given.Euros(50), null), (fact.RequestId, fact.Amount, fact.Window));
        Assert.Equal(202, reduce.Status);
        Assert.Equal("/funds/EUTF-AFRICA/reductions/reduction-1", reduce.Location);
        Assert.Equal((100m, 80m, 50m, 0m), (given.Pledge(pledge).Pledged, given.Pledge(pledge).Certified, given.Pledge(pledge).Reserved, given.Pledge(pledge).Free()));
        Assert.Equal(ReductionState.Pending, given.Service.Get<Reduction>("reduction-1").State);
        Assert.Equal(50m, given.Totals.Reserved);
    }

    [Fact]
    public void What_arrived_cannot_be_asked_back()
    {
        var pledge = given.Pledged(100, certified: 80, received: 30);
        Check.Refuses(given, Given.Reduce(pledge, 50.01m, ReductionSource.Certified), 422, "exceeds-reducible", "amount", "leaves 50.00 EUR");
    }

    [Fact]
    public void What_arrived_for_a_window_cannot_be_asked_back_of_it()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 80, ("HOA", 40)));
        given.Service.Accept(given.Receive(pledge, 50));
        Check.Refuses(given, Given.Reduce(pledge, 15.01m, ReductionSource.Certified, "HOA"), 422, "exceeds-earmarked", "amount", "15.00 EUR");
        Assert.Null(given.Refused(Given.Reduce(pledge, 15, ReductionSource.Certified, "HOA")));
    }

    [Fact]
    public void What_is_asked_back_already_cannot_be_asked_back_again()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Reduce(pledge, 50, ReductionSource.Certified));
        Check.Refuses(given, Given.Reduce(pledge, 30.01m, ReductionSource.Certified, request: "second"), 422, "exceeds-reducible", "amount", "50.00 EUR asked back already");
        Assert.Null(given.Refused(Given.Reduce(pledge, 30, ReductionSource.Certified, request: "second")));
    }

    [Fact]
    public void A_reduction_stays_within_the_earmark_of_its_window()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 100, ("SLC", 60), ("HOA", 25)));

        Check.Refuses(given, Given.Reduce(pledge, 60.01m, ReductionSource.Certified, "SLC"), 422, "exceeds-earmarked", "amount", "60.00 EUR");
        Check.Refuses(given, Given.Reduce(pledge, 0.01m, ReductionSource.Certified, "NOA"), 422, "exceeds-earmarked", "amount", "0.00 EUR");
        Check.Refuses(given, Given.Reduce(pledge, 15.01m, ReductionSource.Certified), 422, "exceeds-unearmarked", "amount", "15.00 EUR");
        given.Service.Accept(Given.Reduce(pledge, 45, ReductionSource.Certified, "SLC"));
        Check.Refuses(given, Given.Reduce(pledge, 15.01m, ReductionSource.Certified, "SLC", "second"), 422, "exceeds-earmarked", "amount", "15.00 EUR");
        Assert.Null(given.Refused(Given.Reduce(pledge, 15, ReductionSource.Certified, request: "third")));
    }

    [Fact]
    public void A_reduction_names_a_window_of_the_fund() => Check.Refuses(
        given, Given.Reduce(given.Pledged(100, certified: 100), 1, ReductionSource.Certified, "XXX"), 422, "unknown-window", "window");

    [Fact]
    public void Nothing_certified_means_nothing_to_ask_back() => Check.Refuses(
        given, Given.Reduce(given.Pledged(100), 1, ReductionSource.Certified), 422, "exceeds-reducible", "amount", "leaves 0.00 EUR");
}
