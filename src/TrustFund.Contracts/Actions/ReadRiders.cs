using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Actions;

/// <summary>The riders of a fund's actions, one or all.</summary>
static class ReadRiders
{
    const string One = """
        SELECT row_to_json(r)::text AS state
        FROM riders r
        WHERE r.fund = @fund AND r.id = @id
        """;

    const string Many = """
        SELECT row_to_json(r)::text AS state
        FROM riders r
        WHERE r.fund = @fund
          AND (@after::text IS NULL OR r.id > @after)
          AND (@action::text IS NULL OR r.action_id = @action)
        ORDER BY r.id
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/riders", List)
            .WithName("ListRiders").WithTags("Actions")
            .WithSummary("The riders of a fund's actions, in the order they were recorded")
            .WithDescription("`action` keeps those of one action.");
        routes.MapGet("/funds/{fund}/riders/{id:guid}", Get)
            .WithName("GetRider").WithTags("Actions")
            .WithSummary("One rider");
    }

    static async Task<Results<Ok<Page<RiderView>>, ProblemHttpResult>> List(
        string fund, Guid? action, PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        var found = await db.Read<string>(Many, new { fund, action = action?.ToString(), after = page.After, take = page.Take }, aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        return TypedResults.Ok(page.Page([.. found.Select(row => RiderView.Of(Rows.State<Rider>(row)))], view => view.Id));
    }

    static async Task<Results<Ok<RiderView>, ProblemHttpResult>> Get(
        string fund, Guid id, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        var found = await db.Read<string>(One, new { fund = Codes.Fold(fund), id = id.ToString() }, aborted);
        if (found.Count == 0)
            return Missing.Of("rider", id);
        var rider = Rows.State<Rider>(found[0]);
        response.Headers.ETag = rider.ETag();
        return TypedResults.Ok(RiderView.Of(rider));
    }
}
