using System.Numerics;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>Amounts of scenarios, each calculated exactly from amounts and rounded once.</summary>
static class Proportion
{
    /// <summary>What every scenario says of itself.</summary>
    public const string Warning = "A scenario, never an actual.";

    /// <summary>As much to <paramref name="amount"/> as <paramref name="part"/> is to <paramref name="whole"/>, half up to the smallest unit.</summary>
    /// <exception cref="OverflowException">It is larger than any amount can be.</exception>
    public static Money Of(Money amount, decimal part, decimal whole)
    {
        // All in whole smallest units, so that no product is cut to a decimal's 28 digits before it is rounded.
        var unit = amount.Currency.SmallestUnit;
        var (numerator, denominator) = (new BigInteger(amount.Amount / unit) * new BigInteger(part / unit), new BigInteger(whole / unit));
        var units = ((2 * numerator) + denominator) / (2 * denominator);
        return Money.Rounded((decimal)units * unit, amount.Currency);
    }

    /// <summary>A scenario, or a refusal of the field that makes its amounts larger than any amount can be.</summary>
    /// <exception cref="InvalidRequestException">Its amounts are too large.</exception>
    public static T Within<T>(string field, Func<T> scenario)
    {
        try
        {
            return scenario();
        }
        catch (OverflowException)
        {
            throw new InvalidRequestException(field, "With this the amounts would be larger than any amount can be.");
        }
    }
}
