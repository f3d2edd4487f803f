using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Contracts.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Actions;

/// <summary>The actions of a fund, one or all.</summary>
static class ReadActions
{
    const string One = """
        SELECT row_to_json(a)::text AS state,
               (SELECT coalesce(sum(p.paid), 0)
                FROM contracts c JOIN contract_payments p ON p.id = c.id
                WHERE c.action_id = a.id) AS paid
        FROM actions a
        WHERE a.fund = @fund AND a.id = @id
        """;

    /// <summary>With a window: its own actions and the cross-window ones it takes part in.</summary>
    const string Many = """
        SELECT row_to_json(a)::text AS state,
               (SELECT coalesce(sum(p.paid), 0)
                FROM contracts c JOIN contract_payments p ON p.id = c.id
                WHERE c.action_id = a.id) AS paid
        FROM actions a
        WHERE a.fund = @fund
          AND (@after::text IS NULL OR a.id > @after)
          AND (@window::text IS NULL OR a.split @> jsonb_build_array(jsonb_build_object('window', @window::text)))
        ORDER BY a.id
        LIMIT @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/actions", List)
            .WithName("ListActions").WithTags("Actions")
            .WithSummary("The actions of a fund, in the order they were recorded")
            .WithDescription("`window` keeps the actions that draw on one window, cross-window ones included.");
        routes.MapGet("/funds/{fund}/actions/{id:guid}", Get)
            .WithName("GetAction").WithTags("Actions")
            .WithSummary("One action: approved, contracted, RAC, decommitted, paid, RAL");
    }

    static async Task<Results<Ok<Page<ActionView>>, ProblemHttpResult>> List(
        string fund, string? window, PageRequest page, NpgsqlDataSource db, CancellationToken aborted)
    {
        fund = Codes.Fold(fund);
        window = window is null ? null : Codes.Fold(window);
        var found = await db.Read<(string State, decimal Paid)>(Many, new { fund, window, after = page.After, take = page.Take }, aborted);
        if (found.Count == 0 && !await db.HasFund(fund, aborted))
            return Missing.Fund(fund);
        return TypedResults.Ok(page.Page([.. found.Select(row => ActionView.Of(Rows.State<FundAction>(row.State), row.Paid))], view => view.Id));
    }

    static async Task<Results<Ok<ActionView>, ProblemHttpResult>> Get(
        string fund, Guid id, NpgsqlDataSource db, HttpResponse response, CancellationToken aborted)
    {
        var found = await db.Read<(string State, decimal Paid)>(One, new { fund = Codes.Fold(fund), id = id.ToString() }, aborted);
        if (found.Count == 0)
            return Missing.Of("action", id);
        var action = Rows.State<FundAction>(found[0].State);
        response.Headers.ETag = action.ETag();
        return TypedResults.Ok(ActionView.Of(action, found[0].Paid));
    }
}
