using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Audit.Reading;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>The state of play, told apart as the reader likes.</summary>
static class ReadStateOfPlay
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/reports/state-of-play", Get)
        .AnswersReport()
        .WithName("ReportStateOfPlay").WithTags("Reports")
        .WithSummary("Approved, contracted, paid, RAC and RAL by window, country, theme, partner or year")
        .WithDescription(
            "By window, contracted and paid add up to the total only with the cross-window row, while what is approved for cross-window "
            + "actions lies inside the windows. By country, each contract is shared out in its countries' shares, adding up exactly. "
            + "Takes `asOf` (booking date) and `knownOn` (recorded time); `Accept: text/csv` or `?format=csv` for a table.");

    static Task<Results<Ok<StateOfPlayReport>, CsvResult, ProblemHttpResult>> Get(
        string fund, [AsParameters] ReportQuery query, ReportDesk desk, CancellationToken aborted,
        [Description("window, country, theme, partner or year.")] string by = "window")
    {
        var kind = Kebab.Read<StateOfPlayBy>("by", by);
        return desk.Answer(fund, query, session => Make(session, kind), aborted);
    }

    public static async Task<StateOfPlayReport> Make(ReportSession session, StateOfPlayBy by)
    {
        if (by == StateOfPlayBy.Year)
            return StateOfPlayByFund.ByYear(session.Header, await session.OfFundByYear());
        var fund = await session.OfFund();
        if (by == StateOfPlayBy.Window)
            return StateOfPlayByFund.ByWindow(session.Header, await session.WindowFacts(), fund);
        var report = new StateOfPlayByContract(
            session.Header,
            session.Through,
            session.Known,
            fund,
            await session.OfActions(),
            await session.OfContracts(),
            await session.ActionFacts(),
            await session.ContractFacts());
        return by switch
        {
            StateOfPlayBy.Country => report.ByCountry(),
            StateOfPlayBy.Theme => report.ByTheme(),
            _ => report.ByPartner(await session.PartnerFacts()),
        };
    }
}
