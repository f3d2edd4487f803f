using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage.Tests;

public class ScenarioTests
{
    [Fact]
    public void Named_donors_that_double_the_input_double_what_it_mobilises_at_the_same_ratio()
    {
        var scenario = DonorsScenario.Of(
            Eip.Published().Books().Leverage(Basis.Headline), [new("DE", 3_000_000_000m, null), new("FR", 1_100_000_000m, null)]);

        Assert.Equal(Money.Euros(8_200_000_000m), scenario.Input);
        Assert.Equal(Money.Euros(88_000_000_000m), scenario.Mobilised);
        Assert.Equal(10.7317m, scenario.Ratio);
        Assert.Equal(
            [("DE", Money.Euros(32_195_121_951.22m)), ("FR", Money.Euros(11_804_878_048.78m))],
            scenario.Contributions.Select(contribution => (contribution.Donor, contribution.Mobilised!.Value)));
        Assert.Equal("DE, FR add 4100000000.00 EUR to the input.", scenario.Scenario);
        Assert.Equal(Money.Euros(44_000_000_000m), scenario.Actual.Mobilised!.Amount);
    }

    [Fact]
    public void Donors_of_a_fund_without_a_target_mobilise_what_nobody_knows()
    {
        var scenario = DonorsScenario.Of(Eip.WithInstruments().Books().Leverage(Basis.Headline), [new("DE", 1m, null)]);

        Assert.Equal((Money.Euros(4_100_000_001m), null, null), (scenario.Input, scenario.Mobilised, scenario.Ratio));
        Assert.Equal("What fund EIP is expected to mobilise has not been set.", scenario.Reason);
        Assert.Null(scenario.Contributions[0].Mobilised);
    }

    [Fact]
    public void Each_instrument_mobilises_at_its_own_ratio()
    {
        // Solar is expected to invest 1 bn for 300 m, so a third of it falls to the grant of 100 m.
        var scenario = InstrumentsScenario.Of(
            Solar.After(Solar.Expected).Books(), Basis.Headline, [new("BLENDING", 60_000_000m, null), new("GUARANTEE", 50_000_000m, 11.5m)]);

        var (blending, guarantee) = (scenario.Instruments[0], scenario.Instruments[1]);
        Assert.Equal((3.3333m, true, Money.Euros(200_000_000m)), (blending.Ratio!.Value, blending.FromOperations, blending.Mobilised!.Value));
        Assert.Equal((11.5m, false, Money.Euros(575_000_000m)), (guarantee.Ratio!.Value, guarantee.FromOperations, guarantee.Mobilised!.Value));
        Assert.Equal(Money.Euros(4_210_000_000m), scenario.Input);
        Assert.Equal(Money.Euros(44_775_000_000m), scenario.Mobilised);
        Assert.Equal(10.6354m, scenario.Ratio);
    }

    [Fact]
    public void On_the_cash_basis_a_guarantee_adds_its_provisioning()
    {
        var guarantee = InstrumentsScenario.Of(Solar.After(Solar.Expected).Books(), Basis.Cash, [new("GUARANTEE", 50_000_000m, null)]).Instruments.Single();

        // Two thirds of 1 bn over the 100 m that is provisioned for 200 m of cover.
        Assert.Equal((Money.Euros(25_000_000m), 6.6667m, Money.Euros(166_666_666.67m)), (guarantee.Input, guarantee.Ratio!.Value, guarantee.Mobilised!.Value));
    }

    [Fact]
    public void An_instrument_without_itemised_operations_has_no_ratio_of_its_own()
    {
        var scenario = InstrumentsScenario.Of(Solar.After(Eip.Of2017).Books(), Basis.Headline, [new("BLENDING", 60_000_000m, null)]);

        Assert.Null(scenario.Ratio);
        Assert.Null(scenario.Mobilised);
        Assert.StartsWith("No operation itemises how much of instrument BLENDING backs it", scenario.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DE:100", "DE", "100", null)]
    [InlineData("de:0.01", "DE", "0.01", null)]
    [InlineData("GUARANTEE:5.00:11.5", "GUARANTEE", "5.00", "11.5")]
    public void Suppositions_are_codes_with_amounts(string text, string code, string amount, string? ratio)
    {
        var supposed = Assert.Single(ScenarioQuery.Of("instrument", [text], withRatio: true));

        Assert.Equal((code, decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)), (supposed.Code, supposed.Amount));
        Assert.Equal(ratio, supposed.Ratio?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("DE")]
    [InlineData("DE:")]
    [InlineData("DE:0.00")]
    [InlineData("DE:-1")]
    [InlineData("DE:1,0")]
    [InlineData("DE:1e3")]
    [InlineData(":1")]
    [InlineData("D E:1")]
    [InlineData("DE:1:2")]
    [InlineData("DE:1000000000000000")]
    [InlineData("DE:1.00000")]
    [InlineData("")]
    public void Anything_else_is_refused(string text) =>
        Assert.Equal("donor[0]", Assert.Throws<InvalidRequestException>(() => ScenarioQuery.Of("donor", [text], withRatio: false)).Field);

    [Fact]
    public void A_donor_is_supposed_once() =>
        Assert.Equal("donor[1]", Assert.Throws<InvalidRequestException>(() => ScenarioQuery.Of("donor", ["DE:1", "de:2"], withRatio: false)).Field);

    [Fact]
    public void Nothing_supposed_is_no_scenario()
    {
        Assert.Equal("donor", Assert.Throws<InvalidRequestException>(() => ScenarioQuery.Of("donor", null, withRatio: false)).Field);
        Assert.Equal("donor", Assert.Throws<InvalidRequestException>(() => ScenarioQuery.Of("donor", [], withRatio: false)).Field);
    }

    [Fact]
    public void Amounts_fit_the_funds_currency() => Assert.Equal("donor[0]", Assert.Throws<InvalidRequestException>(
        () => ScenarioQuery.RequireAmounts("donor", [new("DE", 0.001m, null)], Currency.Euro)).Field);

    [Fact]
    public void A_scenario_larger_than_any_amount_is_refused() => Assert.Equal("donor", Assert.Throws<InvalidRequestException>(
        () => Proportion.Within("donor", () => DonorsScenario.Of(Eip.Published().Books().Leverage(Basis.Headline), [new("DE", 999_999_999_999_999m, null)]))).Field);
}
