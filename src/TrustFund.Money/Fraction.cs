using System.Numerics;

namespace TrustFund;

/// <summary>
/// A quotient of whole numbers, kept exact until it is rounded once. <see cref="decimal"/> alone would round a product or a quotient
/// to 28 digits first, and the second rounding could then tip the last cent.
/// </summary>
readonly record struct Fraction(BigInteger Numerator, BigInteger Denominator)
{
    public static Fraction Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        var unscaled = new BigInteger(new decimal(bits[0], bits[1], bits[2], bits[3] < 0, 0));
        return new(unscaled, BigInteger.Pow(10, scale));
    }

    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right) =>
        right.Numerator.Sign < 0
            ? new(-left.Numerator * right.Denominator, left.Denominator * -right.Numerator)
            : new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>The nearest decimal with this many decimals.</summary>
    /// <exception cref="OverflowException">It does not fit a decimal.</exception>
    public decimal Round(int decimals, MidpointRounding mode)
    {
        var scaled = Numerator * BigInteger.Pow(10, decimals);
        var whole = BigInteger.DivRem(scaled, Denominator, out var rest);
        var rounded = whole + (rest.IsZero ? 0 : scaled.Sign * (MovesAway(whole, rest, mode) ? 1 : 0));
        return (decimal)rounded * new decimal(1, 0, 0, false, (byte)decimals);
    }

    // Whether a value between two steps goes to the one farther from zero.
    bool MovesAway(BigInteger whole, BigInteger rest, MidpointRounding mode)
    {
        var half = (BigInteger.Abs(rest) * 2).CompareTo(Denominator);
        return mode switch
        {
            MidpointRounding.AwayFromZero => half >= 0,
            MidpointRounding.ToEven => half > 0 || (half == 0 && !whole.IsEven),
            MidpointRounding.ToPositiveInfinity => rest.Sign > 0,
            MidpointRounding.ToNegativeInfinity => rest.Sign < 0,
            _ => false,
        };
    }
}
