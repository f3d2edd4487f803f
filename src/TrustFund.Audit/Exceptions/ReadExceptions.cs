using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Audit.Reading;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Exceptions;

/// <summary>Tells what does not fit.</summary>
static class ReadExceptions
{
    const string Page = """
        select row_to_json(e)::text
        from audit_exceptions e
        where e.fund = @fund and (@after::text is null or e.id < @after) and (@standing::text is null or e.standing = @standing)
        order by e.id desc
        limit @take
        """;

    const string Single = "select row_to_json(e)::text from audit_exceptions e where e.fund = @fund and e.id = @id";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/exceptions", List)
            .WithName("ListExceptions").WithTags("Exceptions")
            .WithSummary("List a fund's exceptions, the latest first")
            .WithDescription("With `state` only those that are `open`, `assigned` or `resolved`.");
        routes.MapGet("/funds/{fund}/exceptions/{exception:guid}", Get)
            .WithName("GetException").WithTags("Exceptions").WithSummary("Show an exception");
    }

    static async Task<Ok<Page<ExceptionView>>> List(
        string fund, PageRequest page, NpgsqlDataSource database, CancellationToken aborted,
        [Description("open, assigned or resolved; all of them when left out.")] string? state = null)
    {
        var standing = state is null ? null : Kebab.Of(Kebab.Read<ExceptionState>("state", state));
        var rows = await database.Read(
            Page, View, aborted, ("fund", Codes.Fold(fund)), ("after", page.After), ("standing", standing), ("take", page.Take));
        return TypedResults.Ok(page.Page(rows, exception => exception.Id));
    }

    static async Task<Results<Ok<ExceptionView>, ProblemHttpResult>> Get(
        string fund, Guid exception, HttpResponse response, NpgsqlDataSource database, CancellationToken aborted)
    {
        var rows = await database.Read(
            Single, row => Rows.State<AuditException>(row.GetString(0)), aborted, ("fund", Codes.Fold(fund)), ("id", exception.ToString()));
        if (rows.Count == 0)
            return Missing.Of("exception", exception.ToString());
        response.Headers.ETag = rows[0].ETag();
        return TypedResults.Ok(ExceptionView.Of(rows[0]));
    }

    static ExceptionView View(NpgsqlDataReader row) => ExceptionView.Of(Rows.State<AuditException>(row.GetString(0)));
}
