namespace TrustFund;

/// <summary>What the denominator of a leverage ratio counts. It is always stated beside the ratio.</summary>
public enum Basis
{
    /// <summary>Grants and guarantees at face value: for the EIP 2.6 bn + 1.5 bn = 4.1 bn EUR.</summary>
    Headline,

    /// <summary>Grants and the provisioning that the guarantees need: for the EIP 2.6 bn + 0.75 bn = 3.35 bn EUR.</summary>
    Cash,
}

/// <summary>How many times one amount goes into another, on a stated basis: a figure derived from amounts, never the other way round.</summary>
public readonly record struct Ratio
{
    /// <summary>How many decimals a ratio has.</summary>
    public const int Decimals = 4;

    Ratio(decimal value, Basis basis) => (Value, Basis) = (value, basis);

    /// <summary>The ratio, without a unit, with four decimals.</summary>
    public decimal Value { get; }

    /// <summary>What the denominator counts.</summary>
    public Basis Basis { get; }

    /// <summary>The ratio of two amounts, rounded once, half up (away from zero), to four decimals.</summary>
    /// <param name="mobilised">The numerator: what was mobilised.</param>
    /// <param name="input">The denominator: the contribution that mobilised it.</param>
    /// <param name="basis">What <paramref name="input"/> counts.</param>
    /// <returns>The ratio; none (<see langword="null"/>) when the input is nothing.</returns>
    /// <exception cref="InvalidOperationException">The amounts are in different currencies.</exception>
    public static Ratio? Of(Money mobilised, Money input, Basis basis)
    {
        if (mobilised.Currency != input.Currency)
        {
            throw new InvalidOperationException($"A ratio of {mobilised.Currency} to {input.Currency} means nothing: convert one of them first.");
        }

        return input.IsZero
            ? null
            : new((Fraction.Of(mobilised.Amount) / Fraction.Of(input.Amount)).Round(Decimals, MidpointRounding.AwayFromZero), basis);
    }

    /// <summary>The ratio with its basis: <c>10.7317 (headline basis)</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Value:F4} ({(Basis == Basis.Cash ? "cash" : "headline")} basis)");
}
