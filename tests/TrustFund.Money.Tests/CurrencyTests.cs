namespace TrustFund.Tests;

public class CurrencyTests
{
    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("NOK", 2)]
    [InlineData("CHF", 2)]
    [InlineData("XOF", 0)]
    [InlineData("XAF", 0)]
    [InlineData("UGX", 0)]
    [InlineData("TND", 3)]
    [InlineData("LYD", 3)]
    [InlineData("CLF", 4)]
    public void Minor_units_are_those_of_ISO_4217(string code, int minorUnits)
    {
        Assert.Equal(minorUnits, Currency.Of(code).MinorUnits);
        Assert.Equal(code, Currency.Of(code).Code);
    }

    [Fact]
    public void Every_code_is_three_capital_letters_and_stands_once()
    {
        Assert.All(Currency.All, currency => Assert.Matches("^[A-Z]{3}$", currency.Code));
        Assert.Equal(Currency.All.Count, Currency.All.Distinct().Count());
        Assert.Equal(165, Currency.All.Count);
    }

    [Theory]
    [InlineData("eur")]
    [InlineData("Eur")]
    [InlineData(" EUR")]
    [InlineData("EUR ")]
    [InlineData("EU")]
    [InlineData("")]
    [InlineData("ABC")]
    [InlineData("DEM")]
    [InlineData("XAU")]
    public void Anything_but_an_active_code_in_upper_case_is_refused_by_name(string code)
    {
        var refusal = Assert.Throws<FormatException>(() => Currency.Of(code));

        Assert.Contains($"'{code}' is not a currency", refusal.Message, StringComparison.Ordinal);
        Assert.False(Currency.TryParse(code, out _));
    }

    [Fact]
    public void No_code_at_all_is_refused()
    {
        Assert.Throws<FormatException>(() => Currency.Of(null!));
        Assert.False(Currency.TryParse(null, out _));
    }

    [Fact]
    public void The_default_currency_cannot_be_used()
    {
        Assert.Throws<InvalidOperationException>(() => default(Currency).Code);
        Assert.Throws<InvalidOperationException>(() => default(Currency).MinorUnits);
        Assert.Throws<InvalidOperationException>(() => new Money(1, default));
        Assert.Throws<InvalidOperationException>(() => default(Money) + Money.Euros(1));
        Assert.Throws<InvalidOperationException>(() => Money.Euros(1) - default(Money));
        Assert.Throws<InvalidOperationException>(() => default(Money).CompareTo(default));
        Assert.Equal("(no currency)", default(Currency).ToString());
    }

    [Fact]
    public void The_same_code_is_the_same_currency()
    {
        Assert.Equal(Currency.Euro, Currency.Of("EUR"));
        Assert.NotEqual(Currency.Euro, Currency.Of("NOK"));
        Assert.NotEqual(Currency.Euro, default);
    }
}
