using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>What is still to be contracted, and still to be paid.</summary>
static class ReadOpenCommitments
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/funds/{fund}/reports/rac", Rac)
            .AnswersReport()
            .WithName("ReportRac").WithTags("Reports")
            .WithSummary("RAC: approved and not yet contracted, by action");
        routes.MapGet("/funds/{fund}/reports/ral", Ral)
            .AnswersReport()
            .WithName("ReportRal").WithTags("Reports")
            .WithSummary("RAL: contracted and not yet paid, by contract");
    }

    static Task<Results<Ok<RacReport>, CsvResult, ProblemHttpResult>> Rac(
        string fund, [AsParameters] ReportQuery query, ReportDesk desk, CancellationToken aborted) => desk.Answer(
            fund, query, async session => RacReport.Of(session.Header, await session.OfActions(), await session.ActionFacts()), aborted);

    static Task<Results<Ok<RalReport>, CsvResult, ProblemHttpResult>> Ral(
        string fund, [AsParameters] ReportQuery query, ReportDesk desk, CancellationToken aborted) =>
        desk.Answer(fund, query, MakeRal, aborted);

    public static async Task<RalReport> MakeRal(ReportSession session) =>
        RalReport.Of(session.Header, session.Through, session.Known, await session.OfContracts(), await session.ContractFacts());
}
