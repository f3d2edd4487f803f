using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Audit.Ledger;
using TrustFund.Audit.Reading;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reports;

/// <summary>What the ledger has about one thing.</summary>
static class ReadJournalOfSubject
{
    // Each of the four columns has an index; as alternatives of one condition they would be read as a whole.
    const string Select = """
        with found as materialized (
            select * from ledger_entries where pledge_id = @subject
            union select * from ledger_entries where action_id = @subject
            union select * from ledger_entries where contract_id = @subject
            union select * from ledger_entries where document_id = @subject
        )
        select row_to_json(e)::text
        from found e
        where e.fund = @fund and e.booked_on <= @asOf and e.recorded_at <= @knownOn
          and (@after::text is null or (e.recorded_at, e.source, e.sequence, e.line) > (
              select l.recorded_at, l.source, l.sequence, l.line from ledger_entries l where l.id = @after))
        order by e.recorded_at, e.source, e.sequence, e.line
        limit nullif(@take, 0)
        """;

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/funds/{fund}/reports/journal", Get)
        .AnswersReport()
        .WithName("ReportJournal").WithTags("Reports")
        .WithSummary("Every ledger line about a pledge, action, contract or document")
        .WithDescription("Each with its position in its source's journal, who caused it and the trace of its commit: from any disbursement back to where its money came from. "
            + "In pages: `next` is the `after` of the lines that follow; `?format=csv` has them all.");

    static Task<Results<Ok<JournalOfSubjectReport>, CsvResult, ProblemHttpResult>> Get(
        string fund, [Required] string subject, [AsParameters] ReportQuery query, PageRequest page, ReportDesk desk, CancellationToken aborted) =>
        desk.Answer(fund, query, session => Make(session, subject, query.WantsCsv ? null : page), aborted);

    /// <summary>A page of the lines, or all of them.</summary>
    public static async Task<JournalOfSubjectReport> Make(ReportSession session, string subject, PageRequest? page)
    {
        // Ids are the same in any letter case; the journal has them in lower case.
        var id = subject.Trim().ToLowerInvariant();
        var rows = await session.Counting(Select, Row, ("subject", id), ("after", page?.After), ("take", page?.Take ?? 0));
        var (items, next) = page?.Page(rows, row => row.Id) ?? new(rows, null);
        return new(session.Header, id, [.. items.Select(item => item.Line)], next);

        (string Id, JournalRow Line) Row(NpgsqlDataReader row)
        {
            var entry = Rows.State<LedgerEntry>(row.GetString(0));
            return (entry.Id, new(
                string.Create(CultureInfo.InvariantCulture, $"{entry.Source}:{entry.Sequence}"), entry.EventType, entry.ValueOn, entry.BookedOn,
                entry.RecordedAt, entry.Account, entry.WindowCode, entry.Donor, entry.PledgeId, entry.ActionId, entry.ContractId, entry.DocumentId,
                session.Header.In(entry.Debit), session.Header.In(entry.Credit), entry.Actor, entry.TraceParent));
        }
    }
}
