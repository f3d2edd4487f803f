using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace TrustFund.ServiceDefaults.Tests.Clients;

public sealed class ResilienceTests(ServiceFixture fixture)
{
    [Theory]
    [InlineData("GET", 4)]
    [InlineData("POST", 1)]
    [InlineData("PUT", 1)]
    [InlineData("PATCH", 1)]
    [InlineData("DELETE", 1)]
    public async Task Only_a_read_is_repeated(string method, int calls)
    {
        var counted = 0;
        await using var failing = await TestService.Start(fixture.Issuer, map: app => app
            .MapMethods("/failing", [method], () =>
            {
                Interlocked.Increment(ref counted);
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            })
            .AllowAnonymous());
        await using var asking = await TestService.Start(
            fixture.Issuer,
            // The pauses are the library's; only their length is taken away from the test.
            builder => builder.Services.ConfigureAll<HttpStandardResilienceOptions>(resilience => resilience.Retry.Delay = TimeSpan.FromMilliseconds(1)));
        using var client = asking.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"{failing.Address}/failing");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(calls, counted);
    }
}
