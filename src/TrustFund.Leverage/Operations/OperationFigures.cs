using TrustFund.Events.Leverage.V1;

namespace TrustFund.Leverage;

/// <summary>
/// One of an operation's three figures, with what it consists of: expected, signed or disbursed. It is worked out anew from the
/// operation whenever that changes, and the difference moves the sums; so no sum can drift from its operations.
/// </summary>
/// <param name="Investment">The total investment: others' finance, the fund's grants, and what is expected without being itemised.</param>
/// <param name="Amounts">How much of each instrument backs it; empty when that is not itemised.</param>
/// <param name="Financiers">What each financier puts in.</param>
/// <param name="Attributed">The private finance that is attributed to the fund.</param>
sealed record OperationFigures(decimal Investment, IReadOnlyList<Backing> Amounts, IReadOnlyList<Finance> Financiers, decimal Attributed)
{
    /// <summary>The figure of what does not stand.</summary>
    public static readonly OperationFigures None = new(0, [], [], 0);

    public decimal Grants => Grant(Amounts);

    public decimal Public => Of(FinancierKind.Public);

    public decimal Private => Of(FinancierKind.Private);

    public decimal NotItemised => Investment - Grants - Public - Private;

    public bool Stands => Investment > 0;

    public bool IsItemised => Amounts.Count > 0;

    /// <summary>The figure that these parts come to.</summary>
    public static OperationFigures Of(IReadOnlyList<Backing> amounts, IReadOnlyList<Finance> financiers, decimal attributed) =>
        new(Grant(amounts) + financiers.Sum(part => part.Amount), amounts, financiers, attributed);

    /// <summary>
    /// The part of the investment that falls to each of its instruments: in proportion to their amounts, by largest remainder, so that one
    /// operation of two instruments still counts once. Nothing where the amounts are not itemised.
    /// </summary>
    public IEnumerable<(string Instrument, decimal Investment)> ByInstrument(Currency currency) => IsItemised
        ? Amounts.Zip(
            Split.ByLargestRemainder(new(Investment, currency), [.. Amounts.Select(part => part.Amount)]),
            (part, share) => (part.Instrument, share.Amount))
        : [];

    static decimal Grant(IEnumerable<Backing> amounts) =>
        amounts.Where(part => part.Kind == InstrumentKind.Blending).Sum(part => part.Amount);

    decimal Of(FinancierKind kind) => Financiers.Where(part => part.Kind == kind).Sum(part => part.Amount);
}
