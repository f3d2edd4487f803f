using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Funds;

/// <summary>What the Board set apart for management costs, one or all.</summary>
static class ReadManagementCosts
{
    const string One = """
        SELECT row_to_json(t)::text AS state
        FROM management_cost_allocations t
        WHERE t.fund = @fund AND t.id = @id
        """;

    const string Many = """
        SELECT row_to_json(t)::text AS state
        FROM management_cost_allocations t
        WHERE t.fund = @fund AND (@after::text IS NULL OR t.id > @after)
        ORDER BY t.id
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/management-costs", List)
            .WithName("ListManagementCosts").WithTags("Resources")
            .WithSummary("What the Board set apart for management costs, in the order they were recorded");
        routes.MapGet("/funds/{fund}/management-costs/{id:guid}", Get)
            .WithName("GetManagementCosts").WithTags("Resources")
            .WithSummary("One allocation to management costs");
    }

    static async Task<Results<Ok<Page<ManagementCostAllocationView>>, ProblemHttpResult>> List(
        string fund, PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        var found = await db.Read<string>(Many, new { fund, after = page.After, take = page.Take }, aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        return TypedResults.Ok(page.Page([.. found.Select(row => ManagementCostAllocationView.Of(Rows.State<ManagementCostAllocation>(row)))], view => view.Id));
    }

    static async Task<Results<Ok<ManagementCostAllocationView>, ProblemHttpResult>> Get(
        string fund, Guid id, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        var found = await db.Read<string>(One, new { fund = Codes.Fold(fund), id = id.ToString() }, aborted);
        if (found.Count == 0)
            return Missing.Of("allocation", id);
        var kept = Rows.State<ManagementCostAllocation>(found[0]);
        response.Headers.ETag = kept.ETag();
        return TypedResults.Ok(ManagementCostAllocationView.Of(kept));
    }
}
