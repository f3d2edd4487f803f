using System.Numerics;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TrustFund.Events;
using TrustFund.Events.Leverage.V1;

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
            var standing = world.Service.All.OfType<Operation>().Count(operation => operation.Figures(Measure.Expected).Stands);
            Assert.Equal((standing, world.Expected), (leverage.Operations.Count, leverage.Operations.ExpectedMobilised.Amount));
            Assert.Equal(world.Operations, world.Service.All.OfType<Operation>().Count());
            if (leverage.Mobilised is { } target)
            {
                Assert.Equal(Math.Max(0, target.Amount.Amount - world.Expected), leverage.Operations.LeftToTarget!.Value.Amount);
                Assert.Equal(world.Expected > target.Amount.Amount, leverage.Operations.ExceedsTarget);
            }
        }
    }

    [Property]
    public void Expected_signed_and_disbursed_are_three_sums_of_three_kinds_of_facts(Step[] steps)
    {
        var world = new World();
        foreach (var step in steps)
        {
            world.Take(step);
            var mobilisation = world.Service.Mobilisation();
            Assert.Equal(
                (world.Expected, world.Signed, world.Disbursed),
                (mobilisation.Expected.Investment.Amount, mobilisation.Signed.Investment.Amount, mobilisation.Disbursed.Investment.Amount));
            Assert.All(Enum.GetValues<Measure>(), measure => AssertTotal(world, measure));
        }
    }

    [Property]
    public void Nothing_is_disbursed_beyond_what_was_signed_and_no_attribution_beyond_what_is_private(Step[] steps)
    {
        var world = new World();
        foreach (var step in steps)
        {
            world.Take(step);
            foreach (var operation in world.Service.All.OfType<Operation>())
                AssertOrder(operation);
            Assert.All(world.Service.All.OfType<Instrument>(), instrument => Assert.True(instrument.DisbursedAmount <= instrument.SignedAmount));
        }
    }

    [Property]
    public void An_instrument_takes_on_no_more_than_its_face(Step[] steps)
    {
        var world = new World();
        foreach (var step in steps)
        {
            var before = world.Service.All.OfType<Instrument>().ToDictionary(instrument => instrument.Code, instrument => instrument.SignedAmount);
            world.Take(step);
            Assert.All(
                world.Books.InstrumentViews().Where(view => view.SignedAmount.Amount > before.GetValueOrDefault(view.Code)),
                view => Assert.False(view.Free.IsNegative));
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

    [Fact]
    public void Random_steps_reach_every_kind_of_fact()
    {
        var reached = new HashSet<Type>();
        foreach (var steps in Gen.ListOf(Steps.Any().Generator).Sample(300, 60))
        {
            var world = new World();
            foreach (var step in steps)
                world.Take(step);
            reached.UnionWith(world.Service.Journal.Select(recorded => recorded.Event.GetType()));
        }

        Assert.Equal(
            EventTypes.All.Values.Where(type => type.Namespace == typeof(OperationSigned).Namespace && type != typeof(PeriodClosed)).Select(type => type.Name).Order(StringComparer.Ordinal),
            reached.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    static void AssertTotal(World world, Measure measure)
    {
        var figures = world.Service.All.OfType<Operation>().Select(operation => operation.Figures(measure)).ToList();
        var total = world.Books.Total(measure);
        Assert.Equal(
            (figures.Count(figure => figure.Stands), figures.Count(figure => figure.Stands && figure.IsItemised)),
            (total.Operations, total.Itemised));
        Assert.Equal(
            (figures.Sum(figure => figure.Investment), figures.Sum(figure => figure.Grants), figures.Sum(figure => figure.Public), figures.Sum(figure => figure.Private), figures.Sum(figure => figure.Attributed)),
            (total.Investment, total.Grants, total.PublicFinance, total.PrivateFinance, total.AttributedPrivate));
        Assert.All(world.Service.All.OfType<Instrument>(), instrument => Assert.Equal(
            figures.SelectMany(figure => figure.Amounts).Where(part => part.Instrument == instrument.Code).Sum(part => part.Amount),
            measure switch { Measure.Expected => instrument.ExpectedAmount, Measure.Signed => instrument.SignedAmount, _ => instrument.DisbursedAmount }));
        if (measure == Measure.Expected)
        {
            Assert.Equal(
                figures.Where(figure => figure.IsItemised).Sum(figure => figure.Investment),
                world.Service.All.OfType<Instrument>().Sum(instrument => instrument.ExpectedInvestment));
        }
    }

    static void AssertOrder(Operation operation)
    {
        var (signed, disbursed) = (operation.Figures(Measure.Signed), operation.Figures(Measure.Disbursed));
        Assert.True(disbursed.Investment <= signed.Investment);
        Assert.All(disbursed.Financiers, paid => Assert.InRange(paid.Amount, 0.01m, signed.Financiers.Single(part => part.Financier == paid.Financier).Amount));
        Assert.All(disbursed.Amounts, used => Assert.InRange(used.Amount, 0.01m, signed.Amounts.Single(part => part.Instrument == used.Instrument).Amount));
        foreach (var figure in Enum.GetValues<Measure>().Select(operation.Figures))
        {
            Assert.InRange(figure.Attributed, 0, figure.Private);
            Assert.True(figure.NotItemised >= 0);
        }
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
