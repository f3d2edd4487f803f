using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage.Tests;

public class SensitivityTests
{
    static SensitivityRow Row(Basis basis, Assumption assumption, decimal change) =>
        Sensitivity.Of(Eip.Published().Books(), basis, 1m, [change]).Rows.Single(row => row.Assumption == assumption);

    [Fact]
    public void Half_the_match_brings_66_bn_at_the_same_ratio() => Assert.Equal(
        new(Assumption.MatchRatio, -50m, Money.Euros(6_150_000_000m), Money.Euros(66_000_000_000m), Money.Euros(-22_000_000_000m), 10.7317m, 0m, null),
        Row(Basis.Headline, Assumption.MatchRatio, -50m));

    [Fact]
    public void A_higher_provisioning_rate_lowers_the_ratio_on_the_cash_basis() => Assert.Equal(
        // 2.6 bn and 0.825 bn, matched: 6.85 bn; 44 / 3.425.
        new(Assumption.ProvisioningRate, 10m, Money.Euros(6_850_000_000m), Money.Euros(88_000_000_000m), Money.Euros(0m), 12.8467m, -0.2876m, null),
        Row(Basis.Cash, Assumption.ProvisioningRate, 10m));

    [Fact]
    public void On_the_headline_basis_it_changes_nothing_and_the_row_says_why()
    {
        var row = Row(Basis.Headline, Assumption.ProvisioningRate, 10m);

        Assert.Equal((Money.Euros(8_200_000_000m), 0m), (row.Input, row.RatioDifference));
        Assert.Equal("On the headline basis a guarantee counts at face value, whatever its provisioning.", row.Note);
    }

    [Fact]
    public void A_provisioning_rate_ends_at_all_of_the_face()
    {
        var row = Row(Basis.Cash, Assumption.ProvisioningRate, 150m);

        Assert.Equal((Money.Euros(8_200_000_000m), 10.7317m, "A provisioning rate ends at 100 %."), (row.Input, row.Ratio!.Value, row.Note));
    }

    [Fact]
    public void A_lower_expectation_lowers_result_and_ratio() => Assert.Equal(
        new(Assumption.ExpectedMobilisation, -10m, Money.Euros(8_200_000_000m), Money.Euros(79_200_000_000m), Money.Euros(-8_800_000_000m), 9.6585m, -1.0732m, null),
        Row(Basis.Headline, Assumption.ExpectedMobilisation, -10m));

    [Fact]
    public void More_input_for_the_same_expectation_lowers_the_ratio() => Assert.Equal(
        new(Assumption.CertifiedInput, 25m, Money.Euros(10_250_000_000m), Money.Euros(88_000_000_000m), Money.Euros(0m), 8.5854m, -2.1463m, null),
        Row(Basis.Headline, Assumption.CertifiedInput, 25m));

    [Fact]
    public void Every_assumption_is_changed_by_every_percentage_and_the_actual_stands_beside()
    {
        var view = Sensitivity.Of(Eip.Published().Books(), Basis.Cash, 1m, ScenarioQuery.ChangesOf(null));

        Assert.Equal(
            from assumption in Enum.GetValues<Assumption>() from change in new[] { -20m, -10m, 10m, 20m } select (assumption, change),
            view.Rows.Select(row => (row.Assumption, row.ChangePercent)));
        Assert.Equal((Money.Euros(6_700_000_000m), Money.Euros(88_000_000_000m), 13.1343m), (view.Input, view.Result!.Value, view.Ratio!.Value));
        Assert.Equal(Money.Euros(44_000_000_000m), view.Actual.Mobilised!.Amount);
        Assert.Equal("A scenario, never an actual.", view.Warning);
    }

    [Fact]
    public void Without_a_target_there_is_no_result_and_the_reason_is_told()
    {
        var view = Sensitivity.Of(Eip.WithInstruments().Books(), Basis.Cash, 1m, [10m]);

        Assert.Equal("What fund EIP is expected to mobilise has not been set.", view.Reason);
        Assert.All(view.Rows, row => Assert.Equal((null, null, null, null), (row.Result, row.Difference, row.Ratio, row.RatioDifference)));
    }

    [Fact]
    public void As_csv_it_is_a_table_with_the_unchanged_row_first() => Assert.Equal(
        "fund,basis,assumption,changePercent,currency,input,result,difference,ratio,ratioDifference,note\r\n"
        + "EIP,cash,unchanged,0,EUR,6700000000.00,88000000000.00,0.00,13.1343,0.0000,\r\n"
        + "EIP,cash,match-ratio,-10,EUR,6365000000.00,83600000000.00,-4400000000.00,13.1343,0.0000,\r\n"
        + "EIP,cash,provisioning-rate,-10,EUR,6550000000.00,88000000000.00,0.00,13.4351,0.3008,\r\n"
        + "EIP,cash,expected-mobilisation,-10,EUR,6700000000.00,79200000000.00,-8800000000.00,11.8209,-1.3134,\r\n"
        + "EIP,cash,certified-input,-10,EUR,6030000000.00,88000000000.00,0.00,14.5937,1.4594,\r\n",
        ReadSensitivity.Table(Sensitivity.Of(Eip.Published().Books(), Basis.Cash, 1m, [-10m])).ToString());

    [Theory]
    [InlineData("5", new[] { 5 })]
    [InlineData("-20,+20,0", new[] { -20, 20, 0 })]
    public void Changes_are_percentages(string asked, int[] changes) =>
        Assert.Equal(changes.Select(change => (decimal)change), ScenarioQuery.ChangesOf(asked));

    [Theory]
    [InlineData("")]
    [InlineData("-100")]
    [InlineData("1001")]
    [InlineData("1,,2")]
    [InlineData("1,1.0")]
    [InlineData("1.001")]
    [InlineData("ten")]
    public void Other_changes_are_refused(string asked) =>
        Assert.Equal("changes", Assert.Throws<InvalidRequestException>(() => ScenarioQuery.ChangesOf(asked)).Field);
}
