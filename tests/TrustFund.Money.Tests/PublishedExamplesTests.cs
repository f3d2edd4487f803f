namespace TrustFund.Tests;

/// <summary>The figures that the European Commission and IOM published, to the cent.</summary>
public class PublishedExamplesTests
{
    [Fact]
    public void The_trust_funds_resources_are_3388_6_million_in_two_shares()
    {
        var (union, others) = (Money.Euros(2_980_000_000.00m), Money.Euros(408_600_000.00m));
        var resources = union + others;

        Assert.Equal("3388600000.00 EUR", resources.ToString());
        Assert.Equal([87.94m, 12.06m], Shares.OfHundred([union, others], 2));
        Assert.True(new PublishedFigure(3.39m, Qualifier.Exact, 2).IsConsistentWith(resources.Amount / 1_000_000_000));
        Assert.True(new PublishedFigure(3.4m, Qualifier.Exact, 1).IsConsistentWith(resources.Amount / 1_000_000_000));
    }

    [Fact]
    public void The_investment_plan_leverages_10_7317_on_headline_and_13_1343_on_cash()
    {
        var (blending, guarantee, provisioning) = (Money.Euros(2_600_000_000), Money.Euros(1_500_000_000), Money.Euros(750_000_000));
        var mobilised = Money.Euros(44_000_000_000);

        Assert.Equal("10.7317 (headline basis)", Ratio.Of(mobilised, blending + guarantee, Basis.Headline).ToString());
        Assert.Equal("13.1343 (cash basis)", Ratio.Of(mobilised, blending + provisioning, Basis.Cash).ToString());
    }

    [Fact]
    public void Matching_one_to_one_doubles_the_amounts_and_leaves_the_ratio()
    {
        var (input, mobilised) = (Money.Euros(4_100_000_000), Money.Euros(44_000_000_000));

        Assert.Equal("8200000000.00 EUR", (input + input).ToString());
        Assert.Equal("88000000000.00 EUR", (mobilised + mobilised).ToString());
        Assert.Equal(Ratio.Of(mobilised, input, Basis.Headline), Ratio.Of(mobilised + mobilised, input + input, Basis.Headline));
    }

    [Fact]
    public void What_2017_unlocks_lies_inside_the_target_and_leaves_34_4_billion() =>
        Assert.Equal("34400000000.00 EUR", (Money.Euros(44_000_000_000) - Money.Euros(9_600_000_000)).ToString());

    [Fact]
    public void A_resettlement_place_is_worth_ten_thousand_and_a_fifth_is_unallocated()
    {
        const int places = 50_000;
        const int pledged = 40_000;
        var setAside = Money.Euros(500_000_000);

        Assert.Equal("10000.00 EUR", Money.Rounded(setAside.Amount / places, Currency.Euro).ToString());
        var parts = Split.ByLargestRemainder(setAside, [pledged, places - pledged]);
        Assert.Equal([400_000_000m, 100_000_000m], parts.Select(part => part.Amount));
        Assert.Equal([80m, 20m], Shares.OfHundred([pledged, places - pledged]));
        Assert.True(new PublishedFigure(40_000, Qualifier.Almost, -4).IsConsistentWith(pledged));
    }

    [Theory]
    [InlineData("EU", 81, 41, 16, 12, 9, 5, 5, 4, 4, 2, 2)]
    [InlineData("South-Eastern and Eastern Europe", 52, 8, 12, 13, 15, 2, 2, 48)]
    [InlineData("Middle East and North Africa", 30, 7, 17, 23, 30, 13, 10)]
    [InlineData("Sub-Saharan Africa", 88, 6, 22, 11, 26, 5, 3, 2, 9, 16)]
    [InlineData("Asia and the Pacific", 70, 7, 20, 13, 34, 3, 3, 3, 17)]
    [InlineData("Latin America and Caribbean", 13, 15, 23, 31, 15, 8, 8)]
    public void A_regions_chart_adds_up_to_a_hundred(string region, int projects, params int[] chart)
    {
        // With fewer than a hundred projects each percentage belongs to one number of projects only.
        var counts = chart.Select(share => (decimal)Enumerable.Range(0, projects + 1)
            .Single(n => decimal.Round(100m * n / projects, MidpointRounding.AwayFromZero) == share)).ToArray();

        Assert.True(counts.Sum() == projects, region);
        Assert.Equal(chart.Select(share => (decimal)share), Shares.OfHundred(counts));
        Assert.Equal(100m, Shares.OfHundred(counts).Sum());
    }

    [Fact]
    public void IOMs_contracts_are_worth_1_639_042_36_on_average_at_least()
    {
        Assert.Equal("1639042.36 EUR", Money.Rounded(890_000_000m / 543, Currency.Euro).ToString());
        Assert.Equal([57.2m, 42.8m], Shares.OfHundred([Money.Euros(286_000_000), Money.Euros(214_000_000)], 1));
        Assert.Equal("390625000.00 EUR", Money.Rounded(500_000_000m / 1.28m, Currency.Euro).ToString());
        Assert.Equal("213432835.82 EUR", Money.Rounded(286_000_000m / 1.34m, Currency.Euro).ToString());
        Assert.True(new PublishedFigure(213.43m, Qualifier.Exact, 2).IsConsistentWith(286m / 1.34m));
    }
}
