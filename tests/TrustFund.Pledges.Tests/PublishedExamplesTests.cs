using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Tests;

/// <summary>Figures that were published about the funds, reproduced from single pledges. Amounts are in millions of euro where a test says so.</summary>
public sealed class PublishedExamplesTests
{
    const decimal Million = 1_000_000;

    readonly Given given = new();

    [Fact]
    public void The_trust_funds_resources_are_the_Unions_and_its_donors()
    {
        given.Service.Accept(new RegisterDonor("EU", "European Union", DonorKind.EuInstitution, "EU"));
        given.Pledged(2_980 * Million, certified: 2_980 * Million, donor: "EU");
        given.Pledged(408.6m * Million);
        Assert.Equal(3_388_600_000.00m, given.Totals.Pledged);
    }

    [Fact]
    public void Donors_outstanding_amounts_of_early_2018_add_up_to_the_funds()
    {
        given.Service.Accept(new RegisterDonor("SI", "Slovenia", DonorKind.MemberState, "SI"));
        given.Service.Accept(new RegisterDonor("RO", "Romania", DonorKind.MemberState, "RO"));
        given.Service.Accept(new RegisterDonor("OTHERS", "Others, not itemised by the source", DonorKind.Other, null));
        given.Pledged(157.5m * Million, 157.5m * Million, 139.5m * Million);
        given.Pledged(104 * Million, 104 * Million, 102 * Million, "IT");
        given.Pledged(1.8m * Million, 1.8m * Million, 1.8m * Million, "PT");
        given.Pledged(0.1m * Million, donor: "SI");
        given.Pledged(0.1m * Million, donor: "RO");
        var others = given.Pledged(145.1m * Million, 145.1m * Million, 134.7m * Million, "OTHERS");
        Assert.Equal(408.6m * Million, given.Totals.Pledged);
        given.Service.Accept(new RaisePledge(Given.Fund, others, Given.Euros(4.8m * Million), Given.Day));

        var total = FundTotalsView.Of(given.Totals);
        Assert.Equal(
            (Given.Euros(413.4m * Million), Given.Euros(378 * Million), Given.Euros(35.4m * Million)),
            (total.Pledged, total.Received, total.Outstanding));
        var outstanding = given.Service.All.OfType<Pledge>().ToDictionary(pledge => pledge.Donor, pledge => new PledgeView(pledge).Outstanding);
        Assert.Equal((Given.Euros(18 * Million), Given.Euros(2 * Million)), (outstanding["DE"], outstanding["IT"]));
        Assert.Equal(total.Outstanding, Money.Sum(outstanding.Values, Currency.Euro));
    }

    [Fact]
    public void Other_funds_do_not_enter_the_trust_funds_total()
    {
        given.Pledged(3_388.6m * Million);
        foreach (var (code, amount) in new[] { ("G5-SAHEL", 100m), ("EIP", 4_100m), ("RDPP", 11m) })
        {
            given.Service.Accept(new EstablishFund(code, code, Currency.Euro, 5, null, Given.Day, null));
            given.Service.Accept(Given.Announce(code, amount * Million) with { Fund = code });
        }
        Assert.Equal(3_388.6m * Million, given.Totals.Pledged);
    }
}
