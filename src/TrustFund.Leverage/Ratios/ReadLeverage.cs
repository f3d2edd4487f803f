using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>Tells what a fund's certified pledges mobilise, and what they would if others matched them.</summary>
static class ReadLeverage
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/leverage", Get).AnswersReport().WithName("GetLeverage").WithTags("Leverage");
        routes.MapGet("/funds/{fund}/leverage/scenarios/matched", Matched).AnswersReport().WithName("GetMatchedScenario").WithTags("Leverage");
    }

    /// <summary>Tells what a fund's certified pledges are expected to mobilise from others, and the ratio.</summary>
    /// <remarks>The ratio comes from the amounts beside it and states its basis: guarantees at face value (headline) or at their provisioning (cash). Without input there is no ratio, and the reason is told.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="basis">What the input counts: `headline`, the default, or `cash`.</param>
    static async Task<Results<Ok<LeverageView>, CsvResult, ProblemHttpResult>> Get(
        string fund, string? basis, [AsParameters] ReportQuery report, BooksDesk desk, CancellationToken cancellation)
    {
        var asked = LeverageQuery.BasisOf(basis);
        if (await desk.Read(Codes.Fold(fund), report, cancellation) is not { } books)
            return Answers.Missing("fund", Codes.Fold(fund));
        var view = books.Leverage(asked);
        return report.WantsCsv ? new CsvResult(view.Header, LeverageTable.Of(view)) : TypedResults.Ok(view);
    }

    /// <summary>Tells what would be mobilised if others matched the input. A scenario, never an actual.</summary>
    /// <remarks>Nothing of it is recorded, and the actual stands beside it unchanged.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="by">What others add to each euro of input: above 0 and up to 10, at most four decimals; 1, the default, is one to one.</param>
    /// <param name="basis">What the input counts: `headline`, the default, or `cash`.</param>
    static async Task<Results<Ok<MatchedScenario>, CsvResult, ProblemHttpResult>> Matched(
        string fund, string? by, string? basis, [AsParameters] ReportQuery report, BooksDesk desk, CancellationToken cancellation)
    {
        var (match, asked) = (LeverageQuery.MatchOf(by), LeverageQuery.BasisOf(basis));
        if (await desk.Read(Codes.Fold(fund), report, cancellation) is not { } books)
            return Answers.Missing("fund", Codes.Fold(fund));
        var actual = books.Leverage(asked);
        if (!MatchedScenario.Fits(actual, match))
            throw new InvalidRequestException("by", "Matched so much, the amounts would be larger than any amount can be.");
        var view = MatchedScenario.Of(actual, match);
        return report.WantsCsv ? new CsvResult(view.Header, ScenarioTable.Of(view)) : TypedResults.Ok(view);
    }
}
