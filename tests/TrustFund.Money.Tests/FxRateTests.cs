using FsCheck.Xunit;

namespace TrustFund.Tests;

[Properties(Arbitrary = [typeof(Given)])]
public class FxRateTests
{
    static readonly DateOnly December = new(2017, 12, 1);

    [Fact]
    public void A_rate_converts_both_ways_and_rounds_once_half_up()
    {
        var kroner = FxRate.PerEuro(Currency.Of("NOK"), 9.8403m, December, "InforEuro");

        Assert.Equal(new Money(984.03m, Currency.Of("NOK")), kroner.Convert(Money.Euros(100)));
        Assert.Equal(Money.Euros(10_162_291.80m), kroner.Convert(new Money(100_000_000m, Currency.Of("NOK"))));
        Assert.Equal("1 EUR = 9.8403 NOK (InforEuro, 2017-12-01)", kroner.ToString());
    }

    [Fact]
    public void Francs_have_no_cents()
    {
        var francs = FxRate.PerEuro(Currency.Of("XOF"), 655.957m, December, "fixed parity");

        Assert.Equal(new Money(656, Currency.Of("XOF")), francs.Convert(Money.Euros(1)));
        Assert.Equal(Money.Euros(1.52m), francs.Convert(new Money(1000, Currency.Of("XOF"))));
    }

    [Fact]
    public void Half_a_cent_goes_up_and_down_alike_and_the_mode_can_be_the_funds_own()
    {
        var rate = FxRate.PerEuro(Currency.Of("CHF"), 1.5m, December, "test");
        var cent = Money.Euros(0.01m);

        Assert.Equal(0.02m, rate.Convert(cent).Amount);
        Assert.Equal(-0.02m, rate.Convert(-cent).Amount);
        Assert.Equal(0.01m, rate.Convert(cent, MidpointRounding.ToZero).Amount);
        Assert.Equal(0.02m, rate.Convert(cent, MidpointRounding.ToEven).Amount);
        Assert.Equal(0.04m, rate.Convert(Money.Euros(0.03m), MidpointRounding.ToEven).Amount);
        Assert.Equal(-0.01m, rate.Convert(-cent, MidpointRounding.ToPositiveInfinity).Amount);
        Assert.Equal(-0.02m, rate.Convert(-cent, MidpointRounding.ToNegativeInfinity).Amount);
    }

    [Fact]
    public void A_quotient_just_below_half_a_cent_is_not_rounded_twice()
    {
        // 0.01 CHF at this rate is 0.00499999999999500… EUR, which fewer digits would show as half a cent.
        var rate = FxRate.PerEuro(Currency.Of("CHF"), 2.000000000002m, December, "test");

        Assert.True(rate.Convert(new Money(0.01m, Currency.Of("CHF"))).IsZero);
        Assert.Equal(0.01m, FxRate.PerEuro(Currency.Of("CHF"), 2m, December, "test").Convert(new Money(0.01m, Currency.Of("CHF"))).Amount);
    }

    [Property]
    public void There_and_back_is_at_most_a_rounding_away(FxRate rate, EuroPair pair)
    {
        var quote = rate.Quote;
        if (Math.Abs(pair.Left.Amount) * rate.Rate >= 100_000_000_000_000m)
        {
            return;
        }

        var back = rate.Convert(rate.Convert(pair.Left));

        // Half a unit lost on the way there is worth that much in euro, and another half cent may go on the way back.
        var most = (quote.SmallestUnit / 2 / rate.Rate) + 0.005m;
        Assert.InRange(Math.Abs(back.Amount - pair.Left.Amount), 0, most);
        Assert.Equal(-rate.Convert(pair.Left), rate.Convert(-pair.Left));
    }

    [Property]
    public void More_money_never_converts_to_less(FxRate rate, EuroPair pair)
    {
        if (Math.Max(Math.Abs(pair.Left.Amount), Math.Abs(pair.Right.Amount)) * rate.Rate < 100_000_000_000_000m && pair.Left <= pair.Right)
        {
            Assert.True(rate.Convert(pair.Left) <= rate.Convert(pair.Right));
        }
    }

    [Fact]
    public void A_rate_that_is_none_is_refused()
    {
        var chf = Currency.Of("CHF");

        Assert.Throws<ArgumentException>(() => FxRate.PerEuro(Currency.Euro, 1, December, "test"));
        Assert.Throws<ArgumentException>(() => FxRate.PerEuro(chf, 1, December, " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => FxRate.PerEuro(chf, 0, December, "test"));
        Assert.Throws<ArgumentOutOfRangeException>(() => FxRate.PerEuro(chf, -1, December, "test"));
        Assert.Throws<ArgumentOutOfRangeException>(() => FxRate.PerEuro(chf, 0.0000000000001m, December, "test"));
        Assert.Throws<ArgumentOutOfRangeException>(() => FxRate.PerEuro(chf, 1_000_000_000_000m, December, "test"));
        Assert.Throws<InvalidOperationException>(() => FxRate.PerEuro(chf, 1, December, "test").Convert(new Money(1, Currency.Of("NOK"))));
        Assert.Throws<OverflowException>(() => FxRate.PerEuro(chf, 2, December, "test").Convert(Money.Euros(500_000_000_000_000m)));
    }
}
