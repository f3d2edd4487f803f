using Npgsql;
using NpgsqlTypes;
using TrustFund.Journal;

namespace TrustFund.Audit.Reading;

/// <summary>Rows as the journal keeps them, read back as states, and the plain reading of any other.</summary>
static class Rows
{
    // Seconds: a report of a past day adds up the whole ledger, which the writer's statements never do.
    const int LongestRead = 60;

    /// <summary>A state from the JSON that <c>row_to_json</c> makes of its row.</summary>
    public static T State<T>(string row)
        where T : State => StateJson.Read<T>(row);

    /// <summary>States from the JSON that <c>json_agg</c> makes of their rows.</summary>
    public static IReadOnlyList<T> States<T>(string rows)
        where T : State => StateJson.Read<List<T>>(rows);

    /// <summary>The version of a state as an entity tag.</summary>
    public static string ETag(this State state) => $"\"{state.Version}\"";

    public static string? Text(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>Reads rows on a connection of their own.</summary>
    public static async Task<List<T>> Read<T>(
        this NpgsqlDataSource database, string sql, Func<NpgsqlDataReader, T> row, CancellationToken aborted, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await database.OpenConnectionAsync(aborted);
        return await connection.Read(sql, row, aborted, parameters);
    }

    /// <summary>Reads rows on a connection that may stand in a transaction.</summary>
    public static async Task<List<T>> Read<T>(
        this NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken aborted, params (string Name, object? Value)[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = LongestRead };
        foreach (var (name, value) in parameters)
            command.Parameters.Add(Parameter(name, value));
        await using var reader = await command.ExecuteReaderAsync(aborted);
        var rows = new List<T>();
        while (await reader.ReadAsync(aborted))
            rows.Add(row(reader));
        return rows;
    }

    // A null has no type of its own: every nullable parameter here is a text.
    static NpgsqlParameter Parameter(string name, object? value) => value is null
        ? new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = DBNull.Value }
        : new NpgsqlParameter(name, value);
}
