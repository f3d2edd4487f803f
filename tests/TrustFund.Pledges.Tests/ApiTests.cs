using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using TrustFund.Journal.Hosting;
using TrustFund.Journal.Http;
using TrustFund.Pledges.Statements;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Tests;

/// <summary>The endpoints as the service maps them, without any server.</summary>
public sealed class ApiTests
{
    static readonly WebApplication App = Mapped();

    static readonly IReadOnlyList<RouteEndpoint> Endpoints =
        [.. ((IEndpointRouteBuilder)App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];

    [Fact]
    public void Every_endpoint_has_a_name_and_a_summary()
    {
        Assert.Equal(50, Endpoints.Count);
        Assert.All(Endpoints, endpoint =>
        {
            Assert.NotNull(endpoint.Metadata.GetMetadata<IEndpointNameMetadata>());
            Assert.NotNull(endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>());
            Assert.NotEmpty(endpoint.Metadata.GetMetadata<ITagsMetadata>()!.Tags);
        });
    }

    [Fact]
    public void Commands_that_move_money_demand_an_idempotency_key() => Assert.Equal(
        [
            "AnnouncePledge", "BookInterest", "CallInstalment", "CertifyPledge", "ChangeInKind", "DeliverInKind", "PledgeInKind", "RaisePledge",
            "RecordReceipt", "ReducePledge", "RequestRefund", "ReverseInstalmentCall", "ReverseInterest", "ReverseReceipt", "WithdrawPledge",
        ],
        Names(endpoint => endpoint.Metadata.GetMetadata<IdempotencyKeyRequired>() is not null));

    [Fact]
    public void Finance_officers_write_and_administrators_only_set_up()
    {
        Assert.Equal(Names(IsCommand), Names(endpoint => IsCommand(endpoint) && RolesOf(endpoint).Contains(Roles.FinanceOfficer)));
        Assert.Equal(
            ["ChangeDonorKind", "EstablishFund", "OpenWindow", "RecordFxRate", "RegisterDonor"],
            Names(endpoint => IsCommand(endpoint) && RolesOf(endpoint).Contains(Roles.Administrator)));
        Assert.Empty(Names(endpoint => IsCommand(endpoint) && RolesOf(endpoint).Except([Roles.FinanceOfficer, Roles.Administrator]).Any()));
    }

    [Fact]
    public void Every_role_reads_everything() =>
        Assert.All(
            Endpoints.Where(endpoint => !IsCommand(endpoint)),
            endpoint => Assert.Equal(Roles.All.Order(), RolesOf(endpoint).Order()));

    [Theory]
    [InlineData("/funds/{fund}/donors/{donor}/statement", nameof(DonorStatement))]
    [InlineData("/funds/{fund}/revaluation", nameof(Revaluation))]
    public async Task A_report_is_to_be_had_as_of_a_day_as_known_on_a_moment_as_json_and_as_csv(string path, string schema)
    {
        var documents = App.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await documents.GetOpenApiDocumentAsync(TestContext.Current.CancellationToken);

        var operation = document.Paths[path].Operations![HttpMethod.Get];
        var answer = operation.Responses!["200"].Content!;
        Assert.Equal(["application/json", "text/csv"], answer.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(schema, Assert.IsType<OpenApiSchemaReference>(answer["application/json"].Schema).Reference.Id);
        Assert.Equal(JsonSchemaType.String, answer["text/csv"].Schema!.Type);
        Assert.Contains("404", operation.Responses.Keys);
        Assert.All(["asOf", "knownOn", "format"], name => Assert.False(operation.Parameters!.Single(parameter => parameter.Name == name).Required));
    }

    [Theory]
    [InlineData("/funds/{fund}/revaluation", "ratesOf")]
    [InlineData("/funds/{fund}/donors", "asOf")]
    [InlineData("/donors/{donor}", "asOf")]
    [InlineData("/funds/{fund}/pledges/{pledge}", "asOf")]
    [InlineData("/funds/{fund}/pledges/{pledge}/certificates", "asOf")]
    public async Task A_day_that_is_asked_for_is_a_date(string path, string name)
    {
        var documents = App.Services.GetRequiredKeyedService<IOpenApiDocumentProvider>("v1");
        var document = await documents.GetOpenApiDocumentAsync(TestContext.Current.CancellationToken);

        var parameter = document.Paths[path].Operations![HttpMethod.Get].Parameters!.Single(parameter => parameter.Name == name);
        Assert.Equal(("date", false), (parameter.Schema!.Format, parameter.Required));
        Assert.True(parameter.Schema.Type!.Value.HasFlag(JsonSchemaType.String));
    }

    static bool IsCommand(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("POST");

    static IReadOnlyList<string> RolesOf(RouteEndpoint endpoint) => [.. endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>()
        .SelectMany(policy => policy.Requirements)
        .OfType<Microsoft.AspNetCore.Authorization.Infrastructure.RolesAuthorizationRequirement>()
        .SelectMany(requirement => requirement.AllowedRoles)];

    static IReadOnlyList<string> Names(Func<RouteEndpoint, bool> which) => [.. Endpoints
        .Where(which)
        .Select(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName)
        .Order(StringComparer.Ordinal)];

    static WebApplication Mapped()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SignIn:Authority"] = "http://127.0.0.1:1",
            ["ConnectionStrings:pledgesdb"] = "Host=127.0.0.1;Port=1;Database=pledges;Username=pledges_app;Password=none",
            ["ConnectionStrings:messaging"] = "amqp://pledges:none@127.0.0.1:1",
        });
        builder.AddServiceDefaults();
        builder.AddJournal("pledges", new PledgesEvolution());
        builder.Services.AddReports();
        var app = builder.Build();
        app.UseRouting();
        app.MapPledges();
        // The document knows the endpoints once the pipeline does.
        app.UseEndpoints(_ => { });
        return app;
    }
}
