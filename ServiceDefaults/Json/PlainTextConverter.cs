using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustFund.ServiceDefaults;

/// <summary>Refuses the one character that JSON can carry and PostgreSQL's text cannot: U+0000.</summary>
sealed class PlainTextConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("It must be text in quotes.");
        }

        var text = reader.GetString()!;
        return text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("It must not contain the character U+0000.") : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
