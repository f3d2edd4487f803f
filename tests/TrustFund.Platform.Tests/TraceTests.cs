using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>One trace, from a person's request through the journals to the last service that reacted to it.</summary>
[Collection(OnePlatform.Name)]
public sealed class TraceTests(Given.Platform platform)
{
    [Fact]
    public async Task What_a_request_sets_off_elsewhere_carries_its_trace()
    {
        var fund = await Fund.Establish(platform, "TRACE");
        var (_, contract) = await fund.Stage(certified: 100.00m, cash: 10.00m, contracted: 100.00m);
        await fund.Get("disbursements", $"contracts/{contract}/payments");
        const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        var body = Given.Platform.Json(new { amount = Fund.Euros(40.00m), requestedOn = "2020-09-01", reason = "It was not needed." });
        var asked = await platform.Send(
            HttpMethod.Post, platform.App.GetEndpoint("contracts"), $"/funds/{fund.Code}/contracts/{contract}/decommitments", "fiona", body,
            Guid.NewGuid().ToString(), $"00-{Trace}-00f067aa0ba902b7-01");
        Assert.True(asked.Succeeded, asked.ToString());
        await Until.Holds("it is completed", async () =>
            (await fund.Get("contracts", $"decommitments/{asked.Id}")).Json.GetProperty("state").GetString() == "completed");

        Assert.Equal(["DecommitmentRequested", "ContractDecommitted"], await Traced("contracts", fund.Code, Trace));
        Assert.Equal(["DecommitmentGranted"], await Traced("disbursements", fund.Code, Trace));
    }

    /// <summary>The names of a fund's events whose <c>traceparent</c> belongs to a trace.</summary>
    async Task<IEnumerable<string>> Traced(string service, string fund, string trace) =>
        from entry in await platform.Journal(service)
        where entry.GetProperty("fund").GetString() == fund
            && entry.TryGetProperty("traceparent", out var parent) && parent.GetString()!.Split('-')[1] == trace
        select entry.GetProperty("type").GetString()!.Split('.')[1];
}
