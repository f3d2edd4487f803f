using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
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
        builder.Services.AddReports();
        app = builder.Build();
        app.UseRouting();
        LeverageApi.Map(app.MapApi().WithAtLeast());
        // The document knows the endpoints once the pipeline does.
        app.UseEndpoints(_ => { });
        endpoints = [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }

    [Fact]
    public void Every_endpoint_can_be_laid_out() => Assert.Equal(
        [
            "GET /funds/{fund}/instruments",
            "GET /funds/{fund}/instruments/{instrument}",
            "GET /funds/{fund}/leverage",
            "GET /funds/{fund}/leverage/mobilisation",
            "GET /funds/{fund}/leverage/scenarios/donors",
            "GET /funds/{fund}/leverage/scenarios/instruments",
            "GET /funds/{fund}/leverage/scenarios/matched",
            "GET /funds/{fund}/leverage/scenarios/sensitivity",
            "GET /funds/{fund}/mobilisation-target",
            "GET /funds/{fund}/operations",
            "GET /funds/{fund}/operations/{operation}",
            "GET /funds/{fund}/operations/{operation}/entries",
            "GET /funds/{fund}/operations/{operation}/entries/{entry}",
            "POST /funds/{fund}/instruments",
            "POST /funds/{fund}/operations",
            "POST /funds/{fund}/operations/{operation}/cancellation",
            "POST /funds/{fund}/operations/{operation}/disbursements",
            "POST /funds/{fund}/operations/{operation}/entries/{entry}/reversal",
            "POST /funds/{fund}/operations/{operation}/signatures",
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

    [Theory]
    [InlineData("/funds/{fund}/leverage", nameof(LeverageView))]
    [InlineData("/funds/{fund}/leverage/mobilisation", nameof(MobilisationView))]
    [InlineData("/funds/{fund}/leverage/scenarios/donors", nameof(DonorsScenario))]
    [InlineData("/funds/{fund}/leverage/scenarios/instruments", nameof(InstrumentsScenario))]
    [InlineData("/funds/{fund}/leverage/scenarios/matched", nameof(MatchedScenario))]
    [InlineData("/funds/{fund}/leverage/scenarios/sensitivity", nameof(SensitivityView))]
    public async Task A_report_is_to_be_had_as_of_a_day_as_known_on_a_moment_as_json_and_as_csv(string path, string schema)
    {
        var documents = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await documents.GetOpenApiDocumentAsync(TestContext.Current.CancellationToken);

        var operation = document.Paths[path].Operations![HttpMethod.Get];
        var answer = operation.Responses!["200"].Content!;
        Assert.Equal(["application/json", "text/csv"], answer.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(schema, Assert.IsType<OpenApiSchemaReference>(answer["application/json"].Schema).Reference.Id);
        Assert.Equal(JsonSchemaType.String, answer["text/csv"].Schema!.Type);
        Assert.All(["asOf", "knownOn", "format"], name => Assert.False(operation.Parameters!.Single(parameter => parameter.Name == name).Required));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static string Method(RouteEndpoint endpoint) => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
}
