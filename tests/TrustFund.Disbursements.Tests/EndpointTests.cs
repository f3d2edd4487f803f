using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TrustFund.Journal;
using TrustFund.Journal.Http;

namespace TrustFund.Disbursements.Tests;

public sealed class EndpointTests : IAsyncDisposable
{
    readonly WebApplication app;

    public EndpointTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddAuthorization();
        builder.Services.AddSingleton(TimeProvider.System);
        // Endpoints are only looked at, never called: what they are given need only be known.
        builder.Services.AddSingleton<JournalWriter>(_ => throw new NotSupportedException());
        builder.Services.AddSingleton<NpgsqlDataSource>(_ => throw new NotSupportedException());
        app = builder.Build();
        app.MapDisbursements();
    }

    [Theory]
    [InlineData("RequestPayment", "/funds/{fund}/contracts/{contract}/payment-requests", "finance-officer")]
    [InlineData("VerifyPayment", "/funds/{fund}/disbursements/{id}/verification", "verifying-officer")]
    [InlineData("AuthorisePayment", "/funds/{fund}/disbursements/{id}/authorisation", "authorising-officer")]
    [InlineData("ExecutePayment", "/funds/{fund}/disbursements/{id}/execution", "finance-officer")]
    [InlineData("RejectPayment", "/funds/{fund}/disbursements/{id}/rejection", "authorising-officer finance-officer verifying-officer")]
    [InlineData("ReversePayment", "/funds/{fund}/disbursements/{id}/reversal", "authorising-officer")]
    [InlineData("ReturnPayment", "/funds/{fund}/disbursements/{id}/return", "finance-officer")]
    [InlineData("EstablishRecovery", "/funds/{fund}/contracts/{contract}/recoveries", "finance-officer")]
    [InlineData("CashRecovery", "/funds/{fund}/recoveries/{id}/receipts", "finance-officer")]
    [InlineData("ReverseRecoveryReceipt", "/funds/{fund}/recoveries/{id}/receipts/{receipt}/reversal", "authorising-officer")]
    [InlineData("WaiveRecovery", "/funds/{fund}/recoveries/{id}/waivers", "authorising-officer")]
    [InlineData("ReverseRecoveryWaiver", "/funds/{fund}/recoveries/{id}/waivers/{waiver}/reversal", "authorising-officer")]
    [InlineData("RequestCost", "/funds/{fund}/costs", "finance-officer")]
    [InlineData("AuthoriseCost", "/funds/{fund}/costs/{id}/authorisation", "authorising-officer")]
    [InlineData("PayCost", "/funds/{fund}/costs/{id}/payment", "finance-officer")]
    [InlineData("RejectCost", "/funds/{fund}/costs/{id}/rejection", "authorising-officer finance-officer")]
    [InlineData("ReverseCost", "/funds/{fund}/costs/{id}/reversal", "authorising-officer")]
    [InlineData("BookBankCharge", "/funds/{fund}/bank-charges", "finance-officer")]
    [InlineData("ExecuteRefund", "/funds/{fund}/refunds/{id}/execution", "authorising-officer")]
    [InlineData("RejectRefund", "/funds/{fund}/refunds/{id}/rejection", "authorising-officer")]
    [InlineData("ReverseRefund", "/funds/{fund}/refunds/{id}/reversal", "authorising-officer finance-officer")]
    [InlineData("ClearPrefinancing", "/funds/{fund}/contracts/{contract}/prefinancing-clearings", "verifying-officer")]
    [InlineData("ReverseClearing", "/funds/{fund}/contracts/{contract}/prefinancing-clearings/{report}/reversal", "authorising-officer")]
    [InlineData("RecordBankStatement", "/funds/{fund}/bank-statements", "finance-officer")]
    public void Each_step_demands_its_roles_and_an_idempotency_key(string name, string address, string roles)
    {
        var endpoint = Named(name);

        Assert.Equal(address, endpoint.RoutePattern.RawText);
        Assert.NotNull(endpoint.Metadata.GetMetadata<IdempotencyKeyRequired>());
        var allowed = endpoint.Metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(policy => policy.Requirements)
            .OfType<RolesAuthorizationRequirement>().SelectMany(requirement => requirement.AllowedRoles);
        Assert.Equal(roles, string.Join(' ', allowed.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("ListDisbursements", "/funds/{fund}/disbursements")]
    [InlineData("ReadDisbursement", "/funds/{fund}/disbursements/{id}")]
    [InlineData("ReadCash", "/funds/{fund}/cash")]
    [InlineData("ReadContractPayments", "/funds/{fund}/contracts/{contract}/payments")]
    [InlineData("ListBankAccounts", "/bank-accounts")]
    [InlineData("ReadBankAccount", "/partners/{partner}/bank-accounts/{id}")]
    [InlineData("ListCosts", "/funds/{fund}/costs")]
    [InlineData("ReadManagementCostSpending", "/funds/{fund}/management-costs/spending")]
    [InlineData("ListRecoveries", "/funds/{fund}/recoveries")]
    [InlineData("ListBankStatements", "/funds/{fund}/bank-statements")]
    [InlineData("ListBankLines", "/funds/{fund}/bank-lines")]
    [InlineData("ListBankBookings", "/funds/{fund}/bank-bookings")]
    [InlineData("ListOpenPrefinancing", "/funds/{fund}/prefinancing")]
    [InlineData("ListClearings", "/funds/{fund}/contracts/{contract}/prefinancing-clearings")]
    [InlineData("ListRefunds", "/funds/{fund}/refunds")]
    [InlineData("ReadAuthority", "/funds/{fund}/authority")]
    [InlineData("ReadCashSources", "/funds/{fund}/cash/sources")]
    public void Reading_needs_no_key(string name, string address)
    {
        var endpoint = Named(name);

        Assert.Equal(address, endpoint.RoutePattern.RawText);
        Assert.Null(endpoint.Metadata.GetMetadata<IdempotencyKeyRequired>());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    RouteEndpoint Named(string name) => ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Single(endpoint => endpoint.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName == name);
}
