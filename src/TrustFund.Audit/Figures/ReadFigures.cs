using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Audit.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Figures;

/// <summary>Tells which published figures the ledger is compared with.</summary>
static class ReadFigures
{
    public const string All = "select row_to_json(f)::text from figure_facts f where f.fund = @fund order by f.id";

    const string Page = """
        select row_to_json(f)::text
        from figure_facts f
        where f.fund = @fund and (@after::text is null or f.id > @after)
        order by f.id
        limit @take
        """;

    const string Single = "select row_to_json(f)::text from figure_facts f where f.fund = @fund and f.id = @id";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/published-figures", List)
            .WithName("ListPublishedFigures").WithTags("Published figures").WithSummary("List the figures published about a fund");
        routes.MapGet("/funds/{fund}/published-figures/{figure:guid}", Get)
            .WithName("GetPublishedFigure").WithTags("Published figures").WithSummary("Show a published figure");
    }

    static async Task<Ok<Page<FigureView>>> List(string fund, PageRequest page, NpgsqlDataSource database, CancellationToken aborted)
    {
        var rows = await database.Read(Page, View, aborted, ("fund", Codes.Fold(fund)), ("after", page.After), ("take", page.Take));
        return TypedResults.Ok(page.Page(rows, figure => figure.Id));
    }

    static async Task<Results<Ok<FigureView>, ProblemHttpResult>> Get(string fund, Guid figure, NpgsqlDataSource database, CancellationToken aborted)
    {
        var rows = await database.Read(Single, View, aborted, ("fund", Codes.Fold(fund)), ("id", figure.ToString()));
        return rows.Count == 1 ? TypedResults.Ok(rows[0]) : Missing.Of("published figure", figure.ToString());
    }

    static FigureView View(NpgsqlDataReader row) => FigureView.Of(Rows.State<FigureFacts>(row.GetString(0)));
}
