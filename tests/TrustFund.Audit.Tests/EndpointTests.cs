using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using TrustFund.Audit.Reconciliation;
using TrustFund.Audit.Reports;
using TrustFund.Journal;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Tests;

/// <summary>The endpoints as they are laid out, without a server behind them.</summary>
public sealed class EndpointTests : IAsyncDisposable
{
    readonly WebApplication app;
    readonly List<RouteEndpoint> endpoints;

    public EndpointTests()
    {
        var builder = WebApplication.CreateBuilder([
            "--environment=Development",
            "--SignIn:Authority=http://127.0.0.1:1",
            "--ConnectionStrings:auditdb=Host=127.0.0.1;Port=1;Database=audit;Username=audit_app",
            "--ConnectionStrings:messaging=amqp://audit:none@127.0.0.1:1",
        ]);
        builder.AddServiceDefaults();
        builder.AddJournal("audit", new AuditEvolution());
        foreach (var following in Followings.Of("audit"))
            builder.AddServiceClient(following.Source);
        builder.Services.AddReports();
        builder.Services.AddReconciliation();
        app = builder.Build();
        app.MapApi().WithAtLeast().MapAudit();
        endpoints = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }

    [Fact]
    public void Every_endpoint_can_be_laid_out() => Assert.Equal(
        [
            "GET /funds/{fund}/exceptions",
            "GET /funds/{fund}/exceptions/{exception:guid}",
            "GET /funds/{fund}/periods",
            "GET /funds/{fund}/periods/{period:guid}",
            "GET /funds/{fund}/published-figures",
            "GET /funds/{fund}/published-figures/{figure:guid}",
            "GET /funds/{fund}/reports/attribution",
            "GET /funds/{fund}/reports/donors",
            "GET /funds/{fund}/reports/expiring-contracts",
            "GET /funds/{fund}/reports/journal",
            "GET /funds/{fund}/reports/rac",
            "GET /funds/{fund}/reports/ral",
            "GET /funds/{fund}/reports/sources-and-uses",
            "GET /funds/{fund}/reports/state-of-play",
            "GET /funds/{fund}/reports/trial-balance",
            "POST /funds/{fund}/exceptions/{exception:guid}/assignment",
            "POST /funds/{fund}/exceptions/{exception:guid}/resolution",
            "POST /funds/{fund}/periods",
            "POST /funds/{fund}/published-figures",
            "POST /funds/{fund}/reconciliations",
        ],
        endpoints.Select(endpoint => $"{Method(endpoint)} {endpoint.RoutePattern.RawText}").Order(StringComparer.Ordinal));

    [Fact]
    public void Nothing_is_open_to_somebody_without_a_role() => Assert.All(endpoints, endpoint =>
    {
        Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
        Assert.NotNull(endpoint.Metadata.GetMetadata<AuthorizationPolicy>());
    });

    [Fact]
    public void Every_endpoint_has_a_name_of_its_own() => Assert.Equal(
        endpoints.Count,
        endpoints.Select(endpoint => endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName).Distinct().Count());

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static string Method(RouteEndpoint endpoint) => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
}
