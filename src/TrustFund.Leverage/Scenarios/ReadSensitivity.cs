using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>Tells how much a matched scenario's result depends on each of its assumptions.</summary>
static class ReadSensitivity
{
    static readonly string[] Columns = ["fund", "basis", "assumption", "changePercent", "currency", "input", "result", "difference", "ratio", "ratioDifference", "note"];

    // With the decimals that ratios have.
    const decimal NoRatioDifference = 0.0000m;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/leverage/scenarios/sensitivity", Get)
        .AnswersReport()
        .WithName("GetSensitivity")
        .WithTags("Leverage");

    /// <summary>Tells how the result of a matched scenario changes with each of its assumptions. A scenario, never an actual.</summary>
    /// <remarks>One assumption is changed at a time while the others stay: the match ratio, the guarantees' provisioning rate, the expected mobilisation, the certified input. Nothing of it is recorded.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="by">What others add to each unit of input: above 0 and up to 10, at most four decimals; 1, the default, is one to one.</param>
    /// <param name="changes">By how many percent each assumption is changed: `-20,-10,10,20`, the default.</param>
    /// <param name="basis">What the input counts: `headline`, the default, or `cash`.</param>
    static async Task<Results<Ok<SensitivityView>, CsvResult, ProblemHttpResult>> Get(
        string fund, string? by, string? changes, string? basis, [AsParameters] ReportQuery report, BooksDesk desk, CancellationToken cancellation)
    {
        var (match, percentages, asked) = (LeverageQuery.MatchOf(by), ScenarioQuery.ChangesOf(changes), LeverageQuery.BasisOf(basis));
        if (await desk.Read(Codes.Fold(fund), report, cancellation) is not { } books)
            return Answers.Missing("fund", Codes.Fold(fund));
        var view = Proportion.Within("changes", () => Sensitivity.Of(books, asked, match, percentages));
        return report.WantsCsv ? new CsvResult(view.Header, Table(view)) : TypedResults.Ok(view);
    }

    /// <summary>The rows as a table, first the one that nothing changes: it differs from itself by nothing.</summary>
    internal static CsvTable Table(SensitivityView view) => new(Columns, view.Rows
        .Select(row => (IReadOnlyList<object?>)
        [
            view.Fund, view.Basis, row.Assumption, row.ChangePercent, row.Input.Currency.Code,
            row.Input, row.Result, row.Difference, row.Ratio, row.RatioDifference, row.Note,
        ])
        .Prepend(
        [
            view.Fund, view.Basis, "unchanged", 0, view.Input.Currency.Code, view.Input, view.Result,
            view.Result is null ? null : Money.Zero(view.Input.Currency), view.Ratio, view.Ratio is null ? null : NoRatioDifference, view.Reason,
        ]));
}
