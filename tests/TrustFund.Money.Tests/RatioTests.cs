namespace TrustFund.Tests;

public class RatioTests
{
    [Fact]
    public void A_ratio_of_nothing_is_no_ratio() =>
        Assert.Null(Ratio.Of(Money.Euros(44_000_000_000), Money.Zero(Currency.Euro), Basis.Headline));

    [Fact]
    public void A_ratio_is_rounded_half_up_to_four_decimals_and_states_its_basis()
    {
        Assert.Equal(0.3333m, Ratio.Of(Money.Euros(1), Money.Euros(3), Basis.Cash)!.Value.Value);
        Assert.Equal(0.6667m, Ratio.Of(Money.Euros(2), Money.Euros(3), Basis.Cash)!.Value.Value);
        Assert.Equal(0.0001m, Ratio.Of(Money.Euros(1), Money.Euros(20_000), Basis.Cash)!.Value.Value);
        Assert.Equal("2.0000 (cash basis)", Ratio.Of(Money.Euros(2), Money.Euros(1), Basis.Cash).ToString());
    }

    [Fact]
    public void The_same_figure_on_another_basis_is_another_ratio() =>
        Assert.NotEqual(
            Ratio.Of(Money.Euros(2), Money.Euros(1), Basis.Cash),
            Ratio.Of(Money.Euros(2), Money.Euros(1), Basis.Headline));

    [Fact]
    public void Amounts_in_different_currencies_have_no_ratio() =>
        Assert.Throws<InvalidOperationException>(() => Ratio.Of(Money.Euros(1), new Money(1, Currency.Of("NOK")), Basis.Cash));
}
