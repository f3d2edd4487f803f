using Dapper;
using Npgsql;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>Reads rows as the journal writes them: each as one JSON document, in the columns' names.</summary>
static class Rows
{
    /// <summary>The rows of a statement whose only column is a JSON document as text.</summary>
    public static async Task<IReadOnlyList<T>> Read<T>(NpgsqlDataSource database, string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var documents = await connection.QueryAsync<string>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        return [.. documents.Select(Parse<T>)];
    }

    /// <summary>One such document.</summary>
    public static T Parse<T>(string document) => StateJson.Read<T>(document);
}
