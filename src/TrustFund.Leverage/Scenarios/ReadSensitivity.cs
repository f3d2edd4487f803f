using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>Tells how much a matched scenario's result depends on each of its assumptions.</summary>
static class ReadSensitivity
{
    static readonly string[] Header = ["fund", "basis", "assumption", "changePercent", "currency", "input", "result", "difference", "ratio", "ratioDifference", "note"];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/leverage/scenarios/sensitivity", Get)
        .OffersCsv()
        .WithName("GetSensitivity")
        .WithTags("Leverage");

    /// <summary>Tells how the result of a matched scenario changes with each of its assumptions. A scenario, never an actual.</summary>
    /// <remarks>One assumption is changed at a time while the others stay: the match ratio, the guarantees' provisioning rate, the expected mobilisation, the certified input. Nothing of it is recorded.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="by">What others add to each unit of input: above 0 and up to 10, at most four decimals; 1, the default, is one to one.</param>
    /// <param name="changes">By how many percent each assumption is changed: `-20,-10,10,20`, the default.</param>
    /// <param name="basis">What the input counts: `headline`, the default, or `cash`.</param>
    /// <param name="format">`json` or `csv`; the Accept header decides when it is left out.</param>
    static async Task<Results<Ok<SensitivityView>, ContentHttpResult, ProblemHttpResult>> Get(
        string fund, string? by, string? changes, string? basis, string? format, HttpContext http, [AsParameters] ReportQuery report, BooksDesk desk, CancellationToken cancellation)
    {
        var (match, percentages) = (LeverageQuery.MatchOf(by), ScenarioQuery.ChangesOf(changes));
        var (asked, asCsv) = (LeverageQuery.BasisOf(basis), Csv.IsAsked(format, http.Request));
        if (await desk.Read(Codes.Fold(fund), report, cancellation) is not { } books)
            return Answers.Missing("fund", Codes.Fold(fund));
        var view = Proportion.Within("changes", () => Sensitivity.Of(books, asked, match, percentages));
        return asCsv ? Csv.Answer(http, view.Header, Header, Table(view)) : TypedResults.Ok(view);
    }

    /// <summary>The rows as a table, first the one that nothing changes.</summary>
    internal static IEnumerable<IReadOnlyList<object?>> Table(SensitivityView view) => view.Rows
        .Select(row => (IReadOnlyList<object?>)
        [
            view.Fund, view.Basis, row.Assumption, row.ChangePercent, row.Input.Currency.Code,
            row.Input, row.Result, row.Difference, row.Ratio, row.RatioDifference, row.Note,
        ])
        .Prepend([view.Fund, view.Basis, "unchanged", 0, view.Input.Currency.Code, view.Input, view.Result, view.Result - view.Result, view.Ratio, view.Ratio - view.Ratio, view.Reason]);

    /// <summary>The table as CSV.</summary>
    internal static string Text(SensitivityView view) => Csv.Text(Header, Table(view));
}
