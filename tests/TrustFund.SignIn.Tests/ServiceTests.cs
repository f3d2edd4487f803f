using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TrustFund.ServiceDefaults;

namespace TrustFund.SignIn.Tests;

/// <summary>A real service that trusts the development issuer.</summary>
public sealed class ServiceTests(IssuerFixture fixture)
{
    [Fact]
    public async Task A_demo_users_token_signs_in_with_name_and_role()
    {
        await using var service = await Service();

        Assert.Equal("Fiona Ferrante finance-officer", await As("fiona", service));
        Assert.Equal("403", await As("aude", service));
    }

    [Fact]
    public async Task A_token_of_another_machines_issuer_is_refused()
    {
        await using var other = await RunningIssuer.Start(fixture.NewKeyFile());
        await using var service = await Service();

        Assert.Equal("401", await As("fiona", service, other));
    }

    [Fact]
    public async Task A_token_stays_good_when_the_issuer_restarts_elsewhere()
    {
        var keyFile = fixture.NewKeyFile();
        string token;
        await using (var before = await RunningIssuer.Start(keyFile))
        {
            token = await TokenOf("fiona", before);
        }

        await using var after = await RunningIssuer.Start(keyFile);
        await using var service = await Service(after);
        Assert.Equal("Fiona Ferrante finance-officer", await Ask(service, token));
    }

    [Fact]
    public async Task A_service_asks_another_as_itself()
    {
        await using var pledges = await Service();
        await using var contracts = await Service(null, ("services:pledges:http:0", pledges.Urls.Single()));
        using var client = contracts.Services.GetRequiredService<IHttpClientFactory>().CreateClient("pledges");

        Assert.Equal("contracts service", await client.GetStringAsync("/journal", TestContext.Current.CancellationToken));
    }

    async Task<WebApplication> Service(RunningIssuer? issuer = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Development", "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
        builder.Configuration.AddInMemoryCollection(
        [
            new("SignIn:Authority", (issuer ?? fixture.Issuer).Address),
            new("SignIn:Audience", "trustfund"),
            new("SignIn:ClientId", "contracts"),
            new("SignIn:ClientSecret", "a-secret"),
            .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)),
        ]);
        builder.AddServiceDefaults();
        builder.AddServiceClient("pledges");
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapDefaultEndpoints();
        app.MapGet("/me", Me).RequireRole(Roles.FinanceOfficer);
        app.MapGet("/journal", Me).RequireRole(Roles.Service);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    static string Me(HttpContext context) => $"{context.User.Identity!.Name} {context.User.FindFirst("roles")!.Value}";

    async Task<string> As(string username, WebApplication service, RunningIssuer? issuer = null) =>
        await Ask(service, await TokenOf(username, issuer ?? fixture.Issuer));

    static async Task<string> Ask(WebApplication service, string token)
    {
        using var client = new HttpClient { BaseAddress = new Uri(service.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await client.GetAsync("/me", TestContext.Current.CancellationToken);
        return response.StatusCode == HttpStatusCode.OK
            ? await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            : $"{(int)response.StatusCode}";
    }

    static async Task<string> TokenOf(string username, RunningIssuer issuer)
    {
        var (status, bare) = await issuer.Token("text/plain", ("grant_type", "password"), ("username", username), ("password", "demo"));
        Assert.Equal(200, status);
        return bare;
    }
}
