using System.Globalization;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage.Tests;

public class LeverageQueryTests
{
    [Theory]
    [InlineData(null, Basis.Headline)]
    [InlineData("headline", Basis.Headline)]
    [InlineData("cash", Basis.Cash)]
    public void The_basis_is_headline_unless_said_otherwise(string? asked, Basis basis) =>
        Assert.Equal(basis, LeverageQuery.BasisOf(asked));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("Cash")]
    [InlineData("headline,cash")]
    public void Any_other_basis_is_refused(string asked) =>
        Assert.Equal("basis", Assert.Throws<InvalidRequestException>(() => LeverageQuery.BasisOf(asked)).Field);

    [Theory]
    [InlineData(null, "1")]
    [InlineData("1", "1")]
    [InlineData("0.0001", "0.0001")]
    [InlineData("10", "10")]
    [InlineData("2.50", "2.5")]
    public void Others_match_one_to_one_unless_said_otherwise(string? asked, string match) =>
        Assert.Equal(decimal.Parse(match, CultureInfo.InvariantCulture), LeverageQuery.MatchOf(asked));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0.0000")]
    [InlineData("-1")]
    [InlineData("10.0001")]
    [InlineData("0.00001")]
    [InlineData("1,0")]
    [InlineData("1e1")]
    [InlineData(" 1")]
    [InlineData("١")]
    [InlineData("NaN")]
    public void Any_other_match_is_refused(string asked) =>
        Assert.Equal("by", Assert.Throws<InvalidRequestException>(() => LeverageQuery.MatchOf(asked)).Field);
}
