using FsCheck.Xunit;

namespace TrustFund.Tests;

[Properties(Arbitrary = [typeof(Given)])]
public class MoneyTests
{
    [Theory]
    [InlineData("0.001", "EUR")]
    [InlineData("-12.345", "EUR")]
    [InlineData("0.5", "XOF")]
    [InlineData("1.0001", "TND")]
    public void More_decimals_than_the_currency_has_are_refused(string amount, string currency) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(Decimal(amount), Currency.Of(currency)));

    [Fact]
    public void Zeros_beyond_the_minor_units_are_dropped()
    {
        Assert.Equal("12.30 EUR", new Money(12.3000m, Currency.Euro).ToString());
        Assert.Equal("12 XOF", new Money(12.0m, Currency.Of("XOF")).ToString());
        Assert.Equal("12.300 TND", new Money(12.3m, Currency.Of("TND")).ToString());
        Assert.Equal("0.00 EUR", new Money(-0.0m, Currency.Euro).ToString());
    }

    [Fact]
    public void An_amount_stays_below_ten_to_the_fifteenth()
    {
        var largest = Money.Euros(999_999_999_999_999.99m);

        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Euros(1_000_000_000_000_000m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Money.Euros(-1_000_000_000_000_000m));
        Assert.Throws<OverflowException>(() => largest + Money.Euros(0.01m));
        Assert.Throws<OverflowException>(() => -largest - Money.Euros(0.01m));
        Assert.Throws<OverflowException>(() => Money.Rounded(999_999_999_999_999.995m, Currency.Euro));
    }

    [Fact]
    public void Currencies_are_never_mixed()
    {
        var (euros, kroner) = (Money.Euros(1), new Money(1, Currency.Of("NOK")));

        Assert.Throws<InvalidOperationException>(() => euros + kroner);
        Assert.Throws<InvalidOperationException>(() => euros - kroner);
        Assert.Throws<InvalidOperationException>(() => euros < kroner);
        Assert.Throws<InvalidOperationException>(() => euros >= kroner);
        Assert.Throws<InvalidOperationException>(() => Money.Sum([euros, kroner], Currency.Euro));
        Assert.NotEqual(euros, kroner);
    }

    [Theory]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.005", "-0.01")]
    [InlineData("0.0049999", "0.00")]
    [InlineData("2.675", "2.68")]
    [InlineData("2.665", "2.67")]
    public void A_calculated_amount_is_rounded_half_up(string exact, string rounded) =>
        Assert.Equal(Money.Euros(Decimal(rounded)), Money.Rounded(Decimal(exact), Currency.Euro));

    [Property]
    public void Adding_and_taking_away_undo_each_other(EuroPair pair)
    {
        Assert.Equal(pair.Left, pair.Left + pair.Right - pair.Right);
        Assert.Equal(pair.Left + pair.Right, pair.Right + pair.Left);
        Assert.Equal(pair.Left - pair.Right, -(pair.Right - pair.Left));
        Assert.True((pair.Left - pair.Left).IsZero);
    }

    [Property]
    public void Order_is_the_order_of_the_amounts(EuroPair pair)
    {
        var (left, right) = (pair.Left, pair.Right);

        Assert.Equal(left.Amount < right.Amount, left < right);
        Assert.Equal(left < right, right > left);
        Assert.Equal(left <= right, !(left > right));
        Assert.Equal(left == right, left <= right && left >= right);
        Assert.Equal((left - right).IsNegative, left < right);
        Assert.Equal(Money.Sum([left, right], Currency.Euro), Money.Min(left, right) + Money.Max(left, right));
    }

    [Property]
    public void Equal_amounts_are_equal_however_they_are_scaled(Money money)
    {
        var same = new Money(money.Amount * 1.000m, money.Currency);

        Assert.Equal(money, same);
        Assert.Equal(money.GetHashCode(), same.GetHashCode());
        Assert.Equal(money.ToString(), same.ToString());
        Assert.Equal(money.Currency.MinorUnits, (int)same.Amount.Scale);
        Assert.False(money.Abs().IsNegative);
    }

    static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
