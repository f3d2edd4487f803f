using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>A fund's leverage as a table: its instruments with their input, and the fund, to whose input they add up, with what else its donors certified.</summary>
static class LeverageTable
{
    static readonly string[] Columns =
    [
        "fund", "basis", "instrument", "window", "currency", "input", "mobilised", "ratio", "qualifier", "reason",
        "certified", "unclaimed", "operations", "operationsExpected", "leftToTarget",
    ];

    public static CsvTable Of(LeverageView view) => new(
        Columns,
        view.Instruments
            .Select(instrument => Row(view, instrument.Code, instrument.Window, instrument.Input(view.Basis)))
            .Append(
            [
                view.Fund, view.Basis, "total", null, view.Input.Currency.Code, view.Input, view.Mobilised?.Amount, view.Ratio,
                view.Mobilised?.Qualifier, view.Reason,
                view.Certified, view.Unclaimed, view.Operations.Count, view.Operations.ExpectedMobilised, view.Operations.LeftToTarget,
            ]));

    static IReadOnlyList<object?> Row(LeverageView view, string code, string? window, Money input) =>
        [view.Fund, view.Basis, code, window, input.Currency.Code, input, null, null, null, null, null, null, null, null, null];
}
