using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Funds;

namespace TrustFund.Pledges.Tests.Certificates;

public sealed class CertifyPledgeTests
{
    readonly Given given = new();

    decimal Earmarked(string window) => given.Service.Get<Window>(Window.IdOf(Given.Fund, window)).Earmarked;

    [Fact]
    public void Portugals_certificate_is_earmarked_to_three_windows()
    {
        var pledge = given.Pledged(1_800_000, donor: "PT");
        given.Service.Accept(given.Certify(pledge, 1_800_000, ("SLC", 855_000), ("HOA", 180_000), ("NOA", 765_000)));

        Assert.Equal((855_000m, 180_000m, 765_000m), (Earmarked("SLC"), Earmarked("HOA"), Earmarked("NOA")));
        Assert.Equal((1_800_000m, 1_800_000m), (given.Totals.Certified, given.Totals.Earmarked));
        Assert.Equal(0, given.Pledge(pledge).FreeIn(null));
        Assert.Equal(765_000m, given.Pledge(pledge).FreeIn("NOA"));
    }

    [Fact]
    public void What_is_certified_never_exceeds_what_is_pledged()
    {
        var pledge = given.Pledged(100, certified: 60);
        Check.Refuses(given, given.Certify(pledge, 40.01m), 422, "exceeds-pledged", "amount", "leaves 40.00 EUR");
        Assert.Null(given.Refused(given.Certify(pledge, 40)));
        Assert.Equal(100m, given.Pledge(pledge).Certified);
    }

    [Fact]
    public void Without_instalments_all_is_due_on_the_day_of_the_certificate()
    {
        var pledge = given.Pledged(100);
        var fact = Assert.IsType<PledgeCertified>(Assert.Single(given.Service.Accept(given.Certify(pledge, 100))));

        Assert.Equal(new Instalment(Given.Day, Given.Euros(100)), Assert.Single(fact.Instalments));
        Assert.Equal("CC-1", fact.Reference);
    }

    [Fact]
    public void Instalments_add_up_to_the_amount_exactly()
    {
        var pledge = given.Pledged(100);
        var certify = given.Certify(pledge, 100);
        Check.Refuses(given, certify with { Instalments = Given.Instalments((0, 50), (90, 49.99m)) }, 422, "instalments-differ-from-amount", "instalments", "99.99 EUR");
        Check.Refuses(given, certify with { Instalments = Given.Instalments((0, 50), (90, 50.01m)) }, 422, "instalments-differ-from-amount", "instalments", "100.01 EUR");
        Assert.Null(given.Refused(certify with { Instalments = Given.Instalments((90, 50), (0, 50)) }));
    }

    [Fact]
    public void An_instalment_names_its_own_fields()
    {
        var certify = given.Certify(given.Pledged(100), 100);
        Check.Refuses(given, certify with { Instalments = Given.Instalments((0, 100), (0, 0)) }, 422, "not-positive", "instalments[1].amount");
        Check.Refuses(given, certify with { Instalments = Given.Instalments((-1, 100)) }, 422, "date-out-of-order", "instalments[0].dueOn");
        Check.Refuses(given, certify with { Instalments = Given.Instalments((40_000, 100)) }, 422, "date-out-of-range", "instalments[0].dueOn");
    }

    [Fact]
    public void Earmarks_stay_within_the_amount()
    {
        var pledge = given.Pledged(100);
        Check.Refuses(given, given.Certify(pledge, 100, ("SLC", 60), ("HOA", 40.01m)), 422, "earmarks-exceed-amount", "earmarks", "100.01 EUR");
        given.Service.Accept(given.Certify(pledge, 100, ("SLC", 60)));
        Assert.Equal((60m, 40m), (given.Pledge(pledge).FreeIn("SLC"), given.Pledge(pledge).FreeIn(null)));
    }

    [Fact]
    public void An_earmark_names_a_window_of_the_fund_once()
    {
        var pledge = given.Pledged(100);
        Check.Refuses(given, given.Certify(pledge, 100, ("SLC", 10), ("XXX", 10)), 422, "unknown-window", "earmarks[1].window", "'XXX'");
        Check.Refuses(given, given.Certify(pledge, 100, ("SLC", 10), ("SLC", 10)), 422, "window-twice", "earmarks[1].window");
        Check.Refuses(given, given.Certify(pledge, 100, ("SLC", 0)), 422, "not-positive", "earmarks[0].amount");
    }

    [Fact]
    public void A_certificate_is_not_older_than_its_pledge() => Check.Refuses(
        given, given.Certify(given.Pledged(100), 100) with { CertifiedOn = Given.Day.AddDays(-1) }, 422, "date-out-of-order", "certifiedOn");

    [Fact]
    public void A_certificate_needs_a_pledge_of_its_fund()
    {
        Check.Refuses(given, given.Certify("nobody", 1), 404, "not-found", null);
        Check.Refuses(given, given.Certify(given.Pledged(100), 1) with { Fund = "EIP" }, 404, "not-found", null);
    }

    [Fact]
    public void A_later_certificate_allocates_money_that_waits()
    {
        var pledge = given.Pledged(100, certified: 30, received: 50);
        var facts = given.Service.Accept(given.Certify(pledge, 15));

        var allocated = Assert.IsType<ContributionAllocated>(facts[1]);
        Assert.Equal((Given.Euros(15), Given.Day), (allocated.Amount, allocated.AllocatedOn));
        Assert.Equal((45m, 5m), (given.Pledge(pledge).Allocated, given.Pledge(pledge).Waiting()));
        Assert.Equal((50m, 45m), (given.Totals.Received, given.Totals.Allocated));
    }

    [Fact]
    public void A_certificate_that_covers_more_than_what_waits_allocates_what_waits()
    {
        var pledge = given.Pledged(100, received: 20);
        var facts = given.Service.Accept(given.Certify(pledge, 100));
        Assert.Equal(Given.Euros(20), Assert.IsType<ContributionAllocated>(facts[1]).Amount);
    }

    [Fact]
    public void Money_is_not_allocated_before_the_day_it_arrived()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(given.Receive(pledge, 100) with { ReceivedOn = Given.Day.AddDays(30) });
        var facts = given.Service.Accept(given.Certify(pledge, 100));
        Assert.Equal(Given.Day.AddDays(30), Assert.IsType<ContributionAllocated>(facts[1]).AllocatedOn);
    }
}
