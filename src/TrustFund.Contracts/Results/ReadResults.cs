using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Results;

/// <summary>The indicators of a fund's actions, one or all, and what they come to.</summary>
static class ReadResults
{
    const string One = """
        SELECT row_to_json(r)::text AS state
        FROM indicators r
        WHERE r.fund = @fund AND r.id = @id
        """;

    const string Many = """
        SELECT row_to_json(r)::text AS state
        FROM indicators r
        WHERE r.fund = @fund
          AND (@after::text IS NULL OR r.id > @after)
          AND (@action::text IS NULL OR r.action_id = @action)
        ORDER BY r.id
        LIMIT @take
        """;

    const string Whole = """
        SELECT row_to_json(r)::text AS state
        FROM indicators r
        WHERE r.fund = @fund AND (@action::text IS NULL OR r.action_id = @action)
        ORDER BY r.id
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/indicators", List)
            .WithName("ListIndicators").WithTags("Results")
            .WithSummary("The indicators of a fund's actions, with targets and results apart, in the order they were recorded")
            .WithDescription("`action` keeps those of one action.");
        routes.MapGet("/funds/{fund}/indicators/{id:guid}", Get)
            .WithName("GetIndicator").WithTags("Results")
            .WithSummary("One indicator");
        routes.MapGet("/funds/{fund}/results", Totals)
            .WithName("GetResults").WithTags("Results")
            .WithSummary("What is aimed at and what is achieved, by unit")
            .WithDescription("Targets and results stand apart and are never added. `action` keeps those of one action.");
    }

    static async Task<Results<Ok<Page<IndicatorView>>, ProblemHttpResult>> List(
        string fund, Guid? action, PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        var found = await db.Read<string>(Many, new { fund, action = action?.ToString(), after = page.After, take = page.Take }, aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        return TypedResults.Ok(page.Page([.. found.Select(row => IndicatorView.Of(Rows.State<Indicator>(row)))], view => view.Id));
    }

    static async Task<Results<Ok<IndicatorView>, ProblemHttpResult>> Get(
        string fund, Guid id, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        var found = await db.Read<string>(One, new { fund = Codes.Fold(fund), id = id.ToString() }, aborted);
        if (found.Count == 0)
            return Missing.Of("indicator", id);
        var indicator = Rows.State<Indicator>(found[0]);
        response.Headers.ETag = indicator.ETag();
        return TypedResults.Ok(IndicatorView.Of(indicator));
    }

    static async Task<Results<Ok<IReadOnlyList<ResultTotal>>, ProblemHttpResult>> Totals(
        string fund, Guid? action, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        var found = await db.Read<string>(Whole, new { fund, action = action?.ToString() }, aborted);
        return found.Count == 0 && !await db.HasFund(fund, aborted)
            ? Missing.Fund(fund)
            : TypedResults.Ok(ResultTotal.Of(found.Select(Rows.State<Indicator>)));
    }
}
