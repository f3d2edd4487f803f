using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests.Reductions;

public sealed class ReduceUncertifiedTests
{
    readonly Given given = new();

    [Fact]
    public void What_is_not_certified_is_taken_back_at_once()
    {
        var pledge = given.Pledged(100, certified: 60, received: 60);
        var reduce = Given.Reduce(pledge, 40, ReductionSource.Uncertified);
        var fact = Assert.IsType<PledgeReduced>(Assert.Single(given.Service.Accept(reduce)));

        Assert.Equal(("reduction-1", Given.Euros(40)), (fact.RequestId, fact.By));
        Assert.Equal((60m, 60m), (given.Pledge(pledge).Pledged, given.Pledge(pledge).Certified));
        Assert.Equal(60m, given.Totals.Pledged);
        Assert.Equal(201, reduce.Status);
        Assert.Equal(ReductionState.Completed, given.Service.Get<Reduction>("reduction-1").State);
    }

    [Fact]
    public void A_cent_more_than_is_uncertified_is_refused()
    {
        var pledge = given.Pledged(100, certified: 60);
        Check.Refuses(given, Given.Reduce(pledge, 40.01m, ReductionSource.Uncertified), 422, "exceeds-uncertified", "amount", "leaves 40.00 EUR");
    }

    [Fact]
    public void What_is_not_certified_is_of_no_window() => Check.Refuses(
        given, Given.Reduce(given.Pledged(100), 1, ReductionSource.Uncertified, "SLC"), 422, "window-not-applicable", "window");

    [Fact]
    public void What_is_not_certified_has_no_instalments() => Check.Refuses(
        given,
        Given.Reduce(given.Pledged(100), 1, ReductionSource.Uncertified) with { CertificateId = "c", DueOn = Given.Day },
        422, "instalment-not-applicable", "certificate");

    [Fact]
    public void A_reduction_is_checked_like_any_amount_and_date()
    {
        var reduce = Given.Reduce(given.Pledged(100), 1, ReductionSource.Uncertified);
        Check.Refuses(given, reduce with { Amount = new(1, Currency.Of("NOK")) }, 422, "wrong-currency", "amount");
        Check.Refuses(given, reduce with { Amount = Given.Euros(0) }, 422, "not-positive", "amount");
        Check.Refuses(given, reduce with { RequestedOn = Given.Day.AddDays(-1) }, 422, "date-out-of-order", "requestedOn");
        Check.Refuses(given, reduce with { PledgeId = "nobody" }, 404, "not-found", null);
    }
}
