using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Events.Leverage.V1;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>An entry of an operation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Operation">Id of the operation.</param>
/// <param name="Kind">`signature`, `disbursement` or `cancellation`.</param>
/// <param name="Amounts">The instruments' amounts it says.</param>
/// <param name="Financiers">The financiers' amounts it says.</param>
/// <param name="HappenedOn">When it happened.</param>
/// <param name="Reference">Reference of the document.</param>
/// <param name="Reason">Why it was cancelled.</param>
/// <param name="ReversedOn">When it was reversed, if it was.</param>
/// <param name="ReversalReason">Why it was reversed.</param>
public sealed record OperationEntryView(
    string Id,
    string Operation,
    OperationEntryKind Kind,
    IReadOnlyList<InstrumentAmount> Amounts,
    IReadOnlyList<FinancierAmount> Financiers,
    DateOnly HappenedOn,
    string? Reference,
    string? Reason,
    DateOnly? ReversedOn,
    string? ReversalReason)
{
    /// <summary>An entry as it is kept.</summary>
    public static OperationEntryView Of(OperationEntry entry)
    {
        var currency = Currency.Of(entry.Currency);
        return new(
            entry.Id,
            entry.OperationId,
            entry.Kind,
            [.. entry.Amounts.Select(part => new InstrumentAmount(part.Instrument, new(part.Amount, currency)))],
            [.. entry.Financiers.Select(part => new FinancierAmount(part.Financier, part.Kind, new(part.Amount, currency)))],
            entry.HappenedOn,
            entry.Reference,
            entry.Reason,
            entry.ReversedOn,
            entry.ReversalReason);
    }
}

/// <summary>Tells what was signed, disbursed and cancelled of an operation, entry by entry, with what was reversed.</summary>
static class ReadOperationEntries
{
    const string ListSql = """
        select row_to_json(e)::text
        from operation_entries e
        where e.fund = @fund and e.operation_id = @operation and (@after::text is null or e.id > @after)
        order by e.id
        limit @take
        """;

    const string GetSql = "select row_to_json(e)::text from operation_entries e where e.fund = @fund and e.operation_id = @operation and e.id = @entry";

    const string KnownSql = "select row_to_json(o)::text from operations o where o.fund = @fund and o.id = @operation";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/operations/{operation}/entries", List).WithName("ListOperationEntries").WithTags("Operations");
        routes.MapGet("/funds/{fund}/operations/{operation}/entries/{entry}", Get).WithName("GetOperationEntry").WithTags("Operations");
    }

    /// <summary>Lists what was signed, disbursed and cancelled of an operation, in the order it was entered.</summary>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="operation">Id of the operation.</param>
    static async Task<Results<Ok<Page<OperationEntryView>>, ProblemHttpResult>> List(
        string fund, Guid operation, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var asked = new { fund = Codes.Fold(fund), operation = operation.ToString(), after = page.After, take = page.Take };
        if ((await Rows.Read<Operation>(database, KnownSql, asked, cancellation)).Count == 0)
            return Answers.Missing($"operation of fund {asked.fund}", asked.operation);
        var rows = await Rows.Read<OperationEntry>(database, ListSql, asked, cancellation);
        return TypedResults.Ok(page.Page([.. rows.Select(OperationEntryView.Of)], view => view.Id));
    }

    /// <summary>Tells one entry of an operation.</summary>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="operation">Id of the operation.</param>
    /// <param name="entry">Id of the entry.</param>
    static async Task<Results<Ok<OperationEntryView>, ProblemHttpResult>> Get(
        string fund, Guid operation, Guid entry, HttpContext http, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var asked = new { fund = Codes.Fold(fund), operation = operation.ToString(), entry = entry.ToString() };
        var found = await Rows.Read<OperationEntry>(database, GetSql, asked, cancellation);
        return found.SingleOrDefault() is { } kept
            ? Answers.Versioned(http, OperationEntryView.Of(kept), kept.Version)
            : Answers.Missing($"entry of operation {asked.operation}", asked.entry);
    }
}
