using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrustFund.Journal;
using TrustFund.Journal.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Tests;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("AllocateResources", Roles.AuthorisingOfficer, true)]
    [InlineData("ReverseAllocation", Roles.AuthorisingOfficer, true)]
    [InlineData("ApproveAction", Roles.AuthorisingOfficer, true)]
    [InlineData("SignContract", Roles.FinanceOfficer, true)]
    [InlineData("RequestDecommitment", Roles.FinanceOfficer, true)]
    [InlineData("RegisterPartner", Roles.FinanceOfficer, false)]
    [InlineData("TransferResources", Roles.AuthorisingOfficer, true)]
    [InlineData("AllocateManagementCosts", Roles.AuthorisingOfficer, true)]
    [InlineData("ReverseManagementCosts", Roles.AuthorisingOfficer, true)]
    [InlineData("SetDeadline", Roles.AuthorisingOfficer, true)]
    [InlineData("ApproveRider", Roles.AuthorisingOfficer, true)]
    [InlineData("AmendContract", Roles.FinanceOfficer, true)]
    [InlineData("SuspendContract", Roles.FinanceOfficer, true)]
    [InlineData("ResumeContract", Roles.FinanceOfficer, true)]
    [InlineData("TerminateContract", Roles.FinanceOfficer, true)]
    [InlineData("DefineIndicator", Roles.FinanceOfficer, false)]
    [InlineData("SetResultTarget", Roles.FinanceOfficer, true)]
    [InlineData("ReportResult", Roles.FinanceOfficer, true)]
    public void A_command_is_one_roles_and_needs_a_key_when_it_moves_money(string name, string role, bool movesMoney)
    {
        var command = Endpoints().Single(endpoint => NameOf(endpoint) == name);

        Assert.Equal([role], command.Metadata.GetOrderedMetadata<AuthorizationPolicy>()
            .SelectMany(policy => policy.Requirements).OfType<RolesAuthorizationRequirement>().SelectMany(rule => rule.AllowedRoles));
        Assert.Equal(movesMoney, command.Metadata.GetMetadata<IdempotencyKeyRequired>() is not null);
    }

    [Fact]
    public void Every_endpoint_has_a_name_of_its_own_a_tag_and_a_summary()
    {
        var endpoints = Endpoints();

        Assert.Equal(43, endpoints.Select(NameOf).Distinct().Count());
        Assert.Equal(43, endpoints.Count);
        Assert.All(endpoints, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<ITagsMetadata>()));
        Assert.All(endpoints, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<IEndpointSummaryMetadata>()));
    }

    /// <summary>Building them checks that every parameter of every handler can be bound.</summary>
    static List<RouteEndpoint> Endpoints()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<JournalWriter>(_ => throw new NotSupportedException());
        builder.Services.AddSingleton<NpgsqlDataSource>(_ => throw new NotSupportedException());
        var app = builder.Build();
        app.MapContracts();
        return [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()];
    }

    static string? NameOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName;
}
