using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>A contribution that nobody has made.</summary>
/// <param name="Donor">Code of the donor it is supposed of.</param>
/// <param name="Amount">What it would add, counted on the scenario's basis.</param>
/// <param name="Mobilised">What that would mobilise at the actual ratio; null while no target is set.</param>
/// <param name="Conditional">That it is a supposition on a condition: always true.</param>
public sealed record SupposedContribution(string Donor, Money Amount, Money? Mobilised, bool Conditional);

/// <summary>A what-if: named donors add amounts to the input. Derived from the actual at the moment it is asked for; nothing of it is recorded.</summary>
/// <param name="Scenario">What is supposed, in words.</param>
/// <param name="Warning">That this is no actual.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Basis">What the input, and each added amount, counts.</param>
/// <param name="Contributions">What each donor would add.</param>
/// <param name="Input">The input with what they add.</param>
/// <param name="Mobilised">What it would mobilise if each unit mobilised as much as now; null while no target is set.</param>
/// <param name="Ratio">The ratio, the same as the actual one; null with a <paramref name="Reason"/>.</param>
/// <param name="Reason">Why there is no ratio.</param>
/// <param name="Actual">The leverage as it is, which the scenario never changes.</param>
/// <param name="Conditional">What the donors would add together: in no actual figure.</param>
/// <param name="Header">What it stands for: the day, the moment, and the positions of the journals.</param>
public sealed record DonorsScenario(
    string Scenario,
    string Warning,
    string Fund,
    Basis Basis,
    IReadOnlyList<SupposedContribution> Contributions,
    Money Input,
    Money? Mobilised,
    decimal? Ratio,
    string? Reason,
    LeverageView Actual,
    Money Conditional,
    ReportHeader? Header = null)
{
    /// <summary>The scenario in which these donors add these amounts.</summary>
    /// <exception cref="OverflowException">The scenario's amounts are larger than any amount can be.</exception>
    public static DonorsScenario Of(LeverageView actual, IReadOnlyList<Supposed> donors)
    {
        var currency = actual.Input.Currency;
        var amounts = donors.Select(donor => new Money(donor.Amount, currency)).ToList();
        var added = Money.Sum(amounts, currency);
        var mobilised = actual.Reason is null ? actual.Mobilised!.Amount : (Money?)null;
        var more = mobilised is { } now ? Proportion.Of(now, added.Amount, actual.Input.Amount) : (Money?)null;
        // The donors' parts add up to the whole that they mobilise, so that none is counted twice or lost.
        var parts = more is { } whole ? Split.ByLargestRemainder(whole, [.. amounts.Select(amount => amount.Amount)]) : null;
        return new(
            $"{string.Join(", ", donors.Select(donor => donor.Code))} add{(donors.Count == 1 ? "s" : "")} {added} to the input.",
            Proportion.Warning,
            actual.Fund,
            actual.Basis,
            [.. donors.Select((donor, index) => new SupposedContribution(donor.Code, amounts[index], parts?[index], true))],
            actual.Input + added,
            more is { } grown ? mobilised!.Value + grown : null,
            // Every euro mobilises as much as now, so the ratio of the actual amounts is the scenario's: rounded cents cannot tip it.
            actual.Ratio,
            actual.Reason,
            actual,
            added,
            actual.Header);
    }
}
