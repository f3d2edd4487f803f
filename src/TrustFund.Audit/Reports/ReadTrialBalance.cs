using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>The trial balance of a fund.</summary>
static class ReadTrialBalance
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/reports/trial-balance", Get)
        .AnswersReport()
        .WithName("ReportTrialBalance").WithTags("Reports")
        .WithSummary("Debits and credits of every account, by currency, money and memorandum apart");

    static Task<Results<Ok<TrialBalanceReport>, CsvResult, ProblemHttpResult>> Get(
        string fund, [AsParameters] ReportQuery query, ReportDesk desk, CancellationToken aborted) =>
        desk.Answer(fund, query, Make, aborted);

    public static async Task<TrialBalanceReport> Make(ReportSession session) => TrialBalanceReport.Of(session.Header, await session.OfFund());
}
