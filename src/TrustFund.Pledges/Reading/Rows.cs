using Dapper;
using Npgsql;
using TrustFund.Journal;

namespace TrustFund.Pledges.Reading;

/// <summary>
/// Reads rows as the records they are written from, so that an answer to a question is made by the same code as an answer to a command.
/// Each query gives one column: a row as JSON text, as <c>row_to_json</c> and <c>json_build_object</c> make it.
/// </summary>
static class Rows
{
    /// <summary>The one row, or null.</summary>
    public static async Task<T?> One<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken aborted)
        where T : class
    {
        await using var connection = await database.OpenConnectionAsync(aborted);
        var row = await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(sql, parameters, cancellationToken: aborted));
        return row is null ? null : Read<T>(row);
    }

    /// <summary>All rows, in the query's order.</summary>
    public static async Task<IReadOnlyList<T>> Many<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken aborted)
        where T : class
    {
        await using var connection = await database.OpenConnectionAsync(aborted);
        var rows = await connection.QueryAsync<string>(new CommandDefinition(sql, parameters, cancellationToken: aborted));
        return [.. rows.Select(Read<T>)];
    }

    /// <summary>The text in the one row's one column, or null.</summary>
    public static async Task<string?> Text(this NpgsqlDataSource database, string sql, object parameters, CancellationToken aborted)
    {
        await using var connection = await database.OpenConnectionAsync(aborted);
        return await connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(sql, parameters, cancellationToken: aborted));
    }

    /// <summary>Reads one row as JSON text.</summary>
    public static T Read<T>(string row)
        where T : class => StateJson.Read<T>(row);
}
