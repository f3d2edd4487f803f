using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Audit.Reading;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reports;

/// <summary>From a disbursement to the donors whose money it was, and from a donor to what its money paid for.</summary>
static class ReadAttribution
{
    const string OfDocument = "and document_id = @about";

    const string OfDonor = "and donor = @about";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/reports/attribution", Get)
        .AnswersReport()
        .WithName("ReportAttribution").WithTags("Reports")
        .WithSummary("Whose money paid a disbursement, or what a donor's money paid for")
        .WithDescription(
            "With `document` (a disbursement, cost, refund or recovery order) the parts of it, adding up to it exactly: of a refund, what had "
            + "waited unallocated is a part of its own, the donor's, and so is all of it once it was reversed. With `donor` everything its "
            + "money paid for; with neither the sums of each donor, by the window its money was earmarked to. In pages: `next` is the `after` of the parts that follow, while `donors` and "
            + "`total` are of all of them; `?format=csv` has all.");

    static Task<Results<Ok<AttributionReport>, CsvResult, ProblemHttpResult>> Get(
        string fund, [AsParameters] ReportQuery query, PageRequest page, ReportDesk desk, CancellationToken aborted,
        [Description("Id of the disbursement, cost, refund or recovery order.")] string? document = null,
        [Description("Code of the donor.")] string? donor = null) =>
        desk.Answer(
            fund, query, session => Make(session, document, donor is null ? null : Codes.Fold(donor), query.WantsCsv ? null : page), aborted);

    /// <summary>A page of the parts, or all of them.</summary>
    public static async Task<AttributionReport> Make(ReportSession session, string? document, string? donor, PageRequest? page)
    {
        var (about, which) = document is not null ? (document.ToLowerInvariant(), OfDocument) : (donor, donor is null ? "" : OfDonor);
        (string, object?)[] asked = about is null ? [] : [("about", about)];
        var sums = await session.Counting(Sums(which), Row, asked);
        var rows = about is null
            ? [.. sums.SkipWhile(row => page?.After is { } after && row.Id != after).Skip(page?.After is null ? 0 : 1)]
            : await session.Counting(Parts(which), Row, [.. asked, ("after", page?.After), ("take", page?.Take ?? 0)]);
        var (items, next) = page?.Page(rows, row => row.Id) ?? new(rows, null);
        return AttributionReport.Of(session.Header, new([.. items.Select(item => item.Part)], next), [.. sums.Select(sum => sum.Part)]);

        (string Id, AttributionRow Part) Row(NpgsqlDataReader row) => (
            row.GetString(8),
            new(
                row.GetString(0), row.Text(1), row.GetString(2), row.Text(3), row.GetBoolean(4), session.Header.In(row.GetDecimal(5)), row.GetString(6),
                row.GetFieldValue<DateOnly>(7), row.GetString(0).Length == 0 ? "" : row.GetString(8).Split('/')[0]));
    }

    // A row of sums is named by what it is a sum of.
    static string Sums(string about) => $"""
        select '', null, donor, window_code, unallocated, sum(amount), '', max(booked_on), concat_ws('/', donor, window_code, unallocated::text)
        from attribution_entries
        where fund = @fund and booked_on <= @asOf and recorded_at <= @knownOn {about}
        group by donor, window_code, unallocated
        order by donor, window_code nulls first, unallocated
        """;

    static string Parts(string about) => $"""
        select document_id, contract_id, donor, window_code, unallocated, amount, event_type, booked_on, id
        from attribution_entries
        where fund = @fund and booked_on <= @asOf and recorded_at <= @knownOn {about}
          and (@after::text is null or (recorded_at, sequence, id) > (
              select a.recorded_at, a.sequence, a.id from attribution_entries a where a.id = @after))
        order by recorded_at, sequence, id
        limit nullif(@take, 0)
        """;
}
