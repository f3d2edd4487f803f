using System.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Reading;
using TrustFund.Events;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reports;

/// <summary>Makes reports: each in one snapshot of the database, with a header that says what it stands for.</summary>
sealed class ReportDesk(NpgsqlDataSource database, SourceHeads heads, TimeProvider clock)
{
    // A report may read the whole ledger: that it must not is a rule for the short statements of the writer.
    const string ForReports = """
        set local enable_seqscan = on;
        set local work_mem = '64MB';
        set local statement_timeout = '60s';
        set local idle_in_transaction_session_timeout = '60s'
        """;

    const string SelectFund = "select row_to_json(f)::text from fund_facts f where f.id = @fund";

    const string SelectApplied = """
        select f.source, f.sequence, h.recorded_at
        from journal.followed f
        left join heard_entries h on h.id = f.source || ':' || f.sequence
        """;

    const string SelectUnapplied = "select source, count(*) from journal.unapplied where replayed_at is null group by source order by source";

    const string SelectPosition = """
        select sequence from heard_entries
        where source = @source and recorded_at <= @knownOn
        order by recorded_at desc, sequence desc
        limit 1
        """;

    /// <summary>Answers a request for a report in the form that is wanted.</summary>
    public async Task<Results<Ok<T>, CsvResult, ProblemHttpResult>> Answer<T>(
        string fund, ReportQuery query, Func<ReportSession, Task<T>> make, CancellationToken aborted)
        where T : class, IReport
    {
        var report = await Make(fund, query.Day, query.Moment, make, aborted);
        return query.Answer(report, () => Missing.Fund(fund));
    }

    /// <summary>Makes a report; null when there is no such fund.</summary>
    /// <param name="fund">Code of the fund, in any letter case.</param>
    /// <param name="asOf">The booking date, or null for everything.</param>
    /// <param name="knownOn">The recorded time, UTC, or null for everything.</param>
    /// <param name="make">What makes the report.</param>
    /// <param name="aborted">That nobody waits any more.</param>
    public async Task<T?> Make<T>(
        string fund, DateOnly? asOf, DateTimeOffset? knownOn, Func<ReportSession, Task<T>> make, CancellationToken aborted)
        where T : class
    {
        // Asked before the snapshot is taken, so that what was applied meanwhile can only make the report more complete.
        var now = clock.GetUtcNow();
        var said = await heads.Ask(aborted);
        await using var connection = await database.OpenConnectionAsync(aborted);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, aborted);
        await using (var settings = new NpgsqlCommand(ForReports, connection))
            await settings.ExecuteNonQueryAsync(aborted);
        var facts = await connection.Read(SelectFund, row => Rows.State<FundFacts>(row.GetString(0)), aborted, ("fund", Codes.Fold(fund)));
        if (facts.Count == 0)
            return null;
        var header = await Header(connection, facts[0], asOf, knownOn, now, said, aborted);
        return await make(new ReportSession(connection, facts[0], header, isPresent: asOf is null && knownOn is null, aborted));
    }

    static async Task<ReportHeader> Header(
        NpgsqlConnection connection,
        FundFacts fund,
        DateOnly? asOf,
        DateTimeOffset? knownOn,
        DateTimeOffset now,
        IReadOnlyDictionary<string, (SourceHead? Last, bool Answered)> said,
        CancellationToken aborted)
    {
        var applied = await connection.Read(
            SelectApplied,
            row => new Applied(row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetFieldValue<DateTimeOffset>(2)),
            aborted);
        var positions = new List<SourceSequence>();
        var reasons = new List<string>();
        foreach (var (source, (last, answered)) in said)
        {
            var here = applied.Find(cursor => cursor.Source == source) ?? new Applied(source, 0, null);
            positions.Add(new(source, knownOn is { } moment ? await Position(connection, source, moment, aborted) : here.Sequence));
            if (Completeness.WhyProvisional(here, last, answered, knownOn ?? now) is { } reason)
                reasons.Add(reason);
        }
        reasons.AddRange(await connection.Read(
            SelectUnapplied, row => $"{row.GetInt64(1)} entries of {row.GetString(0)} could not be applied and wait to be replayed.", aborted));
        return new(
            fund.Id, fund.Name, fund.Currency, asOf ?? DateOnly.FromDateTime(now.UtcDateTime), knownOn ?? now, positions, reasons.Count > 0, reasons);
    }

    static async Task<long> Position(NpgsqlConnection connection, string source, DateTimeOffset knownOn, CancellationToken aborted) =>
        (await connection.Read(SelectPosition, row => row.GetInt64(0), aborted, ("source", source), ("knownOn", knownOn))).FirstOrDefault();
}
