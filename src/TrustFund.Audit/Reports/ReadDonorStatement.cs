using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>What each donor promised, what arrived, and how long the rest has been due.</summary>
static class ReadDonorStatement
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/reports/donors", Get)
        .AnswersReport()
        .WithName("ReportDonors").WithTags("Reports")
        .WithSummary("Pledged, certified, received and outstanding by donor, with ageing")
        .WithDescription(
            "Outstanding is pledged less received. Instalments that are due and not paid are shown by how long: receipts pay them in the order "
            + "they are due. Each row adds up: outstanding is not certified, not due and overdue, less what arrived beyond the certificates. Takes `asOf` and `knownOn`; `?format=csv` for a table.");

    static Task<Results<Ok<DonorStatementReport>, CsvResult, ProblemHttpResult>> Get(
        string fund, [AsParameters] ReportQuery query, ReportDesk desk, CancellationToken aborted) =>
        desk.Answer(fund, query, Make, aborted);

    public static async Task<DonorStatementReport> Make(ReportSession session) => DonorStatementReport.Of(
        session.Header,
        session.Known,
        await session.OfPledges(),
        await session.PledgeFacts(),
        await session.DonorFacts(),
        await session.InstalmentsDue());
}
