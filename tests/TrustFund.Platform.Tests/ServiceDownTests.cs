using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>A service that is down delays, never loses: the others go on, and everything arrives when it is back.</summary>
[Collection(OnePlatform.Name)]
public sealed class ServiceDownTests(Given.Platform platform)
{
    [Fact]
    public async Task While_Contracts_is_down_the_others_go_on_and_afterwards_it_knows_everything()
    {
        var fund = await Fund.Establish(platform, "DOWN");
        var (_, contract) = await fund.Stage(certified: 100.00m, cash: 100.00m, contracted: 100.00m);
        await fund.Arrival("pledges");

        await Task.WhenAll(platform.App.StopResourceAsync("contracts"), platform.Second("contracts").StopAsync());
        var later = await fund.Pledge(50.00m);
        await fund.Certify(later, 50.00m, earmarked: 50.00m);
        await fund.Receive(later, 50.00m);
        await platform.Post("disbursements", $"/funds/{fund.Code}/contracts/{contract}/payment-requests", "fiona",
            new { kind = "interim", amount = Fund.Euros(30.00m), invoice = "DOWN", requestedOn = "2020-03-05" });
        await fund.Pay(contract, 25.00m);
        Assert.Equal("125.00 EUR", (await fund.Get("disbursements", "cash")).Amount("available"));
        await Assert.ThrowsAsync<HttpRequestException>(() => platform.Get("contracts", $"/funds/{fund.Code}/availability"));

        var cancel = TestContext.Current.CancellationToken;
        await Task.WhenAll(platform.App.StartResourceAsync("contracts", cancel), platform.Second("contracts").StartAsync(cancel));
        Assert.Equal("50.00 EUR", (await fund.Get("contracts", "availability")).Amount("windows.0.available"));
        Assert.Equal("25.00 EUR", (await fund.Get("contracts", "balances")).Amount("total.paid"));
        await platform.AssertProved();
        await platform.AssertHealthy();
    }
}
