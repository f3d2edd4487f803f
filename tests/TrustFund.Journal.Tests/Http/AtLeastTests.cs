using System.Net;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Http;

/// <summary>Reading here what was written elsewhere. Without a broker, so that what follows does so by asking the feed.</summary>
public sealed class AtLeastTests(Servers servers) : IAsyncLifetime
{
    readonly Peers peers = new();
    Service pledges = null!;
    Service contracts = null!;

    public async ValueTask InitializeAsync()
    {
        pledges = await Service.Start("pledges", await servers.NewDatabase(), Service.NoBroker, peers);
        contracts = await Service.Start("contracts", await servers.NewDatabase(), Service.NoBroker, peers);
    }

    public async ValueTask DisposeAsync()
    {
        await contracts.DisposeAsync();
        await pledges.DisposeAsync();
    }

    [Fact]
    public async Task A_reader_sees_at_least_what_the_position_says()
    {
        await pledges.Receive("F", 1.00m, "first");
        var second = await pledges.Receive("F", 2.00m, "second");
        var position = second.Header("TrustFund-Position");
        Assert.Equal("pledges:2", position);

        var elsewhere = await contracts.Send(HttpMethod.Get, $"/accounts/F?atLeast={position}");
        var athome = await pledges.Send(HttpMethod.Get, $"/accounts/F?atLeast={position}");

        Assert.Equal((HttpStatusCode.OK, """{"amount":"3.00","currency":"EUR"}"""), (elsewhere.Status, elsewhere.Text));
        Assert.Equal((HttpStatusCode.OK, """{"amount":"3.00","currency":"EUR"}"""), (athome.Status, athome.Text));
    }

    [Fact]
    public async Task A_position_that_cannot_be_waited_for_is_refused()
    {
        foreach (var position in (string[])["pledges", "pledges:", ":5", "pledges:-5", "pledges:five", "pledges:99999999999999999999", "leverage:1"])
        {
            var answer = await contracts.Send(HttpMethod.Get, $"/accounts/F?atLeast={position}");
            Assert.Equal((position, HttpStatusCode.BadRequest, "invalid-request", "atLeast"), (position, answer.Status, answer.Problem, answer.Field));
        }
    }

    [Fact]
    public async Task What_does_not_arrive_in_time_is_a_503_that_says_when_to_come_back()
    {
        var answer = await contracts.Send(HttpMethod.Get, "/accounts/F?atLeast=pledges:1");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not-applied-yet", "2"), (answer.Status, answer.Problem, answer.Header("Retry-After")));
    }
}
