using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>Tells what would be mobilised if named donors, or instruments, brought more.</summary>
static class ReadScenarios
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/leverage/scenarios/donors", Donors).AnswersReport().WithName("GetDonorsScenario").WithTags("Leverage");
        routes.MapGet("/funds/{fund}/leverage/scenarios/instruments", Instruments).AnswersReport().WithName("GetInstrumentsScenario").WithTags("Leverage");
    }

    /// <summary>Tells what would be mobilised if named donors added amounts. A scenario, never an actual.</summary>
    /// <remarks>Nothing of it is recorded, and the actual stands beside it unchanged. Each added unit is supposed to mobilise as much as one of the actual input.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="donor">A donor and its amount in the fund's currency, counted on the basis: `DE:100000000.00`. It may be given several times.</param>
    /// <param name="basis">What the input counts: `headline`, the default, or `cash`.</param>
    static async Task<Results<Ok<DonorsScenario>, CsvResult, ProblemHttpResult>> Donors(
        string fund, string[]? donor, string? basis, [AsParameters] ReportQuery report, BooksDesk desk, CancellationToken cancellation)
    {
        var (donors, asked) = (ScenarioQuery.Of("donor", donor, withRatio: false), LeverageQuery.BasisOf(basis));
        if (await desk.Read(Codes.Fold(fund), report, cancellation) is not { } books)
            return Answers.Missing("fund", Codes.Fold(fund));
        ScenarioQuery.RequireAmounts("donor", donors, Currency.Of(books.Fund.Currency));
        var view = Proportion.Within("donor", () => DonorsScenario.Of(books.Leverage(asked), donors));
        return report.WantsCsv ? new CsvResult(view.Header, ScenarioTable.Of(view)) : TypedResults.Ok(view);
    }

    /// <summary>Tells what would be mobilised if instruments got more. A scenario, never an actual.</summary>
    /// <remarks>Nothing of it is recorded, and the actual stands beside it unchanged. Each instrument mobilises at its own ratio: the expected investment of the operations that itemise its amount, over that amount; or the ratio given.</remarks>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="instrument">An instrument and what is added to its face, in the fund's currency: `GUARANTEE:100000000.00`, or with a ratio on the stated basis `GUARANTEE:100000000.00:11.5`. It may be given several times.</param>
    /// <param name="basis">What the input counts: `headline`, the default, or `cash`.</param>
    static async Task<Results<Ok<InstrumentsScenario>, CsvResult, ProblemHttpResult>> Instruments(
        string fund, string[]? instrument, string? basis, [AsParameters] ReportQuery report, BooksDesk desk, CancellationToken cancellation)
    {
        var (added, asked) = (ScenarioQuery.Of("instrument", instrument, withRatio: true), LeverageQuery.BasisOf(basis));
        if (await desk.Read(Codes.Fold(fund), report, cancellation) is not { } books)
            return Answers.Missing("fund", Codes.Fold(fund));
        if (added.FirstOrDefault(one => books.Instruments.All(known => known.Code != one.Code)) is { } unknown)
            return Answers.Missing($"instrument of fund {books.Fund.Id}", unknown.Code);
        ScenarioQuery.RequireAmounts("instrument", added, Currency.Of(books.Fund.Currency));
        var view = Proportion.Within("instrument", () => InstrumentsScenario.Of(books, asked, added));
        return report.WantsCsv ? new CsvResult(view.Header, ScenarioTable.Of(view)) : TypedResults.Ok(view);
    }
}
