using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
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
        app.UseRouting();
        app.MapApi().WithAtLeast().MapAudit();
        // The document knows the endpoints once the pipeline does.
        app.UseEndpoints(_ => { });
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

    [Theory]
    [InlineData("attribution", nameof(AttributionReport))]
    [InlineData("donors", nameof(DonorStatementReport))]
    [InlineData("expiring-contracts", nameof(ExpiringContractsReport))]
    [InlineData("journal", nameof(JournalOfSubjectReport))]
    [InlineData("rac", nameof(RacReport))]
    [InlineData("ral", nameof(RalReport))]
    [InlineData("sources-and-uses", nameof(SourcesAndUsesReport))]
    [InlineData("state-of-play", nameof(StateOfPlayReport))]
    [InlineData("trial-balance", nameof(TrialBalanceReport))]
    public async Task A_report_is_to_be_had_as_of_a_day_as_known_on_a_moment_as_json_and_as_csv(string report, string schema)
    {
        var documents = app.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await documents.GetOpenApiDocumentAsync(TestContext.Current.CancellationToken);

        var operation = document.Paths[$"/funds/{{fund}}/reports/{report}"].Operations![HttpMethod.Get];
        var answer = operation.Responses!["200"].Content!;
        Assert.Equal(["application/json", "text/csv"], answer.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(schema, Assert.IsType<OpenApiSchemaReference>(answer["application/json"].Schema).Reference.Id);
        Assert.Equal(JsonSchemaType.String, answer["text/csv"].Schema!.Type);
        Assert.Equal(
            [("asOf", "date"), ("format", null), ("knownOn", "date-time")],
            operation.Parameters!.Where(parameter => parameter.Name is "asOf" or "knownOn" or "format").Select(parameter => (parameter.Name!, parameter.Schema!.Format)).Order());
    }

    [Fact]
    public void Whatever_is_under_reports_answers_as_a_report() => Assert.Equal(9, endpoints.Count(endpoint => endpoint.RoutePattern.RawText!.Contains("/reports/", StringComparison.Ordinal)));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    static string Method(RouteEndpoint endpoint) => endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
}
