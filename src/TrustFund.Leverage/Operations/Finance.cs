using TrustFund.Events.Leverage.V1;

namespace TrustFund.Leverage;

/// <summary>What a financier puts into an operation, as the operation keeps it.</summary>
/// <param name="Financier">Who it is.</param>
/// <param name="Kind">Whether its money is public or private.</param>
/// <param name="Amount">What it puts in, in the fund's currency.</param>
public sealed record Finance(string Financier, FinancierKind Kind, decimal Amount)
{
    /// <summary>The amounts of a fact.</summary>
    public static IReadOnlyList<Finance> Of(IReadOnlyList<FinancierAmount>? financiers) =>
        [.. (financiers ?? []).Select(part => new Finance(part.Financier, part.Kind, part.Amount.Amount))];

    /// <summary>These amounts and more, by financier; less when the more is negative. What comes to nothing is left out.</summary>
    public static IReadOnlyList<Finance> Sum(IReadOnlyList<Finance> amounts, IEnumerable<Finance> more) =>
        [.. amounts.Concat(more)
            .GroupBy(part => Names.Fold(part.Financier), (_, parts) => parts.Aggregate((sum, part) => sum with { Amount = sum.Amount + part.Amount }))
            .Where(part => part.Amount != 0)];
}
