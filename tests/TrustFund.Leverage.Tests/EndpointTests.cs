using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage.Tests;

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
            "--ConnectionStrings:leveragedb=Host=127.0.0.1;Port=1;Database=leverage;Username=leverage_app",
            "--ConnectionStrings:messaging=amqp://leverage:none@127.0.0.1:1",
        ]);
        builder.AddServiceDefaults();
        builder.AddJournal("leverage", new LeverageEvolution());
        builder.AddServiceClient("pledges");
        app = builder.Build();
        LeverageApi.Map(app.MapApi().WithAtLeast());
        endpoints = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }

    [Fact]
    public void Every_endpoint_can_be_laid_out() => Assert.Equal(
        [
            "GET /funds/{fund}/instruments",
            "GET /funds/{fund}/instruments/{instrument}",
            "GET /funds/{fund}/leverage",
            "GET /funds/{fund}/leverage/scenarios/matched",
            "GET /funds/{fund}/mobilisation-target",
            "GET /funds/{fund}/operations",
            "GET /funds/{fund}/operations/{operation}",
            "POST /funds/{fund}/instruments",
            "POST /funds/{fund}/operations",
            "PUT /funds/{fund}/mobilisation-target",
        ],
        endpoints.Select(endpoint => $"{Method(endpoint)} {endpoint.RoutePattern.RawText}").Order(StringComparer.Ordinal));

    [Fact]
    public void Finance_officers_record_and_every_recording_needs_an_idempotency_key() =>
        Assert.All(endpoints.Where(endpoint => Method(endpoint) != "GET"), endpoint =>
        {
            Assert.Equal(Roles.FinanceOfficer, endpoint.Metadata.GetMetadata<IAuthorizeData>()?.Policy);
            Assert.NotNull(endpoint.Metadata.GetMetadata<IdempotencyKeyRequired>());
        });

    [Fact]
    public void Any_signed_in_person_reads_and_nobody_else() =>
        Assert.All(endpoints.Where(endpoint => Method(endpoint) == "GET"), endpoint =>
        {
            Assert.Null(endpoint.Metadata.GetMetadata<IAuthorizeData>());
            Assert.Null(endpoint.Metadata.GetMetadata<IAllowAnonymous>());
        });

    [Fact]
    public void Every_endpoint_has_a_name_of_its_own() => Assert.Equal(
        endpoints.Count,
        endpoints.Select(endpoint => endpoint.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName).Distinct().Count());

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static string Method(RouteEndpoint endpoint) => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
}
