using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Decommitments;

/// <summary>The decommitments of a fund, one or all.</summary>
static class ReadDecommitments
{
    const string One = """
        SELECT row_to_json(d)::text AS state
        FROM decommitments d
        WHERE d.fund = @fund AND d.id = @id
        """;

    const string Many = """
        SELECT row_to_json(d)::text AS state
        FROM decommitments d
        WHERE d.fund = @fund
          AND (@after::text IS NULL OR d.id > @after)
          AND (@contract::text IS NULL OR d.contract_id = @contract)
        ORDER BY d.id
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/decommitments", List)
            .WithName("ListDecommitments").WithTags("Decommitments")
            .WithSummary("The decommitments of a fund, in the order they were asked for")
            .WithDescription("`contract` keeps those of one contract.");
        routes.MapGet("/funds/{fund}/decommitments/{id:guid}", Get)
            .WithName("GetDecommitment").WithTags("Decommitments")
            .WithSummary("One decommitment: pending, completed with its destination, or rejected with the reason");
    }

    static async Task<Results<Ok<Page<DecommitmentView>>, ProblemHttpResult>> List(
        string fund, Guid? contract, PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        var found = await db.Read<string>(Many, new { fund, contract = contract?.ToString(), after = page.After, take = page.Take }, aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        return TypedResults.Ok(page.Page([.. found.Select(row => DecommitmentView.Of(Rows.State<Decommitment>(row)))], view => view.Id));
    }

    static async Task<Results<Ok<DecommitmentView>, ProblemHttpResult>> Get(
        string fund, Guid id, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        var found = await db.Read<string>(One, new { fund = Codes.Fold(fund), id = id.ToString() }, aborted);
        if (found.Count == 0)
            return Missing.Of("decommitment", id);
        var request = Rows.State<Decommitment>(found[0]);
        response.Headers.ETag = request.ETag();
        return TypedResults.Ok(DecommitmentView.Of(request));
    }
}
