using Npgsql;
using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Ledger;
using TrustFund.Audit.Reading;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>One snapshot of the database, read for one report about one fund.</summary>
sealed class ReportSession(NpgsqlConnection connection, FundFacts fund, ReportHeader header, bool isPresent, CancellationToken aborted)
{
    const string Windows = "select row_to_json(w)::text from window_facts w where w.fund = @fund order by w.opened_at";
    const string Actions = "select row_to_json(a)::text from action_facts a where a.fund = @fund";
    const string Contracts = "select row_to_json(c)::text from contract_facts c where c.fund = @fund";
    const string Partners = "select row_to_json(p)::text from partner_facts p";
    const string Pledges = "select row_to_json(p)::text from pledge_facts p where p.fund = @fund";
    const string Deadlines = "select row_to_json(d)::text from deadline_facts d where d.fund = @fund order by d.id";

    const string LatePayments = """
        select row_to_json(p)::text
        from payment_facts p
        where p.fund = @fund and p.paid_on > @day and p.recorded_at <= @knownOn
        """;

    const string Donors = "select row_to_json(d)::text from donor_facts d";

    const string Instalments = """
        select pledge_id, due_on, sum(amount)
        from instalment_entries
        where fund = @fund and booked_on <= @asOf and recorded_at <= @knownOn
        group by pledge_id, due_on
        """;

    public ReportHeader Header => header;

    public FundFacts Fund => fund;

    /// <summary>Whether everything counts that is recorded: then kept balances answer.</summary>
    public bool IsPresent => isPresent;

    /// <summary>The last booking date that counts.</summary>
    public DateOnly Through => isPresent ? DateOnly.MaxValue : header.AsOf;

    // What is recorded while the report is made is not in its snapshot; a clock that lags behind a source's must not hide anything.
    public DateTimeOffset Known => isPresent ? DateTimeOffset.MaxValue : header.KnownOn;

    public Task<Sums> OfFund() => Sums(LedgerBalance.OfFund, SumsSql.OfFund);

    /// <summary>The same, told apart by year whichever day is asked for.</summary>
    public Task<Sums> OfFundByYear() => Sums(LedgerBalance.OfFund, SumsSql.OfFundByYear);

    public Task<Sums> OfActions() => Sums(LedgerBalance.OfAction, SumsSql.OfActions);

    public Task<Sums> OfContracts() => Sums(LedgerBalance.OfContract, SumsSql.OfContracts);

    public Task<Sums> OfPledges() => Sums(LedgerBalance.OfPledge, SumsSql.OfPledges);

    /// <summary>What the ledger's lines up to a day come to, whatever the report counts otherwise.</summary>
    public async Task<Sums> OfFundThrough(DateOnly day) => new(await Read(
        SumsSql.OfFund, Summed, ("fund", fund.Id), ("asOf", day), ("knownOn", Known)));

    public Task<List<WindowFacts>> WindowFacts() => States<WindowFacts>(Windows);

    public Task<List<ActionFacts>> ActionFacts() => States<ActionFacts>(Actions);

    public Task<List<ContractFacts>> ContractFacts() => States<ContractFacts>(Contracts);

    public Task<List<PartnerFacts>> PartnerFacts() => States<PartnerFacts>(Partners);

    public Task<List<PledgeFacts>> PledgeFacts() => States<PledgeFacts>(Pledges);

    public Task<List<DeadlineFacts>> DeadlineFacts() => States<DeadlineFacts>(Deadlines);

    /// <summary>The payments after a day.</summary>
    public Task<List<PaymentFacts>> PaymentsAfter(DateOnly day) => Read(
        LatePayments, row => Rows.State<PaymentFacts>(row.GetString(0)), ("fund", fund.Id), ("day", day), ("knownOn", Known));

    public Task<List<DonorFacts>> DonorFacts() => States<DonorFacts>(Donors);

    /// <summary>What is due when, by pledge.</summary>
    public Task<List<Due>> InstalmentsDue() => Read(
        Instalments,
        row => new Due(row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetDecimal(2)),
        ("fund", fund.Id), ("asOf", Through), ("knownOn", Known));

    /// <summary>Rows of a statement of the report's own; <c>@fund</c>, <c>@asOf</c> and <c>@knownOn</c> are given.</summary>
    public Task<List<T>> Counting<T>(string sql, Func<NpgsqlDataReader, T> row, params (string Name, object? Value)[] more) =>
        Read(sql, row, [("fund", fund.Id), ("asOf", Through), ("knownOn", Known), .. more]);

    async Task<Sums> Sums(string scope, string asOfSql)
    {
        if (!isPresent)
            return new(await Read(asOfSql, Summed, ("fund", fund.Id), ("asOf", Through), ("knownOn", Known)));
        var kept = await Read(SumsSql.Kept, row => Rows.State<LedgerBalance>(row.GetString(0)), ("fund", fund.Id), ("scope", scope));
        return new([.. kept.SelectMany(Sum.Of)]);
    }

    Task<List<T>> States<T>(string sql)
        where T : Journal.State => Read(sql, row => Rows.State<T>(row.GetString(0)), ("fund", fund.Id));

    Task<List<T>> Read<T>(string sql, Func<NpgsqlDataReader, T> row, params (string Name, object? Value)[] parameters) =>
        connection.Read(sql, row, aborted, parameters);

    static Sum Summed(NpgsqlDataReader row) => new(
        row.GetString(0), row.GetString(1), row.Text(2), row.Text(3), row.GetBoolean(4), row.Text(5), row.GetInt32(6),
        row.GetDecimal(7), row.GetDecimal(8), row.GetInt64(9));
}

/// <summary>What of a pledge's certificates is due on a day.</summary>
sealed record Due(string PledgeId, DateOnly On, decimal Amount);
