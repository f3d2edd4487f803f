namespace TrustFund.Leverage.Tests;

/// <summary>The mistakes that an expert would watch for.</summary>
public class TrapTests
{
    [Fact]
    public void Guarantee_face_provisioning_and_grant_are_three_denominators()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed);
        var guarantee = service.Books().InstrumentViews()[1];

        Assert.Equal((Money.Euros(1_500_000_000m), Money.Euros(750_000_000m)), (guarantee.Face, guarantee.Provisioning));
        // 100 m of grant and 200 m of cover, at face value or with the 100 m of cash behind it.
        Assert.Equal(Money.Euros(300_000_000m), service.Mobilisation(Basis.Headline).Signed.OverBacking.Denominator);
        Assert.Equal(Money.Euros(200_000_000m), service.Mobilisation(Basis.Cash).Signed.OverBacking.Denominator);
        Assert.Equal(Money.Euros(100_000_000m), service.Mobilisation(Basis.Headline).Signed.Grants);
    }

    [Fact]
    public void One_operation_of_two_instruments_counts_once()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart);
        var mobilisation = service.Mobilisation();

        Assert.Equal([1, 1, 1], new[] { mobilisation.Expected, mobilisation.Signed, mobilisation.Disbursed }.Select(figure => figure.Operations));
        Assert.Equal(Solar.Millions(1000, 900, 400), service.Three());
        Assert.Equal(1_000_000_000m, service.All.OfType<Instrument>().Sum(instrument => instrument.ExpectedInvestment));
    }

    [Fact]
    public void Expected_is_not_signed_and_signed_is_not_disbursed()
    {
        Assert.Equal(Solar.Millions(1000, 0, 0), Solar.After(Solar.Expected).Three());
        Assert.Equal(Solar.Millions(1000, 900, 0), Solar.After(Solar.Expected, Solar.Signed).Three());
        Assert.Equal(Solar.Millions(1000, 900, 400), Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart).Three());
    }

    [Fact]
    public void A_matched_contribution_is_conditional()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed);

        var matched = MatchedScenario.Of(service.Books().Leverage(Basis.Headline), 1m);
        var donors = DonorsScenario.Of(service.Books().Leverage(Basis.Headline), [new("DE", 100m, null)]);

        Assert.Equal(Money.Euros(4_100_000_000m), matched.Conditional);
        Assert.All(donors.Contributions, contribution => Assert.True(contribution.Conditional));
        Assert.Equal((matched.Warning, matched.Warning), (donors.Warning, "A scenario, never an actual."));
        Assert.Equal(Money.Euros(4_100_000_000m), service.Books().Leverage(Basis.Headline).Certified);
        Assert.Equal(Solar.Millions(1000, 900, 0), service.Three());
    }

    [Fact]
    public void A_what_if_never_changes_an_actual()
    {
        var service = Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart);
        var (before, mobilised, states) = (service.Books().Leverage(Basis.Cash), service.Mobilisation(Basis.Cash), service.All.ToList());
        var entries = service.Journal.Count;

        _ = MatchedScenario.Of(before, 2m);
        _ = DonorsScenario.Of(before, [new("DE", 100m, null)]);
        _ = InstrumentsScenario.Of(service.Books(), Basis.Cash, [new("GUARANTEE", 100m, null)]);
        _ = Sensitivity.Of(service.Books(), Basis.Cash, 1m, [-50m, 50m]);

        Assert.Equivalent(before, service.Books().Leverage(Basis.Cash), strict: true);
        Assert.Equivalent(mobilised, service.Mobilisation(Basis.Cash), strict: true);
        Assert.Equal(states, service.All);
        Assert.Equal(entries, service.Journal.Count);
    }

    [Fact]
    public void What_2017_unlocks_lies_inside_the_target_and_is_never_added_to_it()
    {
        var service = Solar.After(Eip.Of2017);

        Assert.Equal(Money.Euros(44_000_000_000m), service.Books().Leverage(Basis.Headline).Mobilised!.Amount);
        Assert.Equal(Money.Euros(9_600_000_000m), service.Mobilisation().Expected.Investment);
        Assert.Equal(Money.Euros(34_400_000_000m), service.Books().Leverage(Basis.Headline).Operations.LeftToTarget);
    }
}
