using Dapper;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;

namespace TrustFund.Disbursements.Bank;

/// <summary>A bank statement that was taken in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Account">The fund's account.</param>
/// <param name="From">Value date of its first line.</param>
/// <param name="Until">Value date of its last line.</param>
/// <param name="Lines">How many lines its file has.</param>
/// <param name="Unmatched">How many of the lines it brought nothing explains yet.</param>
/// <param name="FileHash">SHA-256 of the file.</param>
/// <param name="RecordedBy">Opaque id of who took it in.</param>
/// <param name="RecordedAt">When, UTC.</param>
sealed record StatementView(
    string Id, string Fund, string Account, DateOnly From, DateOnly Until, int Lines, int Unmatched, string FileHash, string RecordedBy, DateTimeOffset RecordedAt)
{
    public static StatementView Of(BankStatement kept, int unmatched) =>
        new(kept.Id, kept.Fund, kept.Account, kept.From, kept.Until, kept.Lines, unmatched, kept.FileHash, kept.RecordedBy, kept.RecordedAt);
}

/// <summary>One line of a bank statement.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Statement">Id of the statement that brought it.</param>
/// <param name="ValueOn">The bank's value date.</param>
/// <param name="Amount">Negative for what went out.</param>
/// <param name="Reference">The bank's reference.</param>
/// <param name="Counterparty">Who paid or was paid.</param>
/// <param name="Description">What for, as the bank says.</param>
/// <param name="MatchedKind">What kind of thing it stands for; null while nothing explains it.</param>
/// <param name="MatchedTarget">The id of that thing.</param>
/// <param name="MatchedBy">Opaque id of who matched it; null where reference, amount and sign did.</param>
sealed record LineView(
    string Id, string Statement, DateOnly ValueOn, Money Amount, string Reference, string? Counterparty, string? Description,
    string? MatchedKind, string? MatchedTarget, string? MatchedBy)
{
    public static LineView Of(BankLine kept) => new(
        kept.Id, kept.StatementId, kept.ValueOn, new(kept.Amount, Currency.Of(kept.Currency)), kept.Reference, kept.Counterparty, kept.Description,
        kept.MatchedKind, kept.MatchedTarget, kept.MatchedBy);
}

/// <summary>Statements and their lines.</summary>
static class ReadStatements
{
    const string SelectStatements = """
        select row_to_json(kept)::text from bank_statements kept
        where fund = @fund and id > @after
        order by id
        limit @take
        """;

    const string SelectOne = "select row_to_json(kept)::text from bank_statements kept where id = @id and fund = @fund";

    const string CountUnmatched = """
        select statement_id as statement, count(*)::int as lines from bank_lines
        where statement_id = any(@ids) and matched_kind is null
        group by statement_id
        """;

    const string SelectLines = """
        select row_to_json(kept)::text from bank_lines kept
        where fund = @fund and (to_char(value_on, 'YYYY-MM-DD') || '/' || id) > @after
          and (@statement::text is null or statement_id = @statement)
          and (@matched::boolean is null or (matched_kind is not null) = @matched)
        order by to_char(value_on, 'YYYY-MM-DD') || '/' || id
        limit @take
        """;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/bank-statements", List).WithName("ListBankStatements");
        routes.MapGet("/funds/{fund}/bank-statements/{id}", Read).WithName("ReadBankStatement");
        routes.MapGet("/funds/{fund}/bank-lines", ListLines).WithName("ListBankLines");
    }

    /// <summary>List a fund's bank statements</summary>
    /// <param name="fund">Code of the fund.</param>
    static async Task<Ok<Page<StatementView>>> List(string fund, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var rows = await database.ReadAll<BankStatement>(SelectStatements, new { fund = Codes.Fold(fund), after = page.After ?? "", take = page.Take }, cancellation);
        return TypedResults.Ok(page.Page(await Counted(rows, database, cancellation), view => view.Id));
    }

    /// <summary>Read a bank statement</summary>
    /// <remarks>Its lines are in the list of bank lines, by `?statement=`.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="id">Id of the statement.</param>
    static async Task<Results<Ok<StatementView>, NotFound>> Read(string fund, string id, NpgsqlDataSource database, CancellationToken cancellation) =>
        await database.ReadOne<BankStatement>(SelectOne, new { id = Ids.Fold(id), fund = Codes.Fold(fund) }, cancellation) is { } kept
            ? TypedResults.Ok((await Counted([kept], database, cancellation))[0])
            : TypedResults.NotFound();

    /// <summary>List the lines of a fund's bank statements</summary>
    /// <remarks>By value date, a page at a time. `?matched=false` is what nothing explains yet.</remarks>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="statement">Only those that the statement with this id brought.</param>
    /// <param name="matched">Only those that something explains, or nothing.</param>
    static async Task<Ok<Page<LineView>>> ListLines(
        string fund, string? statement, bool? matched, PageRequest page, NpgsqlDataSource database, CancellationToken cancellation)
    {
        var asked = new { fund = Codes.Fold(fund), statement = statement is null ? null : Ids.Fold(statement), matched, after = page.After ?? "", take = page.Take };
        var rows = await database.ReadAll<BankLine>(SelectLines, asked, cancellation);
        return TypedResults.Ok(page.Page([.. rows.Select(LineView.Of)], view => $"{view.ValueOn:yyyy-MM-dd}/{view.Id}"));
    }

    static async Task<List<StatementView>> Counted(List<BankStatement> rows, NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var counts = (await connection.QueryAsync<(string Statement, int Lines)>(
            new CommandDefinition(CountUnmatched, new { ids = rows.Select(row => row.Id).ToArray() }, cancellationToken: cancellation))).ToDictionary(row => row.Statement, row => row.Lines);
        return rows.ConvertAll(row => StatementView.Of(row, counts.GetValueOrDefault(row.Id)));
    }
}
