using FsCheck.Xunit;

namespace TrustFund.Tests;

[Properties(Arbitrary = [typeof(Given)])]
public class SplitTests
{
    [Property]
    public void Parts_add_up_to_the_whole(Money total, Weights weights)
    {
        var parts = Split.ByLargestRemainder(total, weights.Values);

        Assert.Equal(weights.Values.Count, parts.Count);
        Assert.Equal(total, Money.Sum(parts, total.Currency));
    }

    [Property]
    public void Each_part_is_less_than_one_unit_from_its_exact_share(EuroPair pair, Weights weights)
    {
        var parts = Split.ByLargestRemainder(pair.Left, weights.Values);
        var sum = weights.Values.Sum();

        for (var i = 0; i < parts.Count; i++)
        {
            Assert.True(Math.Abs((parts[i].Amount * sum) - (pair.Left.Amount * weights.Values[i])) < 0.01m * sum);
            Assert.True(weights.Values[i] > 0 || parts[i].IsZero, "A weight of zero gets nothing.");
        }
    }

    [Property]
    public void A_negative_total_is_split_as_its_opposite(Money total, Weights weights) =>
        Assert.Equal(
            Split.ByLargestRemainder(total, weights.Values).Select(part => -part),
            Split.ByLargestRemainder(-total, weights.Values));

    [Property]
    public void Only_proportions_matter(Money total, Weights weights) =>
        Assert.Equal(
            Split.ByLargestRemainder(total, weights.Values),
            Split.ByLargestRemainder(total, [.. weights.Values.Select(weight => weight * 8)]));

    [Fact]
    public void Of_equal_remainders_the_earliest_is_served_first()
    {
        Assert.Equal([0.34m, 0.33m, 0.33m], Amounts(Money.Euros(1), 1, 1, 1));
        Assert.Equal([-0.34m, -0.33m, -0.33m], Amounts(Money.Euros(-1), 1, 1, 1));
        Assert.Equal([0.01m, 0.01m, 0m], Amounts(Money.Euros(0.02m), 5, 5, 5));
        Assert.Equal([1m, 0m], Amounts(new Money(1, Currency.Of("XOF")), 1, 1));
        Assert.Equal([0.01m, 0.99m], Amounts(Money.Euros(1), 0.0000000000000000000000000001m, 0.0000000000000000000000000099m));
    }

    [Fact]
    public void The_largest_remainder_is_served_before_an_earlier_one() =>
        Assert.Equal([0.16m, 0.17m, 0.67m], Amounts(Money.Euros(1), 0.164m, 0.166m, 0.67m));

    [Fact]
    public void Portugals_earmarks_are_found_from_their_own_proportions() =>
        Assert.Equal([855_000m, 180_000m, 765_000m], Amounts(Money.Euros(1_800_000), 47.5m, 10m, 42.5m));

    [Fact]
    public void Weights_that_divide_nothing_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Amounts(Money.Euros(1)));
        Assert.Throws<ArgumentException>(() => Amounts(Money.Euros(1), 0, 0));
        Assert.Throws<ArgumentException>(() => Amounts(Money.Euros(1), 2, -1));
    }

    [Property]
    public void Shares_add_up_to_exactly_a_hundred(Weights weights)
    {
        Assert.Equal(100m, Shares.OfHundred(weights.Values).Sum());
        Assert.Equal(100m, Shares.OfHundred(weights.Values, 2).Sum());
    }

    [Fact]
    public void Shares_of_mixed_currencies_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => Shares.OfHundred([Money.Euros(1), new Money(1, Currency.Of("NOK"))]));

    static IEnumerable<decimal> Amounts(Money total, params decimal[] weights) =>
        Split.ByLargestRemainder(total, weights).Select(part => part.Amount);
}
