namespace TrustFund.Leverage.Tests;

/// <summary>The figures of the External Investment Plan, to the last decimal.</summary>
public class PublishedExamplesTests
{
    [Fact]
    public void On_the_headline_basis_4_1_bn_mobilises_44_bn_which_is_10_7317()
    {
        var leverage = Eip.Published().Books().Leverage(Basis.Headline);

        Assert.Equal(Basis.Headline, leverage.Basis);
        Assert.Equal(Money.Euros(4_100_000_000m), leverage.Input);
        Assert.Equal(Money.Euros(44_000_000_000m), leverage.Mobilised!.Amount);
        Assert.Equal((Measure.Expected, Qualifier.Exact), (leverage.Mobilised.Measure, leverage.Mobilised.Qualifier));
        Assert.Equal(10.7317m, leverage.Ratio);
        Assert.Null(leverage.Reason);
    }

    [Fact]
    public void On_the_cash_basis_3_35_bn_mobilises_44_bn_which_is_13_1343()
    {
        var leverage = Eip.Published().Books().Leverage(Basis.Cash);

        Assert.Equal(Basis.Cash, leverage.Basis);
        Assert.Equal(Money.Euros(3_350_000_000m), leverage.Input);
        Assert.Equal(13.1343m, leverage.Ratio);
    }

    [Fact]
    public void Face_and_provisioning_stay_apart_for_each_instrument()
    {
        var instruments = Eip.Published().Books().Leverage(Basis.Headline).Instruments;

        Assert.Equal(
            [("BLENDING", Money.Euros(2_600_000_000m), Money.Euros(2_600_000_000m)), ("GUARANTEE", Money.Euros(1_500_000_000m), Money.Euros(750_000_000m))],
            instruments.Select(instrument => (instrument.Code, instrument.Face, instrument.Provisioning)));
    }

    [Fact]
    public void Matched_one_to_one_8_2_bn_would_mobilise_88_bn_at_the_same_ratio_and_the_actual_stays_44_bn()
    {
        var service = Eip.Published();
        var actual = service.Books().Leverage(Basis.Headline);

        var scenario = MatchedScenario.Of(actual, 1m);

        Assert.Equal(Money.Euros(8_200_000_000m), scenario.Input);
        Assert.Equal(Money.Euros(88_000_000_000m), scenario.Mobilised);
        Assert.Equal(10.7317m, scenario.Ratio);
        Assert.Equal("Others match the input 1:1.", scenario.Scenario);
        Assert.Equal("A scenario, never an actual.", scenario.Warning);
        Assert.Equal(Money.Euros(44_000_000_000m), scenario.Actual.Mobilised!.Amount);
        Assert.Equal(Money.Euros(44_000_000_000m), service.Books().Leverage(Basis.Headline).Mobilised!.Amount);
        Assert.Equal(Money.Euros(4_100_000_000m), service.Books().Leverage(Basis.Headline).Input);
    }

    [Fact]
    public void The_9_6_bn_of_2017_lies_inside_the_44_bn_and_leaves_34_4_bn_to_target()
    {
        var service = Eip.Published();
        service.Accept(Eip.Of2017);

        var leverage = service.Books().Leverage(Basis.Headline);

        Assert.Equal(Money.Euros(9_600_000_000m), leverage.Operations.ExpectedMobilised);
        Assert.Equal(Money.Euros(34_400_000_000m), leverage.Operations.LeftToTarget);
        Assert.False(leverage.Operations.ExceedsTarget);
        Assert.Equal(Money.Euros(44_000_000_000m), leverage.Mobilised!.Amount);
        Assert.Equal(10.7317m, leverage.Ratio);
    }
}
