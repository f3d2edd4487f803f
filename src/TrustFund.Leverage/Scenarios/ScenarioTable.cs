using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>A what-if as a table: the actual, what is supposed, and the scenario, which is the two before it together.</summary>
static class ScenarioTable
{
    static readonly string[] Columns = ["fund", "basis", "line", "of", "currency", "input", "mobilised", "ratio", "reason"];

    /// <summary>The table of a scenario in which others match the input.</summary>
    public static CsvTable Of(MatchedScenario view) => Of(
        view.Actual,
        [new("others", view.Conditional, view.Mobilised - view.Actual.Mobilised?.Amount, view.Ratio, null)],
        new("", view.Input, view.Mobilised, view.Ratio, view.Reason));

    /// <summary>The table of a scenario in which donors add amounts.</summary>
    public static CsvTable Of(DonorsScenario view) => Of(
        view.Actual,
        view.Contributions.Select(part => new Line(part.Donor, part.Amount, part.Mobilised, null, null)),
        new("", view.Input, view.Mobilised, view.Ratio, view.Reason));

    /// <summary>The table of a scenario in which instruments get more.</summary>
    public static CsvTable Of(InstrumentsScenario view) => Of(
        view.Actual,
        view.Instruments.Select(part => new Line(part.Instrument, part.Input, part.Mobilised, part.Ratio, part.Reason)),
        new("", view.Input, view.Mobilised, view.Ratio, view.Reason));

    static CsvTable Of(LeverageView actual, IEnumerable<Line> supposed, Line scenario)
    {
        return new(
            Columns,
            supposed.Select(line => Row("supposed", line))
                .Prepend(Row("actual", new("", actual.Input, actual.Mobilised?.Amount, actual.Ratio, actual.Reason)))
                .Append(Row("scenario", scenario)));

        IReadOnlyList<object?> Row(string kind, Line line) =>
            [actual.Fund, actual.Basis, kind, line.Of, line.Input.Currency.Code, line.Input, line.Mobilised, line.Ratio, line.Reason];
    }

    sealed record Line(string Of, Money Input, Money? Mobilised, decimal? Ratio, string? Reason);
}
