using TrustFund.Events.Leverage.V1;

namespace TrustFund.Leverage.Tests;

/// <summary>The EU's multiplier and the OECD's measure, for each of the three figures and on each basis.</summary>
public class MobilisationTests
{
    [Fact]
    public void On_the_headline_basis_900_m_over_300_m_is_3_and_its_private_part_1_6667()
    {
        var signed = Solar.After(Solar.Expected, Solar.Signed).Mobilisation().Signed;

        Assert.Equal((Measure.Signed, 1, Money.Euros(900_000_000m)), (signed.Measure, signed.Operations, signed.Investment));
        Assert.Equal(
            (Money.Euros(100_000_000m), Money.Euros(300_000_000m), Money.Euros(500_000_000m), Money.Euros(0m)),
            (signed.Grants, signed.Public, signed.Private, signed.NotItemised));
        Assert.Equal(new(Basis.Headline, Money.Euros(300_000_000m), 3m, 1.6667m, null), signed.OverBacking);
        Assert.Equal(new(Basis.Headline, Money.Euros(4_100_000_000m), 0.2195m, 0.1220m, null), signed.OverInput);
    }

    [Fact]
    public void On_the_cash_basis_the_guarantee_counts_at_its_provisioning()
    {
        var signed = Solar.After(Solar.Expected, Solar.Signed).Mobilisation(Basis.Cash).Signed;

        Assert.Equal(new(Basis.Cash, Money.Euros(200_000_000m), 4.5m, 2.5m, null), signed.OverBacking);
        Assert.Equal(new(Basis.Cash, Money.Euros(3_350_000_000m), 0.2687m, 0.1493m, null), signed.OverInput);
    }

    [Fact]
    public void Expected_signed_and_disbursed_have_ratios_of_their_own()
    {
        var mobilisation = Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart).Mobilisation();

        Assert.Equal(
            [(3.3333m, 1.6667m), (3m, 1.6667m), (2.6667m, 1.6667m)],
            new[] { mobilisation.Expected, mobilisation.Signed, mobilisation.Disbursed }.Select(figure => (figure.OverBacking.Multiplier!.Value, figure.OverBacking.PrivateMobilised!.Value)));
        Assert.Equal(Money.Euros(100_000_000m), mobilisation.Expected.NotItemised);
    }

    [Fact]
    public void Behind_a_guarantee_all_private_finance_is_the_guarantors() =>
        Assert.Equal(Money.Euros(500_000_000m), Solar.After(Solar.Expected, Solar.Signed).Mobilisation().Signed.AttributedPrivate);

    [Fact]
    public void Beside_a_grant_private_finance_is_shared_among_official_money_in_proportion()
    {
        var signed = Solar.After(Solar.Wind, Solar.WindSigned).Mobilisation().Signed;

        // 600 m times 100 m of 400 m.
        Assert.Equal((Money.Euros(600_000_000m), Money.Euros(150_000_000m)), (signed.Private, signed.AttributedPrivate));
        Assert.Equal((10m, 1.5m), (signed.OverBacking.Multiplier, signed.OverBacking.PrivateMobilised));
    }

    [Fact]
    public void Without_other_official_money_all_of_it_is_the_grants() => Assert.Equal(
        Money.Euros(600_000_000m),
        Solar.After(Solar.Wind, Solar.WindSigned with { Financiers = [Solar.WindSigned.Financiers[1]] }).Mobilisation().Signed.AttributedPrivate);

    [Fact]
    public void Parts_are_attributed_as_the_signature_divides_them_and_add_up()
    {
        var service = Solar.After(Solar.Wind, Solar.WindSigned with { Amounts = [Solar.Of("BLENDING", 99_999_999.99m)] });
        foreach (var part in new[] { 0.01m, 0.01m, 0.02m, 599_999_999.96m })
        {
            service.Accept(new DisburseOperation(Eip.Fund, "wind", $"part-{part}-{service.Journal.Count}", [], [new("Vent du Sud", Money.Euros(part))], new(2018, 5, 1), null));
        }

        var mobilisation = service.Mobilisation();

        Assert.Equal(mobilisation.Signed.AttributedPrivate, mobilisation.Disbursed.AttributedPrivate);
    }

    [Fact]
    public void Amounts_that_are_not_itemised_are_told_and_nothing_is_invented()
    {
        var service = Solar.After(Eip.Of2017);

        var expected = service.Mobilisation().Expected;

        Assert.Equal((Money.Euros(9_600_000_000m), Money.Euros(9_600_000_000m)), (expected.Investment, expected.NotItemised));
        Assert.Equal((2.3415m, 0m), (expected.OverInput.Multiplier, expected.OverInput.PrivateMobilised));
        Assert.Null(expected.OverBacking.Multiplier);
        Assert.Equal("1 of 1 operations do not itemise how much of each instrument backs them.", expected.OverBacking.Reason);
    }

    [Fact]
    public void Without_operations_there_is_no_ratio_and_the_reason_is_told()
    {
        var mobilisation = Eip.Published().Mobilisation();

        Assert.All([mobilisation.Expected, mobilisation.Signed, mobilisation.Disbursed], figure =>
        {
            Assert.Null(figure.OverInput.Multiplier);
            Assert.Equal("No operation has anything in this figure yet.", figure.OverInput.Reason);
            Assert.Equal("No operation has anything in this figure yet.", figure.OverBacking.Reason);
        });
    }

    [Fact]
    public void What_is_expected_of_two_instruments_is_divided_by_their_amounts()
    {
        var service = Solar.After(Solar.Expected with { ExpectedMobilised = Money.Euros(1_000_000_000.01m) });

        Assert.Equal(333_333_333.34m, service.Get<Instrument>("EIP/BLENDING").ExpectedInvestment);
        Assert.Equal(666_666_666.67m, service.Get<Instrument>("EIP/GUARANTEE").ExpectedInvestment);
    }

    [Fact]
    public void What_financiers_bring_lies_inside_what_is_expected() => Eip.Published().AssertRefused(
        Solar.Expected with { ExpectedMobilised = Money.Euros(899_999_999.99m) }, 422, "parts-exceed-whole", "financiers");

    [Fact]
    public void Amounts_are_itemised_for_every_instrument_or_for_none() => Eip.Published().AssertRefused(
        Solar.Expected with { Amounts = [Solar.Of("BLENDING", 1m)] }, 422, "amount-missing", "amounts");

    [Fact]
    public void A_view_of_an_operation_keeps_its_three_figures_apart()
    {
        var view = OperationView.Of(Solar.After(Solar.Expected, Solar.Signed, Solar.FirstPart).Get<Operation>(Solar.Id));

        Assert.Equal(OperationStatus.Signed, view.Status);
        Assert.Equal(
            [Money.Euros(1_000_000_000m), Money.Euros(900_000_000m), Money.Euros(400_000_000m)],
            new[] { view.Expected, view.Signed, view.Disbursed }.Select(figure => figure.Investment));
        Assert.Equal([new FinancierAmount("EIB", FinancierKind.Public, Money.Euros(100_000_000m)), new("Banque de l'Atlas", FinancierKind.Private, Money.Euros(250_000_000m))], view.Disbursed.Financiers);
    }
}
