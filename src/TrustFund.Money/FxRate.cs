namespace TrustFund;

/// <summary>
/// An exchange rate as it was published: how many units of <see cref="Quote"/> one unit of <see cref="Base"/> is worth, on a date,
/// according to a source. InforEuro, whose rates the European Commission accounts with, quotes foreign currency for one euro.
/// </summary>
/// <remarks>
/// It converts both ways from this one rate, multiplying or dividing; an inverse rate is never derived
/// (Regulation (EC) No 1103/97, article 4(3)), and the result is rounded once, half up by default (article 5).
/// </remarks>
public sealed record FxRate
{
    /// <summary>The most decimals that a rate may have.</summary>
    public const int MaximumDecimals = 12;

    /// <summary>What every rate stays below: 10^12 units of the quoted currency for one of the base.</summary>
    public const decimal Limit = 1_000_000_000_000m;

    /// <summary>A rate.</summary>
    /// <param name="base">The currency of which one unit is meant.</param>
    /// <param name="quote">The currency that the rate counts.</param>
    /// <param name="rate">Units of <paramref name="quote"/> for one unit of <paramref name="base"/>: above zero, below 10^12, with at most 12 decimals.</param>
    /// <param name="date">The date the rate is of.</param>
    /// <param name="source">Who published it, such as <c>InforEuro</c>.</param>
    /// <exception cref="ArgumentException">The two currencies are the same, or the source is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive, too large or too precise.</exception>
    /// <exception cref="InvalidOperationException">A currency is <c>default(Currency)</c>.</exception>
    public FxRate(Currency @base, Currency quote, decimal rate, DateOnly date, string source)
    {
        if (@base.Code == quote.Code)
        {
            throw new ArgumentException($"A rate between {@base} and itself is no rate.", nameof(quote));
        }

        if (rate <= 0 || rate >= Limit || decimal.Round(rate, MaximumDecimals) != rate)
        {
            throw new ArgumentOutOfRangeException(
                nameof(rate), rate, $"A rate is above zero, below 1,000,000,000,000 and has at most {MaximumDecimals} decimals.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        (Base, Quote, Rate, Date, Source) = (@base, quote, rate, date, source);
    }

    /// <summary>The currency of which one unit is meant: the euro, in InforEuro's rates.</summary>
    public Currency Base { get; }

    /// <summary>The currency that <see cref="Rate"/> counts.</summary>
    public Currency Quote { get; }

    /// <summary>Units of <see cref="Quote"/> for one unit of <see cref="Base"/>.</summary>
    public decimal Rate { get; }

    /// <summary>The date the rate is of.</summary>
    public DateOnly Date { get; }

    /// <summary>Who published it.</summary>
    public string Source { get; }

    /// <summary>A rate as InforEuro gives it.</summary>
    /// <param name="quote">The foreign currency.</param>
    /// <param name="rate">Units of the foreign currency for one euro.</param>
    /// <param name="date">The date the rate is of.</param>
    /// <param name="source">Who published it.</param>
    /// <exception cref="ArgumentException">The currency is the euro itself, or the source is blank.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not positive, too large or too precise.</exception>
    public static FxRate PerEuro(Currency quote, decimal rate, DateOnly date, string source) =>
        new(Currency.Euro, quote, rate, date, source);

    /// <summary>The same money in the other of the two currencies, rounded once to that currency's minor units.</summary>
    /// <param name="money">An amount in <see cref="Base"/> or in <see cref="Quote"/>.</param>
    /// <param name="mode">How it is rounded, where the fund's rules say other than half up (away from zero).</param>
    /// <exception cref="InvalidOperationException">The amount is in neither of the two currencies.</exception>
    /// <exception cref="OverflowException">The result is 10^15 or more in size.</exception>
    public Money Convert(Money money, MidpointRounding mode = MidpointRounding.AwayFromZero)
    {
        if (money.Currency == Base)
        {
            return In(Quote, Fraction.Of(money.Amount) * Fraction.Of(Rate), mode);
        }

        return money.Currency == Quote
            ? In(Base, Fraction.Of(money.Amount) / Fraction.Of(Rate), mode)
            : throw new InvalidOperationException($"The rate of {Quote} for one {Base} cannot convert an amount in {money.Currency}.");
    }

    /// <summary>The rate as people write it: <c>1 EUR = 9.8403 NOK (InforEuro, 2017-12-01)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"1 {Base} = {Rate} {Quote} ({Source}, {Date:yyyy-MM-dd})");

    static Money In(Currency currency, Fraction exact, MidpointRounding mode) =>
        Money.Rounded(exact.Round(currency.MinorUnits, mode), currency);
}
