using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Audit.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reconciliation;

/// <summary>Reconciles a fund when a person asks.</summary>
static class ReconcileFund
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/funds/{fund}/reconciliations", Run)
        .RequireRole(Roles.FinanceOfficer, Roles.Auditor, Roles.Administrator)
        .WithName("ReconcileFund").WithTags("Exceptions")
        .WithSummary("Compare the ledger with the services' own balances, with what was published, and with the fund's rules")
        .WithDescription(
            "It is done every few minutes anyway. What differs becomes an exception; one whose cause is gone is resolved. A figure of a source "
            + "that is ahead of what is applied here is not comparable now; it is looked at again for a few seconds.");

    static async Task<Results<Ok<ReconciliationView>, ProblemHttpResult>> Run(string fund, Reconciler reconciler, CancellationToken aborted) =>
        await reconciler.Run(Codes.Fold(fund), aborted) is { } done ? TypedResults.Ok(done) : Missing.Fund(fund);
}
