using System.Net;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>Money's whole way through the four services, to the cent.</summary>
[Collection(OnePlatform.Name)]
public sealed class RoadOfMoneyTests(Given.Platform platform)
{
    [Fact]
    public async Task A_pledge_becomes_a_payment_and_every_service_shows_the_same_money()
    {
        var fund = await Fund.Establish(platform, "ROAD");
        var pledge = await fund.Pledge(1_000_000.00m);
        await fund.Certify(pledge, 800_000.00m, earmarked: 300_000.00m);
        await fund.Receive(pledge, 250_000.01m);
        await fund.Allocate(475_000.00m);
        var action = await fund.Approve(775_000.00m);
        var contract = await fund.Sign(action, 700_000.00m);
        var payment = await fund.Pay(contract, 250_000.00m);

        var donors = await fund.Get("pledges", "donors");
        Assert.Equal("749999.99 EUR", donors.Amount("items.0.outstanding"));
        Assert.Equal("749999.99 EUR", donors.Amount("total.outstanding"));
        Assert.Equal("800000.00 EUR", donors.Amount("total.certified"));

        // The pool is 500,000.00; five percent of it are kept for management, and all the rest is allocated.
        var availability = await fund.Get("contracts", "availability");
        Assert.Equal("800000.00 EUR", availability.Amount("certified"));
        Assert.Equal("25000.00 EUR", availability.Amount("managementCostCap"));
        Assert.Equal("0.00 EUR", availability.Amount("allocatable"));
        Assert.Equal("775000.00 EUR", availability.Amount("windows.0.resources"));
        Assert.Equal("0.00 EUR", availability.Amount("windows.0.available"));

        var balances = await fund.Get("contracts", "balances");
        Assert.Equal("775000.00 EUR", balances.Amount("total.approved"));
        Assert.Equal("700000.00 EUR", balances.Amount("total.contracted"));
        Assert.Equal("250000.00 EUR", balances.Amount("total.paid"));
        Assert.Equal("75000.00 EUR", balances.Amount("total.rac"));
        Assert.Equal("450000.00 EUR", balances.Amount("total.ral"));
        Assert.Equal("250000.00 EUR", balances.Amount("windows.0.paid"));

        var cash = await fund.Get("disbursements", "cash");
        Assert.Equal("250000.01 EUR", cash.Amount("received"));
        Assert.Equal("250000.00 EUR", cash.Amount("paid"));
        Assert.Equal("0.00 EUR", cash.Amount("reserved"));
        Assert.Equal("0.01 EUR", cash.Amount("available"));
        Assert.Equal("executed", (await fund.Get("disbursements", $"disbursements/{payment}")).Json.GetProperty("status").GetString());
        Assert.Equal("450000.00 EUR", (await fund.Get("disbursements", $"contracts/{contract}/payments")).Amount("open"));

        await fund.Arrival("leverage");
        await fund.Post("leverage", $"/funds/{fund.Code}/instruments", "fiona", new { code = "BLEND", name = "Blending", kind = "blending", openedOn = "2020-02-01" });
        Assert.Equal("800000.00 EUR", (await fund.Get("leverage", "leverage")).Amount("input"));

        await platform.AssertProved();
    }

    [Fact]
    public async Task A_cent_less_is_missing_only_where_it_was_never_paid_in()
    {
        var fund = await Fund.Establish(platform, "CENT");
        var pledge = await fund.Pledge(100.00m);
        await fund.Certify(pledge, 99.99m, earmarked: 99.99m);
        await fund.Receive(pledge, 100.00m);

        // What no certificate covers is held, and spent by nobody, until one does.
        Assert.Equal("0.01 EUR", (await fund.Get("disbursements", "cash")).Amount("unallocated"));
        Assert.Equal("99.99 EUR", (await fund.Get("disbursements", "cash")).Amount("available"));
        await fund.Certify(pledge, 0.01m, earmarked: 0.00m);
        Assert.Equal("0.00 EUR", (await fund.Get("disbursements", "cash")).Amount("unallocated"));
        Assert.Equal("100.00 EUR", (await fund.Get("disbursements", "cash")).Amount("available"));
    }

    [Theory]
    [InlineData("pledges")]
    [InlineData("contracts")]
    [InlineData("disbursements")]
    [InlineData("leverage")]
    public async Task Every_service_describes_its_API_and_shows_it_on_a_page(string service)
    {
        var address = platform.App.GetEndpoint(service);
        var document = await platform.Send(HttpMethod.Get, address, "/openapi/v1.json", null);
        Assert.Equal(HttpStatusCode.OK, document.Status);
        Assert.StartsWith("3.1", document.Json.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Contains(document.Json.GetProperty("paths").EnumerateObject(), path => path.Value.TryGetProperty("post", out _));
        var page = await platform.Send(HttpMethod.Get, address, "/scalar/v1", null);
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.Status, page.MediaType));
    }
}
