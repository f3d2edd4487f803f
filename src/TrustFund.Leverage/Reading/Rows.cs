using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Npgsql;

namespace TrustFund.Leverage;

/// <summary>Reads rows as the journal writes them: each as one JSON document, in the columns' names.</summary>
static class Rows
{
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The rows of a statement whose only column is a JSON document as text.</summary>
    public static async Task<IReadOnlyList<T>> Read<T>(NpgsqlDataSource database, string sql, object parameters, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        var documents = await connection.QueryAsync<string>(new CommandDefinition(sql, parameters, cancellationToken: cancellation));
        return [.. documents.Select(Parse<T>)];
    }

    /// <summary>One such document.</summary>
    public static T Parse<T>(string document) => JsonSerializer.Deserialize<T>(document, Json)!;
}
