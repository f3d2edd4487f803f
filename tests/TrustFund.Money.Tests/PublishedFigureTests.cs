namespace TrustFund.Tests;

public class PublishedFigureTests
{
    [Theory]
    // The trust fund's resources, EUR bn: 3.3886 rounds to 3.39 and to 3.4, and the "3.3" of an older text is not it.
    [InlineData("3.39", Qualifier.About, 2, "3.3886", true)]
    [InlineData("3.39", Qualifier.Exact, 2, "3.3886", true)]
    [InlineData("3.4", Qualifier.Exact, 1, "3.3886", true)]
    [InlineData("3.3", Qualifier.Exact, 1, "3.3886", false)]
    // Of which EU funds, "over" 2.98 bn, and Member States and others, exact to 0.1 m.
    [InlineData("2.98", Qualifier.Over, 2, "2.98", true)]
    [InlineData("2.98", Qualifier.Over, 2, "2.979999999", false)]
    [InlineData("408.6", Qualifier.Exact, 1, "408.6", true)]
    [InlineData("408.6", Qualifier.Exact, 1, "408.5499", false)]
    [InlineData("408.6", Qualifier.Exact, 1, "408.55", true)]
    [InlineData("408.6", Qualifier.Exact, 1, "408.65", false)]
    // Mobilised investment "up to" 44 bn.
    [InlineData("44", Qualifier.UpTo, 0, "44", true)]
    [InlineData("44", Qualifier.UpTo, 0, "44.01", false)]
    [InlineData("44", Qualifier.UpTo, 0, "9.6", true)]
    // "Almost" 40,000 resettlement places, "over" 44,000 jobs, three programmes "over" 150 m.
    [InlineData("40000", Qualifier.Almost, -4, "39999", true)]
    [InlineData("40000", Qualifier.Almost, -4, "40001", false)]
    [InlineData("44000", Qualifier.Over, -3, "44000", true)]
    [InlineData("150", Qualifier.Over, 0, "149.99", false)]
    // IOM: "over" 890 m holds 890.625; about 70,000 returns were 66,471, and 57 % of 500 m were 57.2 %.
    [InlineData("890", Qualifier.Over, 0, "890.625", true)]
    [InlineData("70000", Qualifier.About, -4, "66471", true)]
    [InlineData("70000", Qualifier.About, -4, "60000", false)]
    [InlineData("70000", Qualifier.About, -4, "80000", false)]
    [InlineData("70000", Qualifier.Exact, -4, "66471", true)]
    [InlineData("57", Qualifier.Exact, 0, "57.2", true)]
    public void A_figure_is_an_interval(string value, Qualifier qualifier, int decimals, string actual, bool consistent) =>
        Assert.Equal(consistent, new PublishedFigure(Decimal(value), qualifier, decimals).IsConsistentWith(Decimal(actual)));

    [Theory]
    [InlineData("2.98", Qualifier.Over, 2, "over 2.98")]
    [InlineData("40000", Qualifier.Almost, -4, "almost 40000")]
    [InlineData("3.39", Qualifier.About, 2, "about 3.39")]
    [InlineData("44", Qualifier.UpTo, 0, "up to 44")]
    [InlineData("408.6", Qualifier.Exact, 1, "408.6")]
    [InlineData("500", Qualifier.Exact, 1, "500.0")]
    public void A_figure_is_shown_with_its_words(string value, Qualifier qualifier, int decimals, string shown) =>
        Assert.Equal(shown, new PublishedFigure(Decimal(value), qualifier, decimals).ToString());

    [Fact]
    public void A_figure_cannot_have_more_decimals_than_it_was_published_with()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PublishedFigure(2.98m, Qualifier.Exact, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PublishedFigure(44_500, Qualifier.Exact, -3));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PublishedFigure(1, Qualifier.Exact, 13));
    }

    static decimal Decimal(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
