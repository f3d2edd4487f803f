using System.Numerics;

namespace TrustFund;

/// <summary>Divides an amount into parts that add up to it exactly.</summary>
public static class Split
{
    /// <summary>
    /// The parts of <paramref name="total"/> in proportion to <paramref name="weights"/>, by largest remainder: each part is first cut to the
    /// currency's smallest unit, then the units left over go one by one to the parts that lost most; of equals, the earliest first.
    /// A negative total is split as its opposite would be.
    /// </summary>
    /// <param name="total">What is divided.</param>
    /// <param name="weights">One weight for each part, none negative and not all zero; only their proportions matter.</param>
    /// <returns>As many parts as weights, in their order, each less than one smallest unit away from its exact share.</returns>
    /// <exception cref="ArgumentException">There are no weights, one is negative, or all are zero.</exception>
    public static IReadOnlyList<Money> ByLargestRemainder(Money total, IReadOnlyList<decimal> weights)
    {
        var currency = total.Currency;
        var units = new BigInteger(Math.Abs(total.Amount) / currency.SmallestUnit);
        var sign = total.IsNegative ? -1 : 1;
        return [.. Units(units, weights).Select(part => new Money(sign * (decimal)part * currency.SmallestUnit, currency))];
    }

    internal static BigInteger[] Units(BigInteger units, IReadOnlyList<decimal> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Any(weight => weight < 0) || weights.All(weight => weight == 0))
        {
            throw new ArgumentException("A split needs weights: none negative, and at least one above zero.", nameof(weights));
        }

        var whole = WholeNumbers(weights);
        var sum = whole.Aggregate(BigInteger.Zero, (total, weight) => total + weight);
        var parts = whole.Select(weight => BigInteger.DivRem(units * weight, sum)).ToArray();
        var leftOver = units - parts.Aggregate(BigInteger.Zero, (total, part) => total + part.Quotient);

        // Every remainder is below the sum of weights, so more parts have one than units are left: a weight of zero never gets a unit.
        var favoured = Enumerable.Range(0, parts.Length).OrderByDescending(i => parts[i].Remainder).ThenBy(i => i).Take((int)leftOver).ToHashSet();
        return [.. parts.Select((part, i) => part.Quotient + (favoured.Contains(i) ? 1 : 0))];
    }

    static BigInteger[] WholeNumbers(IReadOnlyList<decimal> weights)
    {
        var fractions = weights.Select(Fraction.Of).ToArray();
        var finest = fractions.Max(fraction => fraction.Denominator);
        return [.. fractions.Select(fraction => fraction.Numerator * (finest / fraction.Denominator))];
    }
}
