using Dapper;
using Npgsql;

namespace TrustFund.Disbursements;

/// <summary>Reads states as the journal keeps them, so that a person reads what a decision sees. The SQL gives each row as one JSON text.</summary>
static class Kept
{
    public static async Task<T?> ReadOne<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken cancellation)
        where T : State =>
        (await database.ReadAll<T>(sql, parameters, cancellation)).SingleOrDefault();

    public static async Task<List<T>> ReadAll<T>(this NpgsqlDataSource database, string sql, object parameters, CancellationToken cancellation)
        where T : State
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var rows = await connection.QueryAsync<string>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        return [.. rows.Select(row => StateJson.Read<T>(row))];
    }

    /// <summary>The header of a thing's answer: its version, to be sent back as <c>If-Match</c>.</summary>
    public static void SetETag(this HttpResponse response, State state) => response.Headers.ETag = $"\"{state.Version}\"";
}
