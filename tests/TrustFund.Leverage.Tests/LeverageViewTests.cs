using System.Text.Json;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage.Tests;

public class LeverageViewTests
{
    [Fact]
    public void Without_instruments_there_is_no_ratio_and_the_reason_is_told()
    {
        var leverage = Eip.Empty().Books().Leverage(Basis.Headline);

        Assert.Null(leverage.Ratio);
        Assert.Equal("No instrument of fund EIP has been opened, so there is no input.", leverage.Reason);
        Assert.Equal(Money.Euros(0m), leverage.Input);
    }

    [Fact]
    public void Without_input_there_is_no_ratio_and_the_reason_is_told()
    {
        var service = Eip.Empty();
        service.Accept(Eip.Blending);
        service.Accept(Eip.Target);

        var leverage = service.Books().Leverage(Basis.Headline);

        Assert.Null(leverage.Ratio);
        Assert.Equal("No certified pledge of fund EIP is the input of an instrument yet.", leverage.Reason);
        Assert.Equal(Money.Euros(44_000_000_000m), leverage.Mobilised!.Amount);
    }

    [Fact]
    public void Without_a_target_there_is_no_ratio_and_the_reason_is_told()
    {
        var leverage = Eip.WithInstruments().Books().Leverage(Basis.Headline);

        Assert.Null(leverage.Ratio);
        Assert.Equal("What fund EIP is expected to mobilise has not been set.", leverage.Reason);
        Assert.Null(leverage.Mobilised);
    }

    [Fact]
    public void A_scenario_of_nothing_has_no_ratio_either()
    {
        var scenario = MatchedScenario.Of(Eip.WithInstruments().Books().Leverage(Basis.Cash), 0.5m);

        Assert.Equal(Money.Euros(5_025_000_000m), scenario.Input);
        Assert.Null(scenario.Mobilised);
        Assert.Null(scenario.Ratio);
        Assert.Equal("What fund EIP is expected to mobilise has not been set.", scenario.Reason);
    }

    [Fact]
    public void An_answer_names_its_basis_and_keeps_amounts_as_text()
    {
        var json = JsonSerializer.SerializeToElement(Eip.Published().Books().Leverage(Basis.Cash), StrictJson.Options);

        Assert.Equal("cash", json.GetProperty("basis").GetString());
        Assert.Equal("13.1343", json.GetProperty("ratio").GetRawText());
        Assert.Equal("3350000000.00", json.GetProperty("input").GetProperty("amount").GetString());
        Assert.Equal("expected", json.GetProperty("mobilised").GetProperty("measure").GetString());
        Assert.Equal("exact", json.GetProperty("mobilised").GetProperty("qualifier").GetString());
        Assert.Equal("guarantee", json.GetProperty("instruments")[1].GetProperty("kind").GetString());
        Assert.Equal("750000000.00", json.GetProperty("instruments")[1].GetProperty("provisioning").GetProperty("amount").GetString());
    }

    [Fact]
    public void A_scenario_larger_than_any_amount_is_not_told()
    {
        var service = Eip.WithInstruments();
        service.Accept(Eip.Target with { Amount = Money.Euros(500_000_000_000_000m) });
        var actual = service.Books().Leverage(Basis.Headline);

        Assert.False(MatchedScenario.Fits(actual, 1m));
        Assert.True(MatchedScenario.Fits(actual, 0.9999m));
    }
}
