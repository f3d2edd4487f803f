using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustFund;

/// <summary>Writes a currency as its code and reads exactly that: <c>"EUR"</c>.</summary>
public sealed class CurrencyJsonConverter : JsonConverter<Currency>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">It is no text, or no active ISO 4217 code in upper case.</exception>
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("The currency must be text: an ISO 4217 code such as \"EUR\".");
        }

        try
        {
            return Currency.Of(reader.GetString()!);
        }
        catch (FormatException unknown)
        {
            throw new JsonException(unknown.Message, unknown);
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(value.Code);
    }
}
