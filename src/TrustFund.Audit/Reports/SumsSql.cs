namespace TrustFund.Audit.Reports;

/// <summary>The statements that give sums: of kept balances for today, of the ledger's lines for any other day.</summary>
static class SumsSql
{
    public const string Kept = """
        select row_to_json(b)::text from ledger_balances b where b.fund = @fund and b.scope = @scope
        """;

    public const string OfFund = """
        select currency, account, null, window_code, cross_window, flow, 0, sum(debit), sum(credit), sum(documents)::bigint
        from ledger_entries
        where fund = @fund and booked_on <= @asOf and recorded_at <= @knownOn
        group by currency, account, window_code, cross_window, flow
        """;

    // Apart from the statement above: to work out the year of each of a million lines takes longer than to add them up.
    public const string OfFundByYear = """
        select currency, account, null, window_code, cross_window, flow, extract(year from booked_on)::integer,
               sum(debit), sum(credit), sum(documents)::bigint
        from ledger_entries
        where fund = @fund and booked_on <= @asOf and recorded_at <= @knownOn
        group by currency, account, window_code, cross_window, flow, extract(year from booked_on)
        """;

    public const string OfActions = """
        select currency, account, action_id, null, false, null, 0, sum(debit), sum(credit), sum(documents)::bigint
        from ledger_entries
        where fund = @fund and action_id is not null and booked_on <= @asOf and recorded_at <= @knownOn
        group by currency, account, action_id
        """;

    public const string OfContracts = """
        select currency, account, contract_id, null, false, null, 0, sum(debit), sum(credit), sum(documents)::bigint
        from ledger_entries
        where fund = @fund and contract_id is not null and booked_on <= @asOf and recorded_at <= @knownOn
        group by currency, account, contract_id
        """;

    public const string OfPledges = """
        select currency, account, pledge_id, null, false, null, 0, sum(debit), sum(credit), sum(documents)::bigint
        from ledger_entries
        where fund = @fund and pledge_id is not null and booked_on <= @asOf and recorded_at <= @knownOn
        group by currency, account, pledge_id
        """;
}
