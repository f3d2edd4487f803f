using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TrustFund.Journal;

/// <summary>
/// How a state's row stands in JSON: columns in snake_case, enums in kebab-case. The journal writes rows so, and whoever answers a question
/// reads them so, so that a person sees what a decision sees.
/// </summary>
public static class StateJson
{
    /// <summary>The options; read-only.</summary>
    public static JsonSerializerOptions Options { get; } = Build();

    /// <summary>A state, or another record of its columns, from what <c>row_to_json</c> makes of its row.</summary>
    /// <param name="row">The row as JSON text.</param>
    /// <exception cref="JsonException">The row is not what the type says.</exception>
    public static T Read<T>(string row) => JsonSerializer.Deserialize<T>(row, Options)!;

    static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };
        options.MakeReadOnly();
        return options;
    }
}
