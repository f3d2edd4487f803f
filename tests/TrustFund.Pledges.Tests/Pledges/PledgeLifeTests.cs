using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests.Pledges;

public sealed class PledgeLifeTests
{
    readonly Given given = new();

    static ConfirmPledge Confirm(string pledge) => new(Given.Fund, pledge, Given.Day, "Ares(2017)1");

    WithdrawPledge Withdraw(string pledge) => new(Given.Fund, pledge, given.NextGuid(), Given.Day.AddDays(1), "A new government.");

    PledgeStatus Status(string pledge) => new PledgeView(given.Pledge(pledge)).Status;

    [Fact]
    public void A_pledge_is_announced_confirmed_certified_and_fulfilled()
    {
        var pledge = given.Pledged(100);
        Assert.Equal(PledgeStatus.Announced, Status(pledge));
        given.Service.Accept(Confirm(pledge));
        Assert.Equal(PledgeStatus.Confirmed, Status(pledge));
        given.Service.Accept(given.Certify(pledge, 60));
        given.Service.Accept(given.Receive(pledge, 60));
        Assert.Equal(PledgeStatus.Certified, Status(pledge));
        given.Service.Accept(given.Certify(pledge, 40));
        given.Service.Accept(given.Receive(pledge, 40));
        Assert.Equal(PledgeStatus.Fulfilled, Status(pledge));
        given.Service.Accept(new RaisePledge(Given.Fund, pledge, Given.Euros(1), Given.Day));
        Assert.Equal(PledgeStatus.Certified, Status(pledge));
    }

    [Fact]
    public void What_is_pledged_is_not_cash()
    {
        given.Pledged(408_600_000);
        Assert.Equal((408_600_000m, 0m, 0m), (given.Totals.Pledged, given.Totals.Certified, given.Totals.Received));
    }

    [Fact]
    public void A_pledge_is_confirmed_once_and_not_before_it_is_announced()
    {
        var pledge = given.Pledged(100);
        Check.Refuses(given, Confirm(pledge) with { ConfirmedOn = Given.Day.AddDays(-1) }, 422, "date-out-of-order", "confirmedOn");
        Check.Refuses(given, Confirm("nobody"), 404, "not-found", null);
        given.Service.Accept(Confirm(pledge));
        Check.Refuses(given, Confirm(pledge), 409, "already-confirmed", "confirmedOn");
    }

    [Fact]
    public void A_withdrawal_ends_what_is_uncertified_and_asks_for_the_rest_pot_by_pot()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Certify(pledge, 80, ("HOA", 20)));
        given.Service.Accept(given.Receive(pledge, 40));

        var facts = given.Service.Accept(Withdraw(pledge));

        Assert.Equal("A new government.", Assert.IsType<PledgeWithdrawn>(facts[0]).Reason);
        Assert.Equal(Given.Euros(20), Assert.IsType<PledgeReduced>(facts[1]).By);
        Assert.Equal(
            [("HOA", Given.Euros(10)), (null, Given.Euros(30))],
            facts.OfType<ReductionRequested>().Select(fact => (fact.Window, fact.Amount)));
        Assert.Equal((PledgeStatus.Withdrawn, 80m, 80m, 40m), (Status(pledge), given.Totals.Pledged, given.Totals.Certified, given.Totals.Reserved));
        Assert.Equal(4, facts.Count);
    }

    [Fact]
    public void A_withdrawn_pledge_takes_no_more_promises()
    {
        var pledge = given.Pledged(100, certified: 60);
        given.Service.Accept(Withdraw(pledge));
        Check.Refuses(given, Withdraw(pledge), 409, "pledge-withdrawn", null, "2017-06-02");
        Check.Refuses(given, new RaisePledge(Given.Fund, pledge, Given.Euros(1), Given.Day), 409, "pledge-withdrawn", null);
        Check.Refuses(given, given.Certify(pledge, 1), 409, "pledge-withdrawn", null);
        Check.Refuses(given, Confirm(pledge), 409, "pledge-withdrawn", null);
        Assert.Null(given.Refused(given.Receive(pledge, 5)));
        Assert.Equal(5m, given.Pledge(pledge).Waiting());
    }

    [Fact]
    public void What_Contracts_refuses_of_a_withdrawal_may_be_asked_again()
    {
        var pledge = given.Pledged(100, certified: 100);
        var request = Assert.Single(given.Service.Accept(Withdraw(pledge)).OfType<ReductionRequested>());
        given.Service.Follow("contracts", new ReleaseRefused(Given.Fund, request.RequestId, pledge, Given.Euros(100), null, Given.Euros(70), "30 is approved."));
        Assert.Equal((PledgeStatus.Withdrawn, 100m, 0m), (Status(pledge), given.Totals.Certified, given.Totals.Reserved));
        Assert.Null(given.Refused(Given.Reduce(pledge, 70, ReductionSource.Certified)));
    }

    [Fact]
    public void A_withdrawal_is_not_older_than_the_pledge_and_gives_a_reason() => Check.Refuses(
        given, Withdraw(given.Pledged(1)) with { WithdrawnOn = Given.Day.AddDays(-1) }, 422, "date-out-of-order", "withdrawnOn");
}
