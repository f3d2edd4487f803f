using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>Money goes back to a donor only when both its holders agree: Contracts, which may have promised it, and Disbursements, which may have paid it.</summary>
[Collection(OnePlatform.Name)]
public sealed class RefundTests(Given.Platform platform)
{
    [Fact]
    public async Task A_refund_takes_back_the_right_to_approve_and_the_cash_and_is_paid_once()
    {
        var fund = await Fund.Establish(platform, "REFUND");
        var pledge = await fund.Pledge(1000.00m);
        await fund.Certify(pledge, 1000.00m, earmarked: 1000.00m);
        await fund.Receive(pledge, 800.00m);
        await fund.Arrival("disbursements");

        var refund = await Ask(fund, pledge, 300.00m);
        await Becomes(fund, refund, "awaiting-payment");
        await Shows(fund, "disbursements", "cash", "available", "500.00 EUR");

        var paid = await fund.Post("disbursements", $"/funds/{fund.Code}/refunds/{refund}/execution", "arthur", new { paidOn = "2020-07-01", bankReference = "REFUND/OUT" });
        Assert.True(paid.Succeeded);
        await Becomes(fund, refund, "completed");
        var again = await platform.Post("disbursements", $"/funds/{fund.Code}/refunds/{refund}/execution", "arthur", new { paidOn = "2020-07-01", bankReference = "REFUND/OUT-2" });
        Assert.Equal(409, (int)again.Status);

        var left = await fund.Get("pledges", $"pledges/{pledge}");
        Assert.Equal(("700.00 EUR", "700.00 EUR", "500.00 EUR"), (left.Amount("pledged"), left.Amount("certified"), left.Amount("received")));
        await Shows(fund, "contracts", "availability", "certified", "700.00 EUR");
        await platform.AssertProved();
    }

    [Fact]
    public async Task A_refund_of_what_was_paid_on_gives_the_right_to_approve_back()
    {
        var fund = await Fund.Establish(platform, "REFUND-SPENT");
        var (pledge, contract) = await fund.Stage(certified: 1000.00m, cash: 500.00m, contracted: 500.00m);
        await fund.Pay(contract, 300.00m);

        // 500.00 of the earmark is not promised on, but of the cash only 200.00 is left.
        var refund = await Ask(fund, pledge, 200.01m);
        var rejected = await Becomes(fund, refund, "rejected");

        Assert.Equal("200.00 EUR", rejected.Amount("largestReleasable"));
        await Shows(fund, "contracts", "availability", "certified", "1000.00 EUR");
        Assert.Equal("200.00 EUR", (await fund.Get("disbursements", "cash")).Amount("available"));
        await platform.AssertProved();
    }

    static async Task<string> Ask(Fund fund, string pledge, decimal amount) => (await fund.Post(
        "pledges", $"/funds/{fund.Code}/pledges/{pledge}/refunds", "fiona",
        new { amount = Fund.Euros(amount), requestedOn = "2020-06-15", reason = "The donor asks for it back.", window = Fund.Window })).Id;

    // What services tell each other arrives at positions that no answer has told.
    static Task Shows(Fund fund, string service, string what, string figure, string amount) => Until.Holds(
        $"{what} shows {figure} of {amount}", async () => (await fund.Get(service, what)).Amount(figure) == amount);

    static async Task<Answer> Becomes(Fund fund, string refund, string state)
    {
        Answer answer = null!;
        await Until.Holds(
            () => $"the refund is {state}; it is {answer}",
            async () => (answer = await fund.Get("pledges", $"refunds/{refund}")).Json.GetProperty("state").GetString() == state);
        return answer;
    }
}
