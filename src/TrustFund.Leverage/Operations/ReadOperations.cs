using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>Tells a fund's operations in the order they were recorded.</summary>
static class ReadOperations
{
    const string ListSql = """
        select row_to_json(o)::text
        from operations o
        where o.fund = @fund and (@after::text is null or o.id > @after)
        order by o.id
        limit @take
        """;

    const string GetSql = "select row_to_json(o)::text from operations o where o.fund = @fund and o.id = @operation";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/operations", List).WithName("ListOperations").WithTags("Operations");
        routes.MapGet("/funds/{fund}/operations/{operation}", Get).WithName("GetOperation").WithTags("Operations");
    }

    /// <summary>Lists a fund's operations in the order they were recorded.</summary>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    static async Task<Results<Ok<Page<OperationView>>, ProblemHttpResult>> List(
        string fund, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        if (await ReadBooks.Of(database, Codes.Fold(fund), cancellation) is null)
            return Answers.Missing("fund", Codes.Fold(fund));
        var rows = await Rows.Read<Operation>(
            database, ListSql, new { fund = Codes.Fold(fund), after = page.After, take = page.Take }, cancellation);
        return TypedResults.Ok(page.Page([.. rows.Select(OperationView.Of)], view => view.Id));
    }

    /// <summary>Tells one operation.</summary>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="operation">Id of the operation.</param>
    static async Task<Results<Ok<OperationView>, ProblemHttpResult>> Get(
        string fund, Guid operation, HttpContext http, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var found = await Rows.Read<Operation>(
            database, GetSql, new { fund = Codes.Fold(fund), operation = operation.ToString() }, cancellation);
        return found.SingleOrDefault() is { } kept
            ? Answers.Versioned(http, OperationView.Of(kept), kept.Version)
            : Answers.Missing($"operation of fund {Codes.Fold(fund)}", operation.ToString());
    }
}
