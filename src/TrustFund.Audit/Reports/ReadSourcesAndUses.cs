using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reports;

/// <summary>The statement of sources and uses of cash.</summary>
static class ReadSourcesAndUses
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/reports/sources-and-uses", Get)
        .AnswersReport()
        .WithName("ReportSourcesAndUses").WithTags("Reports")
        .WithSummary("Where the cash came from and what it was used for")
        .WithDescription("Opening + sources − uses = closing, the cash at bank. With `from`, what was booked before that day is the opening.");

    static Task<Results<Ok<SourcesAndUsesReport>, CsvResult, ProblemHttpResult>> Get(
        string fund, [AsParameters] ReportQuery query, ReportDesk desk, CancellationToken aborted,
        [Description("The first booking date; from the beginning when left out.")] AskedDay? from = null) =>
        from?.Day > query.Day
            ? throw new InvalidRequestException("from", "It must not be after asOf.")
            : desk.Answer(fund, query, session => Make(session, from?.Day), aborted);

    public static async Task<SourcesAndUsesReport> Make(ReportSession session, DateOnly? from) => SourcesAndUsesReport.Of(
        session.Header,
        from,
        from is { } first && first > DateOnly.MinValue ? await session.OfFundThrough(first.AddDays(-1)) : new Sums([]),
        await session.OfFund());
}
