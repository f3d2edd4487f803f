using System.Text.Json;
using Dapper;
using Npgsql;

namespace TrustFund.Journal.Imports;

/// <summary>How an import is getting on.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Kind">What the rows are.</param>
/// <param name="FileName">The file's name as it was sent.</param>
/// <param name="DryRun">Whether it only looks for problems.</param>
/// <param name="State">
/// <c>queued</c>, <c>reading</c>, <c>deciding</c>; then <c>checked</c> (a dry run is over), <c>recorded</c> (all rows are booked),
/// <c>refused</c> (problems; nothing is booked), <c>already-imported</c> (the same file was booked before; nothing is booked again),
/// <c>failed</c> or <c>interrupted</c> (the service ended meanwhile; send the same file again: it is booked once).
/// </param>
/// <param name="RowsRead">Rows read so far.</param>
/// <param name="RowsDecided">Rows decided so far.</param>
/// <param name="ProblemCount">How many problems were found.</param>
/// <param name="Problems">The first 1,000 of them, by row and column.</param>
/// <param name="PassedOver">How many rows were passed over: what they say needs no record.</param>
/// <param name="Notices">The first 1,000 of them by row, with the reason.</param>
/// <param name="Detail">A sentence where the state alone does not tell enough.</param>
/// <param name="Position">The position of the last fact it recorded.</param>
/// <param name="StartedAt">When it was sent, UTC.</param>
/// <param name="UpdatedAt">When this last changed, UTC.</param>
public sealed record ImportView(
    string Id,
    string Fund,
    string Kind,
    string FileName,
    bool DryRun,
    string State,
    int RowsRead,
    int RowsDecided,
    int ProblemCount,
    IReadOnlyList<ImportProblem> Problems,
    int PassedOver,
    IReadOnlyList<ImportProblem> Notices,
    string? Detail,
    string? Position,
    DateTimeOffset StartedAt,
    DateTimeOffset UpdatedAt);

/// <summary>The table of imports, which every replica reads.</summary>
sealed class ImportTable(NpgsqlDataSource database)
{
    const string Columns = """
        id as "Id", fund as "Fund", kind as "Kind", file_name as "FileName", dry_run as "DryRun",
        case when state in ('reading', 'deciding') and updated_at < now() - interval '1 minute' or state = 'queued' and updated_at < now() - interval '15 minutes'
             then 'interrupted' else state end as "State",
        rows_read as "RowsRead", rows_decided as "RowsDecided", problem_count as "ProblemCount", problems::text as "Problems",
        passed_over as "PassedOver", notices::text as "Notices",
        detail as "Detail", position as "Position", started_at as "StartedAt", updated_at as "UpdatedAt"
        """;

    const string InsertOne = """
        insert into journal.import (id, fund, kind, file_name, dry_run, state, started_by) values (@id, @fund, @kind, @fileName, @dryRun, 'queued', @startedBy)
        """;

    const string UpdateOne = """
        update journal.import
        set state = @state, rows_read = @rowsRead, rows_decided = @rowsDecided, problem_count = @problemCount, problems = @problems::jsonb,
            passed_over = @passedOver, notices = @notices::jsonb, detail = @detail, position = @position, updated_at = now()
        where id = @id
        """;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task Add(ImportOrder order)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(InsertOne, new { id = order.Id, fund = order.Fund, kind = order.Kind.Name, fileName = order.FileName, dryRun = order.DryRun, startedBy = order.Actor });
    }

    public async Task Tell(string id, string state, int rowsRead, int rowsDecided, ImportFindings? found = null, string? detail = null, string? position = null)
    {
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(UpdateOne, new
        {
            id,
            state,
            rowsRead,
            rowsDecided,
            problemCount = found?.Problems.Count ?? 0,
            problems = JsonSerializer.Serialize(found?.Problems.First ?? [], Json),
            passedOver = found?.Notices.Count ?? 0,
            notices = JsonSerializer.Serialize(found?.Notices.First ?? [], Json),
            detail,
            position,
        });
    }

    public async Task<ImportView?> Find(string fund, string id)
    {
        await using var connection = await database.OpenConnectionAsync();
        return (await connection.QuerySingleOrDefaultAsync<Row>($"select {Columns} from journal.import where fund = @fund and id = @id", new { fund, id }))?.View();
    }

    public async Task<IReadOnlyList<ImportView>> Latest(string fund)
    {
        await using var connection = await database.OpenConnectionAsync();
        var rows = await connection.QueryAsync<Row>($"select {Columns} from journal.import where fund = @fund order by id desc limit 100", new { fund });
        return [.. rows.Select(row => row.View())];
    }

    sealed record Row(
        string Id, string Fund, string Kind, string FileName, bool DryRun, string State, int RowsRead, int RowsDecided, int ProblemCount,
        string Problems, int PassedOver, string Notices, string? Detail, string? Position, DateTime StartedAt, DateTime UpdatedAt)
    {
        public ImportView View() => new(
            Id, Fund, Kind, FileName, DryRun, State, RowsRead, RowsDecided, ProblemCount,
            JsonSerializer.Deserialize<List<ImportProblem>>(Problems, Json) ?? [], PassedOver, JsonSerializer.Deserialize<List<ImportProblem>>(Notices, Json) ?? [], Detail, Position, StartedAt, UpdatedAt);
    }
}
