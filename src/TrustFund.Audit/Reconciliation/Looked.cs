using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Exceptions;

namespace TrustFund.Audit.Reconciliation;

/// <summary>What one look at a fund's ledger and at the services' own balances showed.</summary>
/// <param name="Fund">The fund.</param>
/// <param name="Comparisons">The ledger beside the services' balances.</param>
/// <param name="Broken">The rules that facts broke; null when they could not be asked.</param>
/// <param name="Twice">The entries of the bank that are booked twice; null when that could not be asked.</param>
/// <param name="NotApplied">The entries of sources that are not applied here and will not be without a person.</param>
/// <param name="Away">Services that could not be asked.</param>
sealed record Looked(
    FundFacts Fund, IReadOnlyList<Comparison> Comparisons, IReadOnlyList<Finding>? Broken, IReadOnlyList<Finding>? Twice, EntriesNotApplied NotApplied,
    IReadOnlyList<string> Away)
{
    /// <summary>Whether another look in a moment would show nothing else.</summary>
    public bool IsSettled => Broken is not null && Comparisons.All(comparison => comparison.State == ComparisonState.Agrees);

    /// <summary>What does not fit.</summary>
    public IReadOnlyList<Finding> Findings(IReadOnlyList<Comparison> figures) =>
    [
        .. Broken ?? [],
        .. Twice ?? [],
        .. NotApplied.Findings,
        .. Comparisons.Where(comparison => comparison.State == ComparisonState.Differs).Select(comparison => new Finding(
            ExceptionKinds.LedgerDiffers,
            comparison.Subject,
            $"The ledger has {comparison.Ledger} for {comparison.Subject}, the service itself {comparison.Other}.",
            comparison.Difference)),
        .. figures.Where(figure => figure.State == ComparisonState.Differs).Select(figure => new Finding(
            ExceptionKinds.FigureDiffers,
            figure.Subject,
            $"The ledger has {figure.Ledger?.ToString() ?? FormattableString.Invariant($"{figure.Count}")}; published was {figure.Other} ({figure.Note}).",
            null)),
    ];

    /// <summary>Whether an open exception's matter was looked at: only then can its cause be said to be gone.</summary>
    public bool WasLookedAt(IReadOnlyList<Comparison> figures, string slot, string kind) => kind switch
    {
        ExceptionKinds.LedgerDiffers => Compared(Comparisons, slot, kind),
        ExceptionKinds.FigureDiffers => Compared(figures, slot, kind),
        ExceptionKinds.EntryNotApplied => NotApplied.IsPassed(slot),
        ExceptionKinds.BookedTwice => Twice is not null,
        _ => Broken is not null && ExceptionKinds.OfRules.Contains(kind),
    };

    bool Compared(IReadOnlyList<Comparison> comparisons, string slot, string kind) => comparisons.Any(comparison =>
        comparison.State != ComparisonState.NotComparable && ExceptionSlot.KeyOf(Fund.Id, kind, comparison.Subject) == slot);
}
