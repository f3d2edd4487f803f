using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace TrustFund.ServiceDefaults.Tests.Clients;

public sealed class ServiceClientTests
{
    [Fact]
    public async Task A_service_is_found_by_its_name_and_asked_with_the_askers_own_token()
    {
        await using var issuer = await TestIssuer.Start();
        await using var pledges = await Pledges(issuer);
        await using var contracts = await Contracts(issuer, pledges, TimeProvider.System);
        using var client = contracts.Services.GetRequiredService<IHttpClientFactory>().CreateClient("pledges");

        Assert.Equal("contracts-1", await client.GetStringAsync("/me", TestContext.Current.CancellationToken));
        Assert.Equal("contracts-1", await client.GetStringAsync("/me", TestContext.Current.CancellationToken));
        Assert.Equal(1, issuer.TokensGranted);
    }

    [Fact]
    public async Task A_token_is_replaced_shortly_before_it_expires()
    {
        await using var issuer = await TestIssuer.Start();
        await using var pledges = await Pledges(issuer);
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var contracts = await Contracts(issuer, pledges, clock);
        using var client = contracts.Services.GetRequiredService<IHttpClientFactory>().CreateClient("pledges");
        await client.GetStringAsync("/me", TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(3_539));
        Assert.Equal("contracts-1", await client.GetStringAsync("/me", TestContext.Current.CancellationToken));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("contracts-2", await client.GetStringAsync("/me", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_who_need_a_token_at_once_fetch_one()
    {
        await using var issuer = await TestIssuer.Start();
        await using var pledges = await Pledges(issuer);
        await using var contracts = await Contracts(issuer, pledges, TimeProvider.System);
        using var client = contracts.Services.GetRequiredService<IHttpClientFactory>().CreateClient("pledges");
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetStringAsync("/me", TestContext.Current.CancellationToken)));

        Assert.Equal(1, issuer.TokensGranted);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_forgotten()
    {
        await using var issuer = await TestIssuer.Start();
        await using var pledges = await Pledges(issuer);
        await using var contracts = await Contracts(issuer, pledges, TimeProvider.System);
        using var client = contracts.Services.GetRequiredService<IHttpClientFactory>().CreateClient("pledges");

        using var refused = await client.GetAsync("/never", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("contracts-2", await client.GetStringAsync("/me", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_wrong_secret_says_that_the_issuer_gave_no_token()
    {
        await using var issuer = await TestIssuer.Start();
        await using var pledges = await Pledges(issuer);
        await using var contracts = await Contracts(issuer, pledges, TimeProvider.System, "another-secret");
        using var client = contracts.Services.GetRequiredService<IHttpClientFactory>().CreateClient("pledges");

        var away = await Assert.ThrowsAsync<IssuerAwayException>(() => client.GetStringAsync("/me", TestContext.Current.CancellationToken));
        Assert.DoesNotContain("another-secret", away.ToString(), StringComparison.Ordinal);
    }

    static Task<TestService> Pledges(TestIssuer issuer) => TestService.Start(issuer, map: app =>
    {
        app.MapGet("/me", (HttpContext context) => context.User.FindFirst("sub")!.Value).RequireRole(Roles.Service);
        app.MapGet("/never", () => Results.Unauthorized()).RequireRole(Roles.Service);
    });

    static Task<TestService> Contracts(TestIssuer issuer, TestService pledges, TimeProvider clock, string secret = "a-secret") => TestService.Start(
        issuer,
        builder =>
        {
            builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<ServiceTokens>(services, clock));
            builder.AddServiceClient("pledges");
        },
        null,
        ("services:pledges:http:0", pledges.Address),
        ("SignIn:ClientId", "contracts"),
        ("SignIn:ClientSecret", secret));
}
