using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>What a fund's operations mobilise: three figures that are never added to each other.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Basis">What every denominator counts: `headline`, guarantees at face value, or `cash`, guarantees at their provisioning.</param>
/// <param name="Expected">What the operations are expected to invest. The published target is another figure, in which these operations lie.</param>
/// <param name="Signed">What was signed.</param>
/// <param name="Disbursed">What was disbursed.</param>
/// <param name="Multiplier">How the EU's multiplier is counted.</param>
/// <param name="PrivateMobilised">How the OECD's measure is counted.</param>
/// <param name="Header">What it stands for: the day, the moment, and the positions of the journals.</param>
public sealed record MobilisationView(
    string Fund,
    Basis Basis,
    MeasureView Expected,
    MeasureView Signed,
    MeasureView Disbursed,
    string Multiplier,
    string PrivateMobilised,
    ReportHeader? Header = null);

/// <summary>One of the three figures, each operation counted once.</summary>
/// <param name="Measure">Which figure it is.</param>
/// <param name="Operations">How many operations have something in it.</param>
/// <param name="Investment">The total investment: grants, public, private and what is not itemised.</param>
/// <param name="Grants">The fund's own grants in it; a guarantee's cover is no investment.</param>
/// <param name="Public">The public financiers' part.</param>
/// <param name="Private">The private financiers' part.</param>
/// <param name="NotItemised">What is expected without it being known who brings it.</param>
/// <param name="AttributedPrivate">The private finance that is attributed to the fund.</param>
/// <param name="OverInput">The ratios over the fund's whole input: the certified pledges of all its instruments.</param>
/// <param name="OverBacking">The ratios over the amounts of the instruments that back these operations.</param>
public sealed record MeasureView(
    Measure Measure,
    int Operations,
    Money Investment,
    Money Grants,
    Money Public,
    Money Private,
    Money NotItemised,
    Money AttributedPrivate,
    RatiosView OverInput,
    RatiosView OverBacking);

/// <summary>Two ratios over one denominator, four decimals, each rounded half up once from the amounts beside it.</summary>
/// <param name="Basis">What the denominator counts.</param>
/// <param name="Denominator">The denominator.</param>
/// <param name="Multiplier">The EU's multiplier: total investment over the denominator.</param>
/// <param name="PrivateMobilised">The OECD's measure: attributed private finance over the denominator.</param>
/// <param name="Reason">Why there are no ratios.</param>
public sealed record RatiosView(Basis Basis, Money Denominator, decimal? Multiplier, decimal? PrivateMobilised, string? Reason)
{
    /// <summary>The ratios of a figure over a denominator, or why there are none.</summary>
    internal static RatiosView Of(Basis basis, Money denominator, Money investment, Money attributed, string? reason) => reason is null
        ? new(basis, denominator, Ratio.Of(investment, denominator, basis)!.Value.Value, Ratio.Of(attributed, denominator, basis)!.Value.Value, null)
        : new(basis, denominator, null, null, reason);
}
