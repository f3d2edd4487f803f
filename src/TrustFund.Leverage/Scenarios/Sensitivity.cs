using TrustFund.Events.Leverage.V1;
using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>What a scenario's result rests on.</summary>
public enum Assumption
{
    /// <summary>What others add to each unit of input.</summary>
    MatchRatio,

    /// <summary>The cash behind each 100 of a guarantee's face.</summary>
    ProvisioningRate,

    /// <summary>What the instruments are expected to mobilise.</summary>
    ExpectedMobilisation,

    /// <summary>The certified pledges that are the instruments' input.</summary>
    CertifiedInput,
}

/// <summary>What becomes of the result when one assumption changes and the others stay.</summary>
/// <param name="Assumption">The assumption that changes.</param>
/// <param name="ChangePercent">By how many percent of itself.</param>
/// <param name="Input">The input with what others add.</param>
/// <param name="Result">What would be mobilised.</param>
/// <param name="Difference">The result less the result that nothing changes.</param>
/// <param name="Ratio">What would be mobilised over the input.</param>
/// <param name="RatioDifference">The ratio less the ratio that nothing changes.</param>
/// <param name="Note">What a reader should know of this row.</param>
public sealed record SensitivityRow(
    Assumption Assumption,
    decimal ChangePercent,
    Money Input,
    Money? Result,
    Money? Difference,
    decimal? Ratio,
    decimal? RatioDifference,
    string? Note);

/// <summary>How much a matched scenario's result depends on each of its assumptions, one changed at a time. Nothing of it is recorded.</summary>
/// <param name="Warning">That this is no actual.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Basis">What the input counts.</param>
/// <param name="Match">What others are supposed to add to each unit of input.</param>
/// <param name="Input">The input with what others add, when nothing changes.</param>
/// <param name="Result">What would be mobilised when nothing changes; null with a <paramref name="Reason"/>.</param>
/// <param name="Ratio">Its ratio.</param>
/// <param name="Reason">Why there is no result.</param>
/// <param name="Rows">A row for each assumption and change.</param>
/// <param name="Actual">The leverage as it is, which the scenario never changes.</param>
/// <param name="Header">What it stands for: the day, the moment, and the positions of the journals.</param>
public sealed record SensitivityView(
    string Warning,
    string Fund,
    Basis Basis,
    decimal Match,
    Money Input,
    Money? Result,
    decimal? Ratio,
    string? Reason,
    IReadOnlyList<SensitivityRow> Rows,
    LeverageView Actual,
    ReportHeader? Header = null);

/// <summary>Works the table out: each row anew from the books, with one assumption changed.</summary>
static class Sensitivity
{
    /// <summary>The table.</summary>
    /// <param name="books">The fund's books.</param>
    /// <param name="basis">What the input counts.</param>
    /// <param name="match">What others add to each unit of input.</param>
    /// <param name="changes">By how many percent each assumption is changed.</param>
    /// <exception cref="OverflowException">An amount is larger than any amount can be.</exception>
    public static SensitivityView Of(FundBooks books, Basis basis, decimal match, IReadOnlyList<decimal> changes)
    {
        var actual = books.Leverage(basis);
        var unchanged = MatchedScenario.Of(actual, match);
        return new(
            Proportion.Warning,
            books.Fund.Id,
            basis,
            match,
            unchanged.Input,
            unchanged.Mobilised,
            unchanged.Ratio,
            unchanged.Reason,
            [.. from assumption in Enum.GetValues<Assumption>() from change in changes select Row(books, basis, match, unchanged, assumption, change)],
            actual,
            actual.Header);
    }

    static SensitivityRow Row(FundBooks books, Basis basis, decimal match, MatchedScenario unchanged, Assumption assumption, decimal change)
    {
        var factor = 1 + (change / 100m);
        var changed = assumption switch
        {
            Assumption.MatchRatio => MatchedScenario.Of(unchanged.Actual, match * factor),
            Assumption.ProvisioningRate => MatchedScenario.Of(Provisioned(books, factor).Leverage(basis), match),
            Assumption.ExpectedMobilisation => MatchedScenario.Of(Expecting(books, factor).Leverage(basis), match),
            _ => MatchedScenario.Of(Certified(books, factor).Leverage(basis), match),
        };
        return new(
            assumption,
            change,
            changed.Input,
            changed.Mobilised,
            changed.Mobilised is { } now && unchanged.Mobilised is { } before ? now - before : null,
            changed.Ratio,
            changed.Ratio - unchanged.Ratio,
            assumption == Assumption.ProvisioningRate ? ProvisioningNote(books, basis, factor) : null);
    }

    static FundBooks Provisioned(FundBooks books, decimal factor) => books with
    {
        Instruments = [.. books.Instruments.Select(instrument => instrument.Kind == InstrumentKind.Guarantee
            ? instrument with { ProvisioningPercent = Math.Min(100m, instrument.ProvisioningPercent * factor) }
            : instrument)],
    };

    static FundBooks Expecting(FundBooks books, decimal factor) => books.Target is null ? books : books with
    {
        Target = books.Target with { Amount = Scaled(books, books.Target.Amount, factor) },
    };

    static FundBooks Certified(FundBooks books, decimal factor) => books with
    {
        Fund = books.Fund with { Certified = Scaled(books, books.Fund.Certified, factor) },
        Windows = [.. books.Windows.Select(window => window with { Certified = Scaled(books, window.Certified, factor) })],
    };

    static decimal Scaled(FundBooks books, decimal amount, decimal factor) =>
        Money.Rounded(amount * factor, Currency.Of(books.Fund.Currency)).Amount;

    static string? ProvisioningNote(FundBooks books, Basis basis, decimal factor)
    {
        var guarantees = books.Instruments.Where(instrument => instrument.Kind == InstrumentKind.Guarantee).ToList();
        return guarantees.Count == 0 ? "No instrument is a guarantee: there is no provisioning rate to change."
            : basis == Basis.Headline ? "On the headline basis a guarantee counts at face value, whatever its provisioning."
            : guarantees.Any(guarantee => guarantee.ProvisioningPercent * factor > 100m) ? "A provisioning rate ends at 100 %."
            : null;
    }
}
