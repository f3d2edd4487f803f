using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Funds;

/// <summary>Transfers between the windows of a fund, one or all.</summary>
static class ReadTransfers
{
    const string One = """
        SELECT row_to_json(t)::text AS state
        FROM transfers t
        WHERE t.fund = @fund AND t.id = @id
        """;

    const string Many = """
        SELECT row_to_json(t)::text AS state
        FROM transfers t
        WHERE t.fund = @fund AND (@after::text IS NULL OR t.id > @after)
        ORDER BY t.id
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/transfers", List)
            .WithName("ListTransfers").WithTags("Resources")
            .WithSummary("Transfers between the windows of a fund, in the order they were recorded");
        routes.MapGet("/funds/{fund}/transfers/{id:guid}", Get)
            .WithName("GetTransfer").WithTags("Resources")
            .WithSummary("One transfer between windows");
    }

    static async Task<Results<Ok<Page<TransferView>>, ProblemHttpResult>> List(
        string fund, PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        var found = await db.Read<string>(Many, new { fund, after = page.After, take = page.Take }, aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        return TypedResults.Ok(page.Page([.. found.Select(row => TransferView.Of(Rows.State<Transfer>(row)))], view => view.Id));
    }

    static async Task<Results<Ok<TransferView>, ProblemHttpResult>> Get(
        string fund, Guid id, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        var found = await db.Read<string>(One, new { fund = Codes.Fold(fund), id = id.ToString() }, aborted);
        if (found.Count == 0)
            return Missing.Of("transfer", id);
        var kept = Rows.State<Transfer>(found[0]);
        response.Headers.ETag = kept.ETag();
        return TypedResults.Ok(TransferView.Of(kept));
    }
}
