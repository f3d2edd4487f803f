using System.Globalization;
using System.Text.Json.Nodes;

namespace TrustFund.Demo.Story;

/// <summary>What of a fund's ledger a published figure is compared with.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Measure"><c>pledged</c>, <c>certified</c>, <c>received</c>, <c>approved</c>, <c>contracted</c>, <c>paid</c> or <c>cash</c>.</param>
/// <param name="Window">Code of a window, <c>*</c> for cross-window actions; the whole fund when left out.</param>
sealed record Audited(string Fund, string Measure, string? Window = null);

/// <summary>The published figures that Audit is told of when their document's date is reached, to hold against its own ledger from then on.</summary>
static class AuditedFigures
{
    /// <summary>The steps of a date.</summary>
    public static IEnumerable<Step> Steps(FigureSet figures, DateOnly date) => figures.All
        .Where(figure => figure.Audited is not null && figures.DateOf(figure) == date)
        .Select(figure => new Step(
            $"audited-{figure.Id}", "fiona", "audit", $"/funds/{figure.Audited!.Fund}/published-figures", Figures: [figure.Id], Body: Body(figure, figures, date)));

    static JsonObject Body(Figure figure, FigureSet figures, DateOnly date) => new()
    {
        ["name"] = figure.What,
        ["measure"] = figure.Audited!.Measure,
        ["window"] = figure.Audited.Window,
        ["value"] = decimal.Parse(figure.Published, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture),
        ["unit"] = string.Join(' ', figure.Unit.Split(' ').Reverse()),
        ["qualifier"] = figure.QualifierName,
        ["decimals"] = figure.Decimals,
        ["asOf"] = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["source"] = figures.SourceOf(figure),
    };
}
