using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>A what-if: others match the input. Derived from the actual at the moment it is asked for; nothing of it is recorded.</summary>
/// <param name="Scenario">What is supposed, in words.</param>
/// <param name="Warning">That this is no actual.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Basis">What the input counts.</param>
/// <param name="By">What others add to each euro of input, in euros.</param>
/// <param name="Input">The input with what others add.</param>
/// <param name="Mobilised">What it would mobilise if each euro mobilised as much as now; null while no target is set.</param>
/// <param name="Ratio">The ratio, the same as the actual one; null with a <paramref name="Reason"/>.</param>
/// <param name="Reason">Why there is no ratio.</param>
/// <param name="Actual">The leverage as it is, which the scenario never changes.</param>
/// <param name="Conditional">What others would add: a promise on a condition, in no actual figure.</param>
/// <param name="Header">What it stands for: the day, the moment, and the positions of the journals.</param>
public sealed record MatchedScenario(
    string Scenario,
    string Warning,
    string Fund,
    Basis Basis,
    decimal By,
    Money Input,
    Money? Mobilised,
    decimal? Ratio,
    string? Reason,
    LeverageView Actual,
    Money Conditional,
    ReportHeader? Header = null)
{
    /// <summary>The scenario in which others add so much to each euro of input.</summary>
    /// <exception cref="OverflowException">The scenario's amounts are larger than any amount can be.</exception>
    public static MatchedScenario Of(LeverageView actual, decimal by) => new(
        FormattableString.Invariant($"Others match the input 1:{by:0.####}."),
        "A scenario, never an actual.",
        actual.Fund,
        actual.Basis,
        by,
        Scaled(actual.Input, by),
        actual.Mobilised is null ? null : Scaled(actual.Mobilised.Amount, by),
        // Both amounts grow by the same factor, so the ratio of the actual amounts is theirs too: rounded cents cannot tip it.
        actual.Ratio,
        actual.Reason,
        actual,
        Scaled(actual.Input, by) - actual.Input,
        actual.Header);

    /// <summary>Whether the scenario's amounts are amounts that can be: smaller than <see cref="Money.Limit"/>.</summary>
    public static bool Fits(LeverageView actual, decimal by) =>
        Math.Max(actual.Input.Amount, actual.Mobilised?.Amount.Amount ?? 0) * (1 + by) < Money.Limit - 1;

    static Money Scaled(Money amount, decimal by) => Money.Rounded(amount.Amount * (1 + by), amount.Currency);
}
