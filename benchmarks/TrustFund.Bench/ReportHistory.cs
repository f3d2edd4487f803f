using Npgsql;

namespace TrustFund.Bench;

/// <summary>
/// Multiplies a fund's receipts and payments in Audit's books to a million journal entries over ten years: copies of the lines that Audit
/// booked itself, with other days, amounts and positions. The kept balances are then set to what the lines come to, as they always are.
/// </summary>
static class ReportHistory
{
    const string Entries = """
        create temporary table template as
            select source, sequence, row_number() over (order by source, sequence) as place
            from (select distinct source, sequence from ledger_entries
                  where fund = @fund and event_type in ('pledges.ContributionReceived.v1', 'disbursements.PaymentExecuted.v1')) paid;

        create temporary table copied as
            select n, t.source, t.sequence, date '2016-05-01' + (n % 3500)::integer as booked_on,
                   timestamptz '2016-05-01 08:00+00' + make_interval(days => (n % 3500)::integer, secs => n % 3600) as recorded_at,
                   (1 + n % 97)::numeric as times
            from generate_series(1, @entries) n
            join template t on t.place = 1 + n % (select count(*) from template);

        insert into heard_entries (id, version, source, sequence, event_type, fund, subject, booked_on, recorded_at)
            select 'history:' || c.n, 1, 'history', c.n, h.event_type, h.fund, h.subject, c.booked_on, c.recorded_at
            from copied c join heard_entries h on h.source = c.source and h.sequence = c.sequence;

        insert into ledger_entries (id, version, source, sequence, line, event_type, fund, currency, account, window_code, cross_window, donor, pledge_id, action_id,
                                    contract_id, document_id, partner, flow, documents, value_on, booked_on, recorded_at, actor, trace_parent, debit, credit)
            select 'history:' || c.n || '/' || l.line, 1, 'history', c.n, l.line, l.event_type, l.fund, l.currency, l.account, l.window_code, l.cross_window, l.donor,
                   l.pledge_id, l.action_id, l.contract_id, l.document_id, l.partner, l.flow, l.documents, c.booked_on, c.booked_on, c.recorded_at, l.actor, null,
                   l.debit * c.times, l.credit * c.times
            from copied c join ledger_entries l on l.source = c.source and l.sequence = c.sequence;
        """;

    const string Balances = """
        with yearly as (
            select currency, account, window_code, cross_window, flow, contract_id, pledge_id, extract(year from booked_on)::integer as year,
                   sum(debit) as debit, sum(credit) as credit, sum(documents)::bigint as documents
            from ledger_entries where fund = @fund group by 1, 2, 3, 4, 5, 6, 7, 8),
        scoped as (
            select 'fund' as scope, null::text as subject, currency, account, window_code, cross_window, flow, year, debit, credit, documents from yearly
            union all
            select 'contract', contract_id, currency, account, null, false, null, year, debit, credit, documents from yearly where contract_id is not null
            union all
            select 'pledge', pledge_id, currency, account, null, false, null, year, debit, credit, documents from yearly where pledge_id is not null),
        years as (
            select scope, subject, currency, account, window_code, cross_window, flow, year, sum(debit) as debit, sum(credit) as credit, sum(documents)::bigint as documents
            from scoped group by 1, 2, 3, 4, 5, 6, 7, 8),
        summed as (
            select scope, subject, currency, account, window_code, cross_window, flow, sum(debit) as debit, sum(credit) as credit, sum(documents)::bigint as documents,
                   jsonb_agg(jsonb_build_object('year', year, 'debit', debit, 'credit', credit, 'documents', documents) order by year) as years
            from years group by 1, 2, 3, 4, 5, 6, 7)
        update ledger_balances b
        set debit = s.debit, credit = s.credit, documents = s.documents, years = case when b.scope = 'fund' then s.years else b.years end
        from summed s
        where b.fund = @fund and b.scope = s.scope and b.subject is not distinct from s.subject and b.currency = s.currency and b.account = s.account
          and b.window_code is not distinct from s.window_code and b.cross_window = s.cross_window and b.flow is not distinct from s.flow;
        """;

    public static async Task Write(NpgsqlConnection audit, string fund, int entries)
    {
        await Execute(audit, Entries, fund, entries);
        await Execute(audit, Balances, fund, entries);
        await Execute(audit, "vacuum analyze", fund, entries);
    }

    static async Task Execute(NpgsqlConnection audit, string sql, string fund, int entries)
    {
        await using var command = new NpgsqlCommand(sql, audit) { CommandTimeout = 0 };
        if (sql.Contains("@fund", StringComparison.Ordinal)) command.Parameters.AddWithValue("fund", fund);
        if (sql.Contains("@entries", StringComparison.Ordinal)) command.Parameters.AddWithValue("entries", entries);
        await command.ExecuteNonQueryAsync();
    }
}
