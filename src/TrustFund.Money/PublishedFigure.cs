using System.Globalization;

namespace TrustFund;

/// <summary>How a published figure is qualified by the words around it.</summary>
public enum Qualifier
{
    /// <summary>Stated without a qualifier: exact to the decimals it was published with.</summary>
    Exact,

    /// <summary>"Over", "more than", "at least", "no less than": a lower bound.</summary>
    Over,

    /// <summary>"Almost", "close to": an upper bound.</summary>
    Almost,

    /// <summary>"About", "approximately": either side of the figure.</summary>
    About,

    /// <summary>"Up to": a ceiling.</summary>
    UpTo,
}

/// <summary>
/// A figure as a publication states it: with its qualifier and the decimals it was printed with. It stands for an interval, and an
/// amount in the books agrees with it when it lies inside.
/// </summary>
/// <remarks>
/// Bounds are closed: a source that says "over 2.98 bn" and nothing more is booked as 2.98 bn. They have no other end: how far over
/// or below a headline may stretch is its author's choice.
/// </remarks>
public readonly record struct PublishedFigure
{
    /// <summary>A published figure.</summary>
    /// <param name="value">The figure, in the unit it was published in (EUR bn, EUR m, places).</param>
    /// <param name="qualifier">The words around it.</param>
    /// <param name="decimals">The decimals it was printed with, -12 to 12; negative for figures in round tens (-1), hundreds (-2) and so on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The decimals are outside that range, or the value has more of them.</exception>
    public PublishedFigure(decimal value, Qualifier qualifier, int decimals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(decimals, -12);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 12);
        (Value, Qualifier, Decimals) = (value, qualifier, decimals);
        if (value % Step != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, $"The figure has more than the {decimals} decimals it is said to be published with.");
        }
    }

    /// <summary>The figure, in the unit it was published in.</summary>
    public decimal Value { get; }

    /// <summary>The words around it.</summary>
    public Qualifier Qualifier { get; }

    /// <summary>The decimals it was printed with; negative for round tens, hundreds and so on.</summary>
    public int Decimals { get; }

    // One in the last printed place: 0.1 for 408.6, 10,000 for a round 70,000.
    decimal Step => Decimals >= 0
        ? new decimal(1, 0, 0, false, (byte)Decimals)
        : Enumerable.Repeat(10m, -Decimals).Aggregate(1m, (step, ten) => step * ten);

    /// <summary>
    /// Whether an actual figure, in the same unit, agrees with the published one. Exact: it rounds to it, half up. Over: it is no
    /// less. Almost and up to: it is no more. About: it is less than one in the last printed place away.
    /// </summary>
    /// <param name="actual">The actual figure, unrounded, in the published unit.</param>
    public bool IsConsistentWith(decimal actual) => Qualifier switch
    {
        Qualifier.Over => actual >= Value,
        Qualifier.Almost or Qualifier.UpTo => actual <= Value,
        Qualifier.About => Math.Abs(actual - Value) < Step,
        _ => decimal.Round(actual / Step, MidpointRounding.AwayFromZero) * Step == Value,
    };

    /// <summary>The figure with its words: <c>over 2.98</c>.</summary>
    public override string ToString()
    {
        var words = Qualifier switch
        {
            Qualifier.Over => "over ",
            Qualifier.Almost => "almost ",
            Qualifier.About => "about ",
            Qualifier.UpTo => "up to ",
            _ => "",
        };
        return words + Value.ToString($"F{Math.Max(0, Decimals)}", CultureInfo.InvariantCulture);
    }
}
