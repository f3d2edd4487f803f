using System.Numerics;

namespace TrustFund;

/// <summary>Shares of a whole, in per cent, that add up to exactly 100.</summary>
public static class Shares
{
    /// <summary>The share of each value in their sum, in per cent, rounded by largest remainder so that all add up to exactly 100.</summary>
    /// <param name="values">Amounts or counts of one unit, none negative and not all zero.</param>
    /// <param name="decimals">How many decimals the shares have, 0 to 10.</param>
    /// <returns>As many shares as values, in their order.</returns>
    /// <exception cref="ArgumentException">There are no values, one is negative, or all are zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of decimals is not from 0 to 10.</exception>
    public static IReadOnlyList<decimal> OfHundred(IReadOnlyList<decimal> values, int decimals = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 10);
        var step = new decimal(1, 0, 0, false, (byte)decimals);
        return [.. Split.Units(new BigInteger(100 / step), values).Select(units => (decimal)units * step)];
    }

    /// <summary>The share of each amount in their sum, in per cent; see <see cref="OfHundred(IReadOnlyList{decimal}, int)"/>.</summary>
    /// <param name="amounts">Amounts of one currency, none negative and not all zero.</param>
    /// <param name="decimals">How many decimals the shares have, 0 to 10.</param>
    /// <exception cref="ArgumentException">There are no amounts, one is negative, or all are zero.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number of decimals is not from 0 to 10.</exception>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    public static IReadOnlyList<decimal> OfHundred(IReadOnlyList<Money> amounts, int decimals = 0)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        if (amounts.Count > 0)
        {
            Money.Sum(amounts, amounts[0].Currency);
        }

        return OfHundred([.. amounts.Select(amount => amount.Amount)], decimals);
    }
}
