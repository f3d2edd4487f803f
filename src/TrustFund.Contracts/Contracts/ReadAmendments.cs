using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Contracts;

/// <summary>The amendments of a fund's contracts, one or all.</summary>
static class ReadAmendments
{
    const string One = """
        SELECT row_to_json(r)::text AS state
        FROM amendments r
        WHERE r.fund = @fund AND r.id = @id
        """;

    const string Many = """
        SELECT row_to_json(r)::text AS state
        FROM amendments r
        WHERE r.fund = @fund
          AND (@after::text IS NULL OR r.id > @after)
          AND (@contract::text IS NULL OR r.contract_id = @contract)
        ORDER BY r.id
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/amendments", List)
            .WithName("ListAmendments").WithTags("Contracts")
            .WithSummary("The amendments of a fund's contracts, in the order they were recorded")
            .WithDescription("`contract` keeps those of one contract.");
        routes.MapGet("/funds/{fund}/amendments/{id:guid}", Get)
            .WithName("GetAmendment").WithTags("Contracts")
            .WithSummary("One amendment");
    }

    static async Task<Results<Ok<Page<AmendmentView>>, ProblemHttpResult>> List(
        string fund, Guid? contract, PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        var found = await db.Read<string>(Many, new { fund, contract = contract?.ToString(), after = page.After, take = page.Take }, aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        return TypedResults.Ok(page.Page([.. found.Select(row => AmendmentView.Of(Rows.State<Amendment>(row)))], view => view.Id));
    }

    static async Task<Results<Ok<AmendmentView>, ProblemHttpResult>> Get(
        string fund, Guid id, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        var found = await db.Read<string>(One, new { fund = Codes.Fold(fund), id = id.ToString() }, aborted);
        if (found.Count == 0)
            return Missing.Of("amendment", id);
        var amendment = Rows.State<Amendment>(found[0]);
        response.Headers.ETag = amendment.ETag();
        return TypedResults.Ok(AmendmentView.Of(amendment));
    }
}
