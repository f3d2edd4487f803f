using Dapper;
using Npgsql;
using TrustFund.Journal;

namespace TrustFund.Contracts.Reading;

/// <summary>
/// Rows as the journal keeps them, read back as states: a view made from a state is the same whether it answers a command or a GET.
/// </summary>
static class Rows
{
    /// <summary>A state from the JSON that <c>row_to_json</c> makes of its row.</summary>
    public static T State<T>(string row)
        where T : State => StateJson.Read<T>(row);

    /// <summary>The version of a state as an entity tag.</summary>
    public static string ETag(this State state) => $"\"{state.Version}\"";

    public static async Task<List<T>> Read<T>(this NpgsqlDataSource db, string sql, object parameters, CancellationToken aborted)
    {
        await using var connection = await db.OpenConnectionAsync(aborted);
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: aborted))).AsList();
    }

    public static async Task<bool> HasFund(this NpgsqlDataSource db, string fund, CancellationToken aborted) =>
        (await db.Read<int>("SELECT 1 FROM funds WHERE id = @fund", new { fund }, aborted)).Count == 1;
}
