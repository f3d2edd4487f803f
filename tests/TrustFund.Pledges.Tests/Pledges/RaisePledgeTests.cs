using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Tests.Pledges;

public sealed class RaisePledgeTests
{
    readonly Given given = new();

    static RaisePledge Raise(string pledge, decimal by) => new(Given.Fund, pledge, Given.Euros(by), Given.Day);

    [Fact]
    public void A_raise_adds_to_what_is_pledged()
    {
        var pledge = given.Pledged(145_100_000);
        given.Service.Accept(Raise(pledge, 4_800_000));

        Assert.Equal(149_900_000m, given.Pledge(pledge).Pledged);
        Assert.Equal(149_900_000m, given.Totals.Pledged);
    }

    [Fact]
    public void A_pledge_of_another_fund_is_not_found()
    {
        var pledge = given.Pledged(10);
        Check.Refuses(given, Raise(pledge, 1) with { Fund = "EIP" }, 404, "not-found", null);
    }

    [Fact]
    public void A_raise_names_its_own_fields()
    {
        var pledge = given.Pledged(10);
        Check.Refuses(given, Raise(pledge, 0), 422, "not-positive", "by");
        Check.Refuses(given, Raise(pledge, 1) with { Amount = new(1, Currency.Of("CHF")) }, 422, "wrong-currency", "by");
        Check.Refuses(given, Raise(pledge, 1) with { RaisedOn = Given.Day.AddDays(-1) }, 422, "date-out-of-order", "raisedOn");
    }
}
