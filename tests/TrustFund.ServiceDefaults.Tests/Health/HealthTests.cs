using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TrustFund.ServiceDefaults.Tests.Health;

public sealed class HealthTests(ServiceFixture fixture)
{
    [Theory]
    [InlineData(HealthStatus.Healthy, HttpStatusCode.OK)]
    [InlineData(HealthStatus.Degraded, HttpStatusCode.OK)]
    [InlineData(HealthStatus.Unhealthy, HttpStatusCode.ServiceUnavailable)]
    public async Task Readiness_runs_every_check_and_names_each(HealthStatus status, HttpStatusCode answer)
    {
        await using var service = await TestService.Start(fixture.Issuer, builder => builder.Services.AddHealthChecks()
            .AddCheck("broker", () => new HealthCheckResult(status, "It is 3 entries behind.", new InvalidOperationException("Password=hunter2"))));
        using var response = await service.Get("/health", token: "");
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var report = JsonElement.Parse(text);

        Assert.Equal(answer, response.StatusCode);
        var name = JsonNamingPolicy.CamelCase.ConvertName($"{status}");
        Assert.Equal(name, report.GetProperty("status").GetString());
        var broker = report.GetProperty("checks").GetProperty("broker");
        Assert.Equal(name, broker.GetProperty("status").GetString());
        Assert.Equal("It is 3 entries behind.", broker.GetProperty("description").GetString());
        Assert.Equal("healthy", report.GetProperty("checks").GetProperty("self").GetProperty("status").GetString());
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Liveness_asks_no_server()
    {
        await using var service = await TestService.Start(fixture.Issuer, builder => builder.Services.AddHealthChecks()
            .AddCheck("database", () => HealthCheckResult.Unhealthy("It is away.")));
        using var response = await service.Get("/alive", token: "");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain("database", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_without_a_limit_of_its_own_gets_one()
    {
        await using var service = await TestService.Start(fixture.Issuer, builder => builder.Services.AddHealthChecks()
            .AddCheck("endless", () => HealthCheckResult.Healthy()));
        var checks = service.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<HealthCheckServiceOptions>>().Value.Registrations;

        Assert.All(checks, check => Assert.Equal(TimeSpan.FromSeconds(5), check.Timeout));
    }
}
