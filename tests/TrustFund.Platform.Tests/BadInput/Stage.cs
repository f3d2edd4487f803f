using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests.BadInput;

/// <summary>
/// A fund in which every limit is known to the cent: the window has 400.00 available, the action 100.00 left, the contract 300.00 open,
/// and the fund 101.00 of cash. Another fund stands beside it.
/// </summary>
public sealed class Stage(Given.Platform platform) : IAsyncLifetime
{
    public const string UsedKey = "a-key-that-was-used";

    readonly Dictionary<string, string> ids = [];
    readonly Dictionary<string, int> heads = [];

    internal IReadOnlyDictionary<string, string> Ids => ids;

    public async ValueTask InitializeAsync()
    {
        var other = await Fund.Establish(platform, "OTHER");
        (ids["otherPledge"], ids["otherContract"]) = await other.Stage(certified: 1000.00m, cash: 1000.00m, contracted: 10.00m);
        ids["otherAction"] = await other.Approve(500.00m);

        var fund = await Fund.Establish(platform, "BAD");
        ids["pledge"] = await fund.Pledge(1500.00m);
        await fund.Certify(ids["pledge"], 1000.00m, earmarked: 1000.00m);
        await fund.Receive(ids["pledge"], 300.00m);
        ids["action"] = await fund.Approve(600.00m);
        ids["contract"] = await fund.Sign(ids["action"], 500.00m);
        await StagePayments(fund);

        var receipt = Given.Platform.Json(new { amount = Fund.Euros(1.00m), receivedOn = "2020-02-01", bankReference = "Booked" });
        var booked = await platform.Send(HttpMethod.Post, platform.App.GetEndpoint("pledges"), $"/funds/BAD/pledges/{ids["pledge"]}/receipts", "fiona", receipt, UsedKey);
        Assert.True(booked.Succeeded, booked.ToString());
        await fund.Arrival("contracts");
        foreach (var service in Given.Platform.Services)
            heads[service] = (await platform.Journal(service)).Count;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal async Task AssertUnchanged()
    {
        foreach (var service in Given.Platform.Services)
            Assert.Empty(await platform.Journal(service, heads[service]));
    }

    async Task StagePayments(Fund fund)
    {
        ids["executed"] = await fund.Pay(ids["contract"], 100.00m);
        ids["authorised"] = await fund.Request(ids["contract"], 100.00m);
        await fund.Verify(ids["authorised"]);
        await fund.Authorise(ids["authorised"]);
        ids["requested"] = await fund.Request(ids["contract"], 10.00m);
        ids["verified"] = await fund.Request(ids["contract"], 10.00m);
        await fund.Verify(ids["verified"]);
        ids["dear"] = await fund.Request(ids["contract"], 101.01m);
        await fund.Verify(ids["dear"]);

        // One person with all the roles: only the four-eyes rule can stop her.
        ids["olgas"] = await fund.Request(ids["contract"], 10.00m, People.Everybody);
        ids["olgasVerified"] = await fund.Request(ids["contract"], 10.00m, People.Everybody);
        await fund.Verify(ids["olgasVerified"]);
        ids["verifiedByOlga"] = await fund.Request(ids["contract"], 10.00m);
        await fund.Post("disbursements", $"/funds/BAD/disbursements/{ids["verifiedByOlga"]}/verification", People.Everybody, null);
    }
}
