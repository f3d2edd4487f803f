using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace TrustFund;

/// <summary>
/// Reads and writes <c>{"amount":"408600000.00","currency":"EUR"}</c>, and nothing else: the amount is text of plain digits, never a JSON
/// number (which readers in many languages round), and unknown, repeated or missing members are refused. It is written with exactly the
/// currency's minor units. A refusal is a <see cref="JsonException"/> whose message is fit for the person who sent the amount and whose
/// <see cref="Exception.Data"/> holds, under <see cref="MemberKey"/>, the member at fault when there is one.
/// </summary>
public sealed partial class MoneyJsonConverter : JsonConverter<Money>
{
    /// <summary>Where a refusal's <see cref="Exception.Data"/> names the member at fault: <c>amount</c> or <c>currency</c>.</summary>
    public const string MemberKey = "member";

    const string Shape = "{\"amount\":\"1250.00\",\"currency\":\"EUR\"}";

    /// <inheritdoc/>
    /// <exception cref="JsonException">It is not an amount that can be booked; the message says why.</exception>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"An amount of money must look like {Shape}.");
        }

        string? amount = null;
        string? currency = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("amount"u8))
            {
                amount = Text(ref reader, "amount", amount);
            }
            else if (reader.ValueTextEquals("currency"u8))
            {
                currency = Text(ref reader, "currency", currency);
            }
            else
            {
                throw new JsonException($"An amount of money has no member of that name: it must look like {Shape}.");
            }
        }

        return Parse(
            amount ?? throw Refused("amount", $"The amount is missing: an amount of money must look like {Shape}."),
            currency ?? throw Refused("currency", $"The currency is missing: an amount of money must look like {Shape}."));
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The value is <c>default(Money)</c>, which has no currency.</exception>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var currency = value.Currency.Code;
        writer.WriteStartObject();
        writer.WriteString("amount"u8, value.AmountText);
        writer.WriteString("currency"u8, currency);
        writer.WriteEndObject();
    }

    static string Text(ref Utf8JsonReader reader, string member, string? before)
    {
        if (before is not null)
        {
            throw Refused(member, $"The {member} is given twice: give it once.");
        }

        reader.Read();
        return reader.TokenType == JsonTokenType.String
            ? reader.GetString()!
            : throw Refused(member, $"The {member} must be text in quotes: an amount of money must look like {Shape}.");
    }

    static Money Parse(string amount, string code)
    {
        if (!Currency.TryParse(code, out var currency))
        {
            throw Refused("currency", Currency.Refusal(code));
        }

        if (!PlainDigits().IsMatch(amount))
        {
            throw Refused("amount", "The amount must be plain digits with a point before the decimals, such as \"1250.00\", of at most 15 digits before the point.");
        }

        // The decimals are counted in the text: decimal.Parse rounds what it cannot hold, in silence.
        // Zeros count too: 1.000 is a thousand to many who write it.
        var point = amount.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && amount.Length - point - 1 > currency.MinorUnits)
        {
            throw Refused("amount", Messages.TooPrecise(currency));
        }

        return new Money(decimal.Parse(amount, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture), currency);
    }

    static JsonException Refused(string member, string message) => new(message) { Data = { [MemberKey] = member } };

    [GeneratedRegex(@"\A-?[0-9]{1,15}(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainDigits();
}
