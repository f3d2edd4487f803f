using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Funds;

/// <summary>The Board's allocations of a fund, one or all.</summary>
static class ReadAllocations
{
    const string One = """
        SELECT row_to_json(a)::text AS state
        FROM allocations a
        WHERE a.fund = @fund AND a.id = @id
        """;

    const string Many = """
        SELECT row_to_json(a)::text AS state
        FROM allocations a
        WHERE a.fund = @fund AND (@after::text IS NULL OR a.id > @after)
        ORDER BY a.id
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/allocations", List)
            .WithName("ListAllocations").WithTags("Resources")
            .WithSummary("The Board's allocations of a fund, in the order they were recorded");
        routes.MapGet("/funds/{fund}/allocations/{id:guid}", Get)
            .WithName("GetAllocation").WithTags("Resources")
            .WithSummary("One allocation of the Board");
    }

    static async Task<Results<Ok<Page<AllocationView>>, ProblemHttpResult>> List(
        string fund, PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        var found = await db.Read<string>(Many, new { fund, after = page.After, take = page.Take }, aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        return TypedResults.Ok(page.Page([.. found.Select(row => AllocationView.Of(Rows.State<Allocation>(row)))], view => view.Id));
    }

    static async Task<Results<Ok<AllocationView>, ProblemHttpResult>> Get(
        string fund, Guid id, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        var found = await db.Read<string>(One, new { fund = Codes.Fold(fund), id = id.ToString() }, aborted);
        if (found.Count == 0)
            return Missing.Of("allocation", id);
        var allocation = Rows.State<Allocation>(found[0]);
        response.Headers.ETag = allocation.ETag();
        return TypedResults.Ok(AllocationView.Of(allocation));
    }
}
