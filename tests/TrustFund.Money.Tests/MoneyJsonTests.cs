using System.Text.Json;
using FsCheck.Xunit;

namespace TrustFund.Tests;

[Properties(Arbitrary = [typeof(Given)])]
public class MoneyJsonTests
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    [Property]
    public void Money_survives_the_round_trip(Money money)
    {
        var json = JsonSerializer.Serialize(money, Web);

        Assert.Equal(money, JsonSerializer.Deserialize<Money>(json, Web));
        Assert.Equal($$"""{"amount":"{{money.ToString()[..^4]}}","currency":"{{money.Currency}}"}""", json);
    }

    [Property]
    public void A_currency_survives_the_round_trip(Currency currency) =>
        Assert.Equal(currency, JsonSerializer.Deserialize<Currency>(JsonSerializer.Serialize(currency, Web), Web));

    [Theory]
    [InlineData("""{"amount":"408600000","currency":"EUR"}""", """{"amount":"408600000.00","currency":"EUR"}""")]
    [InlineData("""{"currency":"EUR","amount":"-0.5"}""", """{"amount":"-0.50","currency":"EUR"}""")]
    [InlineData("""{"amount":"-0.00","currency":"EUR"}""", """{"amount":"0.00","currency":"EUR"}""")]
    [InlineData("""{"amount":"999999999999999.999","currency":"TND"}""", """{"amount":"999999999999999.999","currency":"TND"}""")]
    public void An_amount_is_written_with_exactly_its_minor_units(string read, string written) =>
        Assert.Equal(written, JsonSerializer.Serialize(JsonSerializer.Deserialize<Money>(read, Web), Web));

    [Theory]
    [InlineData("1.005")]
    [InlineData("1.000")]
    [InlineData("0.00000000000000000000000000000000000000001")]
    [InlineData("1.0000000000000000000000000000000000000001")]
    public void Excess_decimals_are_refused_however_small(string amount) =>
        Refused($$"""{"amount":"{{amount}}","currency":"EUR"}""", "amount", "The amount has too many decimals: EUR has 2.");

    [Theory]
    [InlineData("1e3")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\\n")]
    [InlineData("1,000.00")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("--1")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("NaN")]
    [InlineData("٣")]
    [InlineData("1000000000000000")]
    public void Only_plain_digits_are_an_amount(string amount) =>
        Refused($$"""{"amount":"{{amount}}","currency":"EUR"}""", "amount", "The amount must be plain digits");

    [Theory]
    [InlineData("""{"amount":12,"currency":"EUR"}""", "amount", "The amount must be text in quotes")]
    [InlineData("""{"amount":null,"currency":"EUR"}""", "amount", "The amount must be text in quotes")]
    [InlineData("""{"amount":{},"currency":"EUR"}""", "amount", "The amount must be text in quotes")]
    [InlineData("""{"amount":"1","currency":978}""", "currency", "The currency must be text in quotes")]
    [InlineData("""{"amount":"1","currency":"eur"}""", "currency", "'eur' is not a currency")]
    [InlineData("""{"amount":"1","currency":"EURO"}""", "currency", "'EURO' is not a currency")]
    [InlineData("""{"amount":"10.00","currency":"XOF"}""", "amount", "The amount has decimals, but XOF has none: give whole XOF.")]
    [InlineData("""{"amount":"1.5","currency":"XOF"}""", "amount", "The amount has decimals, but XOF has none: give whole XOF.")]
    [InlineData("""{"currency":"EUR"}""", "amount", "The amount is missing")]
    [InlineData("""{"amount":"1"}""", "currency", "The currency is missing")]
    [InlineData("""{"amount":"1","amount":"2","currency":"EUR"}""", "amount", "The amount is given twice")]
    [InlineData("""{"amount":"1","currency":"EUR","currency":"EUR"}""", "currency", "The currency is given twice")]
    [InlineData("""{"amount":"1","currency":"EUR","unit":"m"}""", null, "has no member of that name")]
    [InlineData("""{"Amount":"1","currency":"EUR"}""", null, "has no member of that name")]
    [InlineData("12", null, "An amount of money must look like")]
    [InlineData("\"12 EUR\"", null, "An amount of money must look like")]
    [InlineData("null", null, "An amount of money must look like")]
    [InlineData("[]", null, "An amount of money must look like")]
    public void Anything_else_is_refused_in_words_that_say_why(string json, string? member, string words) => Refused(json, member, words);

    [Fact]
    public void The_refusal_names_where_in_the_request_the_amount_stands()
    {
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Instalments>(
            """{"instalments":[{"amount":"1","currency":"EUR"},{"amount":"1.234","currency":"EUR"}]}""", Web));

        Assert.Equal("$.instalments[1]", refusal.Path);
        Assert.Equal("amount", refusal.Data[MoneyJsonConverter.MemberKey]);
        Assert.Equal("The amount has too many decimals: EUR has 2.", refusal.Message);
    }

    [Fact]
    public void Money_without_a_currency_is_never_written() =>
        Assert.Throws<InvalidOperationException>(() => JsonSerializer.Serialize(default(Money), Web));

    static void Refused(string json, string? member, string words)
    {
        var refusal = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Money>(json, Web));

        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(member, refusal.Data[MoneyJsonConverter.MemberKey]);
    }

    sealed record Instalments([property: System.Text.Json.Serialization.JsonPropertyName("instalments")] IReadOnlyList<Money> Amounts);
}
