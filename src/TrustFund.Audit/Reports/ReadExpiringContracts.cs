using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reports;

/// <summary>What is about to end.</summary>
static class ReadExpiringContracts
{
    const int Furthest = 3660;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/reports/expiring-contracts", Get)
        .AnswersReport()
        .WithName("ReportExpiringContracts").WithTags("Reports")
        .WithSummary("Contracts that end within the next days, 90 unless said otherwise");

    static Task<Results<Ok<ExpiringContractsReport>, CsvResult, ProblemHttpResult>> Get(
        string fund, [AsParameters] ReportQuery query, ReportDesk desk, CancellationToken aborted,
        [Description("How many days ahead to look, 0 to 3660.")] int days = 90) => days is < 0 or > Furthest
        ? throw new InvalidRequestException("days", $"It must be a whole number from 0 to {Furthest}.")
        : desk.Answer(fund, query, async session => ExpiringContractsReport.Of(await ReadOpenCommitments.MakeRal(session), days), aborted);
}
