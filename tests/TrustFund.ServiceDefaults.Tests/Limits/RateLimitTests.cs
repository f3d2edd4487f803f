using System.Net;

namespace TrustFund.ServiceDefaults.Tests.Limits;

public sealed class RateLimitTests(ServiceFixture fixture)
{
    [Fact]
    public async Task A_caller_who_asks_too_fast_waits_and_nobody_else_does()
    {
        await using var service = await TestService.Start(fixture.Issuer, settings: ("Limits:RequestsPerSecond", "2"));
        using var client = service.Client();
        using var refused = await OneOfMany(client);

        await refused.Problem(HttpStatusCode.TooManyRequests, "too-many-requests");
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter?.Delta);
        using var other = await service.Get("/whoami", fixture.Issuer.Token(subject: "another"));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var probe = await service.Get("/alive", token: "");
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_limit_that_is_no_number_stops_the_start(string limit) =>
        Assert.Throws<InvalidOperationException>(() => TestService.Build(fixture.Issuer.Address, "Development", null, ("Limits:RequestsPerSecond", limit)));

    /// <summary>They are sent at once: one after the other, a slow machine would stay below two a second.</summary>
    static async Task<HttpResponseMessage> OneOfMany(HttpClient client)
    {
        var responses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => client.GetAsync("/whoami", TestContext.Current.CancellationToken)));
        return responses.First(response => response.StatusCode == HttpStatusCode.TooManyRequests);
    }
}
