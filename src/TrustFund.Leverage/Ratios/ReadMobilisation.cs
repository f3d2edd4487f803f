using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>Tells what a fund's operations mobilise: expected, signed and disbursed.</summary>
static class ReadMobilisation
{
    static readonly string[] Columns =
    [
        "fund", "measure", "basis", "currency", "operations", "investment", "grants", "public", "private", "notItemised", "attributedPrivate",
        "input", "multiplierOverInput", "privateOverInput", "backing", "multiplierOverBacking", "privateOverBacking",
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/funds/{fund}/leverage/mobilisation", Get)
        .AnswersReport()
        .WithName("GetMobilisation")
        .WithTags("Leverage");

    /// <summary>Tells what a fund's operations are expected to mobilise, what was signed and what was disbursed, with the ratios of each.</summary>
    /// <remarks>Three figures that are never added to each other; an operation of several instruments counts once. The EU's multiplier is total investment over input. The OECD's measure is private finance alone, attributed after the OECD's methods: behind a guarantee wholly to the guarantor, beside grants shared among all official money in proportion to the amounts (simple co-financing). What others would add on a condition is in none of them.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="basis">What the denominators count: `headline`, the default, or `cash`.</param>
    static async Task<Results<Ok<MobilisationView>, CsvResult, ProblemHttpResult>> Get(
        string fund, string? basis, [AsParameters] ReportQuery report, BooksDesk desk, CancellationToken cancellation)
    {
        var asked = LeverageQuery.BasisOf(basis);
        if (await desk.Read(Codes.Fold(fund), report, cancellation) is not { } books)
            return Answers.Missing("fund", Codes.Fold(fund));
        var view = Mobilised.Of(books, asked);
        return report.WantsCsv ? new CsvResult(view.Header, Table(view)) : TypedResults.Ok(view);
    }

    /// <summary>The figures as a table, a row for each.</summary>
    internal static CsvTable Table(MobilisationView view) => new(Columns, ((MeasureView[])[view.Expected, view.Signed, view.Disbursed]).Select(row => (IReadOnlyList<object?>)
    [
        view.Fund, row.Measure, view.Basis, row.Investment.Currency.Code, row.Operations,
        row.Investment, row.Grants, row.Public, row.Private, row.NotItemised, row.AttributedPrivate,
        row.OverInput.Denominator, row.OverInput.Multiplier, row.OverInput.PrivateMobilised,
        row.OverBacking.Denominator, row.OverBacking.Multiplier, row.OverBacking.PrivateMobilised,
    ]));
}
