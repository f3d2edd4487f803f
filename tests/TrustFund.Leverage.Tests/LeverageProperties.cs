using System.Numerics;
using FsCheck.Xunit;

namespace TrustFund.Leverage.Tests;

/// <summary>Whatever is certified, taken back, opened, aimed at and recorded, in any order, the figures are sums of what happened.</summary>
[Properties(Arbitrary = [typeof(Steps)], MaxTest = 200)]
public class LeverageProperties
{
    [Property]
    public void Input_is_the_sum_of_certificates_less_reductions_after_every_step(Step[] steps)
    {
        var world = new World();
        foreach (var step in steps)
        {
            world.Take(step);
            var (fund, windows) = (world.Service.Get<FundInput>(Eip.Fund), world.Service.All.OfType<WindowInput>().ToDictionary(window => window.Code));
            Assert.Equal(world.Certified.Values.Sum(), fund.Certified);
            Assert.Equal(world.Certified["BLENDING"], windows["BLENDING"].Certified);
            Assert.Equal(world.Certified["GUARANTEE"], windows["GUARANTEE"].Certified);
            AssertInput(world);
        }
    }

    [Property]
    public void No_euro_is_the_input_of_two_instruments(Step[] steps)
    {
        var world = new World();
        foreach (var step in steps)
        {
            world.Take(step);
            var leverage = world.Books.Leverage(Basis.Headline);
            Assert.False(leverage.Unclaimed.IsNegative);
            Assert.Equal(leverage.Certified, leverage.Input + leverage.Unclaimed);
            Assert.Equal(world.Service.All.OfType<Instrument>().Count(), world.Service.Find<Portfolio>(Eip.Fund)?.Claims.Count ?? 0);
        }
    }

    [Property]
    public void A_ratio_comes_from_the_amounts_beside_it(Step[] steps)
    {
        var world = new World();
        foreach (var step in steps)
        {
            world.Take(step);
            foreach (var basis in Enum.GetValues<Basis>())
                AssertRatio(world.Books.Leverage(basis));
        }
    }

    [Property]
    public void An_operation_counts_once_whatever_the_number_of_instruments(Step[] steps)
    {
        var world = new World();
        foreach (var step in steps)
        {
            world.Take(step);
            var leverage = world.Books.Leverage(Basis.Headline);
            Assert.Equal((world.Operations, world.Expected), (leverage.Operations.Count, leverage.Operations.ExpectedMobilised.Amount));
            Assert.Equal(world.Operations, world.Service.All.OfType<Operation>().Count());
            if (leverage.Mobilised is { } target)
            {
                Assert.Equal(Math.Max(0, target.Amount.Amount - world.Expected), leverage.Operations.LeftToTarget!.Value.Amount);
                Assert.Equal(world.Expected > target.Amount.Amount, leverage.Operations.ExceedsTarget);
            }
        }
    }

    [Property]
    public void A_scenario_never_changes_an_actual(Step[] steps, byte by)
    {
        var world = new World();
        foreach (var step in steps)
            world.Take(step);
        var before = world.Books.Leverage(Basis.Headline);

        var scenario = MatchedScenario.Of(before, (by + 1) / 100m);

        Assert.Equivalent(before, world.Books.Leverage(Basis.Headline), strict: true);
        Assert.Same(before, scenario.Actual);
        Assert.Equal(before.Ratio, scenario.Ratio);
    }

    static void AssertInput(World world)
    {
        var claims = world.Service.Find<Portfolio>(Eip.Fund)?.Claims ?? [];
        var sum = claims.Sum(claim => claim.Window is null ? world.Certified.Values.Sum() : world.Certified[claim.Window]);
        Assert.Equal(sum, world.Books.Leverage(Basis.Headline).Input.Amount);
    }

    // In whole cents and ten-thousandths, apart from the code under test: floor((2 · a · 10^4 + b) / 2b) is a/b rounded half up.
    static void AssertRatio(LeverageView leverage)
    {
        if (leverage.Mobilised is null || !leverage.Input.IsPositive)
        {
            Assert.Null(leverage.Ratio);
            Assert.NotNull(leverage.Reason);
            return;
        }
        var (mobilised, input) = ((BigInteger)(leverage.Mobilised.Amount.Amount * 100), (BigInteger)(leverage.Input.Amount * 100));
        var tenThousandths = ((2 * mobilised * 10_000) + input) / (2 * input);
        Assert.Equal((decimal)tenThousandths / 10_000m, leverage.Ratio);
    }
}
