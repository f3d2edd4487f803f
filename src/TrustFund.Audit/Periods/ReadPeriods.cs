using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Audit.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Periods;

/// <summary>Tells which periods are closed, and whose answer is awaited.</summary>
static class ReadPeriods
{
    const string Page = """
        select row_to_json(p)::text,
               coalesce((select json_agg(a) from period_acknowledgements a where a.request_id = p.id), '[]')::text
        from periods p
        where p.fund = @fund and (@after::text is null or p.id < @after)
        order by p.id desc
        limit @take
        """;

    const string Single = """
        select row_to_json(p)::text,
               coalesce((select json_agg(a) from period_acknowledgements a where a.request_id = p.id), '[]')::text
        from periods p
        where p.fund = @fund and p.id = @id
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/periods", List)
            .WithName("ListPeriods").WithTags("Periods").WithSummary("List a fund's periods, the latest request first");
        routes.MapGet("/funds/{fund}/periods/{period:guid}", Get)
            .WithName("GetPeriod").WithTags("Periods").WithSummary("Show a period and which services have closed it");
    }

    static async Task<Ok<Page<PeriodView>>> List(string fund, PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var rows = await database.Read(Page, View, aborted, ("fund", Codes.Fold(fund)), ("after", page.After), ("take", page.Take));
        return TypedResults.Ok(page.Page(rows, period => period.Id));
    }

    static async Task<Results<Ok<PeriodView>, ProblemHttpResult>> Get(string fund, Guid period, NpgsqlDataSource database, CancellationToken aborted)
    {
        var rows = await database.Read(Single, View, aborted, ("fund", Codes.Fold(fund)), ("id", period.ToString()));
        return rows.Count == 1 ? TypedResults.Ok(rows[0]) : Missing.Of("period", period.ToString());
    }

    static PeriodView View(NpgsqlDataReader row) => PeriodView.Of(
        Rows.State<Period>(row.GetString(0)),
        Rows.States<PeriodAcknowledgement>(row.GetString(1)));
}
