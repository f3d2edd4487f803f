using System.Net;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>Taking a right back asks its holder, who grants it whole or says how much could be released.</summary>
[Collection(OnePlatform.Name)]
public sealed class EscrowTests(Given.Platform platform)
{
    [Fact]
    public async Task A_donor_gets_back_what_is_still_free_and_nothing_that_is_promised_on()
    {
        var fund = await Fund.Establish(platform, "ESCROW-IN");
        var pledge = await fund.Pledge(1000.00m);
        await fund.Certify(pledge, 1000.00m, earmarked: 600.00m);
        await fund.Approve(450.00m);

        var refused = await fund.Reduce(pledge, 150.01m, Fund.Window);
        Assert.Equal("pending", refused.Json.GetProperty("state").GetString());
        var rejected = await Decided(fund, "pledges", $"reductions/{refused.Id}");
        Assert.Equal("rejected", rejected.Json.GetProperty("state").GetString());
        Assert.Equal("150.00 EUR", rejected.Amount("largestReleasable"));
        Assert.Equal("0.00 EUR", (await fund.Get("pledges", $"pledges/{pledge}")).Amount("reserved"));

        var granted = await Decided(fund, "pledges", $"reductions/{(await fund.Reduce(pledge, 150.00m, Fund.Window)).Id}");
        Assert.Equal("completed", granted.Json.GetProperty("state").GetString());
        var fromPool = await Decided(fund, "pledges", $"reductions/{(await fund.Reduce(pledge, 400.00m, null)).Id}");
        Assert.Equal("completed", fromPool.Json.GetProperty("state").GetString());

        var left = await fund.Get("pledges", $"pledges/{pledge}");
        Assert.Equal(("450.00 EUR", "450.00 EUR"), (left.Amount("pledged"), left.Amount("certified")));
        var availability = await fund.Get("contracts", "availability");
        Assert.Equal(("450.00 EUR", "0.00 EUR"), (availability.Amount("certified"), availability.Amount("windows.0.available")));
        // Pledges completes the reductions by itself, at positions that no answer has told.
        await Until.Holds("Leverage knows what is left", async () => (await fund.Get("leverage", "leverage")).Amount("certified") == "450.00 EUR");
    }

    [Fact]
    public async Task A_contract_gives_back_what_is_neither_paid_nor_reserved()
    {
        var fund = await Fund.Establish(platform, "ESCROW-OUT");
        var (_, contract) = await fund.Stage(certified: 1000.00m, cash: 500.00m, contracted: 800.00m);
        await fund.Pay(contract, 100.00m);
        var reserved = await fund.Request(contract, 200.00m);
        await fund.Verify(reserved);
        await fund.Authorise(reserved);

        // Contracts sees 700.00 unpaid; that 200.00 of them are reserved only Disbursements knows.
        var refused = await Decided(fund, "contracts", $"decommitments/{(await fund.Decommit(contract, 500.01m)).Id}");
        Assert.Equal("rejected", refused.Json.GetProperty("state").GetString());
        Assert.Equal("500.00 EUR", refused.Amount("largestReleasable"));
        Assert.Equal("800.00 EUR", (await fund.Get("contracts", $"contracts/{contract}")).Amount("contracted"));

        var granted = await Decided(fund, "contracts", $"decommitments/{(await fund.Decommit(contract, 500.00m)).Id}");
        Assert.Equal(("completed", "action"), (granted.Json.GetProperty("state").GetString(), granted.Json.GetProperty("destination").GetString()));
        Assert.Equal("300.00 EUR", (await fund.Get("contracts", $"contracts/{contract}")).Amount("contracted"));
        Assert.Equal("0.00 EUR", (await fund.Get("disbursements", $"contracts/{contract}/payments")).Amount("open"));

        await fund.Execute(reserved);
        var balances = await fund.Get("contracts", "balances");
        Assert.Equal(("300.00 EUR", "300.00 EUR", "500.00 EUR"), (balances.Amount("total.contracted"), balances.Amount("total.paid"), balances.Amount("total.rac")));
        await platform.AssertProved();
    }

    [Fact]
    public async Task What_the_board_set_apart_for_management_goes_back_unless_it_or_the_bank_has_used_it()
    {
        var fund = await Fund.Establish(platform, "ESCROW-COSTS");
        var pledge = await fund.Pledge(1000.00m);
        await fund.Certify(pledge, 1000.00m, earmarked: 0);
        await fund.Receive(pledge, 500.00m);
        var allocation = (await fund.Post(
            "contracts", $"/funds/{fund.Code}/management-costs", "arthur", new { amount = Fund.Euros(50.00m), allocatedOn = "2020-02-05", decision = "BOARD-M" })).Id;
        var charge = (await fund.Post(
            "disbursements", $"/funds/{fund.Code}/bank-charges", "fiona", new { amount = Fund.Euros(0.01m), paidOn = "2020-03-31", bankReference = "FEE-M" })).Id;
        var reversal = new { reversedOn = "2020-06-01", reason = "It was decided for another fund." };

        var asked = await fund.Post("contracts", $"/funds/{fund.Code}/management-costs/{allocation}/reversal", "arthur", reversal);
        Assert.Equal((HttpStatusCode.Accepted, "reversal-pending"), (asked.Status, asked.Json.GetProperty("state").GetString()));
        var rejected = await Decided(fund, "contracts", $"management-costs/{allocation}");
        Assert.Equal(("reversal-rejected", "49.99 EUR"), (rejected.Json.GetProperty("state").GetString(), rejected.Amount("largestReleasable")));
        var spending = await fund.Get("disbursements", "management-costs/spending");
        Assert.Equal(("50.00 EUR", "0.01 EUR", "49.99 EUR"), (spending.Amount("allocated"), spending.Amount("bankCharges"), spending.Amount("open")));

        await fund.Post("disbursements", $"/funds/{fund.Code}/costs/{charge}/reversal", "arthur", new { reversedOn = "2020-04-01", reason = "The bank gave it back." });
        await fund.Post("contracts", $"/funds/{fund.Code}/management-costs/{allocation}/reversal", "arthur", reversal);
        var reversed = await Decided(fund, "contracts", $"management-costs/{allocation}");
        Assert.Equal("reversed", reversed.Json.GetProperty("state").GetString());
        Assert.Equal("0.00 EUR", (await fund.Get("contracts", "availability")).Amount("managementCosts"));
        Assert.Equal("0.00 EUR", (await fund.Get("disbursements", "management-costs/spending")).Amount("allocated"));
        await platform.AssertProved();
    }

    static async Task<Answer> Decided(Fund fund, string service, string request)
    {
        Answer answer = null!;
        await Until.Holds($"{request} is decided", async () => (answer = await fund.Get(service, request)).Json.GetProperty("state").GetString() is not ("pending" or "reversal-pending"));
        return answer;
    }
}
