using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using TrustFund.Audit.Reports;
using TrustFund.Audit.Tests.Given;
using TrustFund.Audit.Tests.Ledger;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Reports;

/// <summary>Reports out of a real database: kept balances for today, the ledger's lines for any other day.</summary>
public sealed class ReportSqlTests(Database database) : IAsyncLifetime
{
    static readonly DateTimeOffset Morning = new(2018, 1, 15, 9, 0, 0, TimeSpan.Zero);
    static readonly SemaphoreSlim Once = new(1, 1);
    static HeardBooks? written;

    readonly FakeTimeProvider clock = new(new(2018, 10, 16, 12, 0, 0, TimeSpan.Zero));
    HeardBooks books = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await Once.WaitAsync(Cancel);
        try
        {
            if (written is null)
            {
                written = Given();
                await database.Write(written);
            }
            books = written;
        }
        finally
        {
            Once.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Every_report_of_today_is_the_same_from_balances_and_from_lines()
    {
        Func<ReportSession, Task<IReport>>[] reports =
        [
            async session => await ReadStateOfPlay.Make(session, StateOfPlayBy.Window),
            async session => await ReadStateOfPlay.Make(session, StateOfPlayBy.Year),
            async session => await ReadStateOfPlay.Make(session, StateOfPlayBy.Country),
            async session => await ReadStateOfPlay.Make(session, StateOfPlayBy.Theme),
            async session => await ReadStateOfPlay.Make(session, StateOfPlayBy.Partner),
            async session => await ReadDonorStatement.Make(session),
            async session => await ReadOpenCommitments.MakeRal(session),
            async session => RacReport.Of(session.Header, await session.OfActions(), await session.ActionFacts()),
            async session => ExpiringContractsReport.Of(await ReadOpenCommitments.MakeRal(session), 90),
            async session => await ReadTrialBalance.Make(session),
            async session => await ReadSourcesAndUses.Make(session, Day(2018, 1, 1)),
            async session => await ReadAttribution.Make(session, null, null, null),
        ];
        foreach (var report in reports)
        {
            var kept = await Desk().Make(Fund, null, null, report, Cancel);
            var summed = await Desk().Make(Fund, Day(2018, 10, 16), clock.GetUtcNow(), report, Cancel);

            Assert.NotEmpty(kept!.ToTable().Rows);
            Assert.Equal(kept.ToTable().ToString(), summed!.ToTable().ToString());
            Assert.NotEmpty(JsonSerializer.Serialize(kept, kept.GetType(), JsonSerializerOptions.Web));
        }
    }

    [Fact]
    public async Task The_trial_balance_balances_in_money_and_in_memorandum()
    {
        var report = await Desk().Make(Fund, null, null, ReadTrialBalance.Make, Cancel);

        Assert.True(report!.Balances);
        Assert.Equal(2, report.Totals.Count);
        Assert.All(report.Totals, total => Assert.Equal(total.Debit, total.Credit));
    }

    [Fact]
    public async Task Decembers_receipt_seen_in_January_has_three_dates()
    {
        // Value date 28 December, booked on 15 January, recorded on 20 January.
        async Task<decimal> Cash(DateOnly? asOf, DateTimeOffset? knownOn) =>
            (await Desk().Make(Fund, asOf, knownOn, async session => await session.OfFund(), Cancel))!.Where(sum => sum.Window == null && sum.Flow == "receipts").Balance(Audit.Ledger.MoneyAccounts.Cash);

        Assert.Equal(0m, await Cash(Day(2017, 12, 31), null));
        Assert.Equal(77m, await Cash(Day(2018, 1, 15), null));
        Assert.Equal(0m, await Cash(Day(2018, 1, 15), new(2018, 1, 19, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(77m, await Cash(Day(2018, 1, 15), new(2018, 1, 21, 0, 0, 0, TimeSpan.Zero)));
    }

    [Fact]
    public async Task What_was_known_on_a_day_is_told_by_the_positions_of_that_day()
    {
        var report = await Desk().Make(Fund, null, Morning, ReadTrialBalance.Make, Cancel);

        Assert.Equal(
            [new SourceSequence("pledges", 3), new SourceSequence("contracts", 3), new SourceSequence("disbursements", 1), new SourceSequence("leverage", 0)],
            report!.Header.Positions);
        Assert.False(report.Header.Provisional);
    }

    [Fact]
    public async Task A_report_is_provisional_while_a_source_is_ahead_or_away()
    {
        var ahead = new Dictionary<string, long>(Heads()) { ["contracts"] = 99 };
        ahead.Remove("leverage");
        var report = await database.Desk(ahead, clock).Make(Fund, null, null, ReadTrialBalance.Make, Cancel);

        Assert.True(report!.Header.Provisional);
        Assert.Equal(
            [$"contracts is at 99, of which {books.Positions["contracts"]} are applied here.", "leverage does not answer: what it has recorded since is not known."],
            report.Header.Reasons);
        Assert.False((await Desk().Make(Fund, null, null, ReadTrialBalance.Make, Cancel))!.Header.Provisional);
    }

    [Fact]
    public async Task The_journal_of_a_contract_leads_to_who_and_to_the_trace()
    {
        var report = await Desk().Make(Fund, null, null, session => ReadJournalOfSubject.Make(session, "KONTRAKT", null), Cancel);

        Assert.Equal(["contracts:3", "contracts:3", "disbursements:1", "disbursements:1"], report!.Rows.Select(row => row.Position).Take(4));
        Assert.All(report.Rows, row => Assert.Equal(("fiona", true), (row.Actor, row.TraceParent!.StartsWith("00-", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_disbursement_leads_to_the_donors_whose_money_it_was()
    {
        var report = await Desk().Make(Fund, null, null, session => ReadAttribution.Make(session, "zahlung", null, null), Cancel);
        var germany = await Desk().Make(Fund, null, null, session => ReadAttribution.Make(session, null, "DE", null), Cancel);

        Assert.Equal([("DE", null, 33.34m), ("IT", null, 16.66m), ("PT", "SLC", 50m)], report!.Rows.Select(row => (row.Donor, row.Window, row.Amount.Amount)));
        Assert.Equal("100.00 EUR", report.Total.ToString());
        // What was paid back by the partner is nobody's payment any more.
        Assert.Equal([33.34m, -3.33m], germany!.Rows.Where(row => !row.Unallocated).Select(row => row.Amount.Amount));
        // A refund of what was held for it alone.
        Assert.Equal(("f", 10m), (Assert.Single(germany.Rows, row => row.Unallocated).DocumentId, germany.Rows[^1].Amount.Amount));
    }

    [Fact]
    public async Task A_refund_adds_up_with_what_had_waited_unallocated()
    {
        var report = await Desk().Make(Fund, null, null, session => ReadAttribution.Make(session, "rueckzahlung", null, null), Cancel);

        Assert.Equal(
            [("AT", "SLC", false, 6m), ("AT", null, true, 4m)],
            report!.Rows.Select(row => (row.Donor, row.Window, row.Unallocated, row.Amount.Amount)));
        Assert.Equal(10m, report.Total.Amount);
    }

    [Fact]
    public async Task Attributions_and_journals_come_in_pages_that_go_on_where_the_last_one_ended()
    {
        var whole = await Desk().Make(Fund, null, null, session => ReadAttribution.Make(session, "zahlung", null, null), Cancel);
        Assert.Equal(whole!.Rows, await Pages(async page => await Desk().Make(Fund, null, null, session => ReadAttribution.Make(session, "zahlung", null, page), Cancel) is { } part
            ? (part.Rows, part.Next, part.Total.Amount) : default));

        var sums = await Desk().Make(Fund, null, null, session => ReadAttribution.Make(session, null, null, null), Cancel);
        Assert.Equal(sums!.Rows, await Pages(async page => await Desk().Make(Fund, null, null, session => ReadAttribution.Make(session, null, null, page), Cancel) is { } part
            ? (part.Rows, part.Next, part.Total.Amount) : default));

        var lines = await Desk().Make(Fund, null, null, session => ReadJournalOfSubject.Make(session, "kontrakt", null), Cancel);
        Assert.Equal(6, lines!.Rows.Count);
        Assert.Equal(lines.Rows, await Pages(async page => await Desk().Make(Fund, null, null, session => ReadJournalOfSubject.Make(session, "kontrakt", page), Cancel) is { } part
            ? (part.Rows, part.Next, 0) : default));

        static async Task<List<T>> Pages<T>(Func<PageRequest, Task<(IReadOnlyList<T> Rows, string? Next, decimal Total)>> ask)
        {
            var (rows, page) = (new List<T>(), new PageRequest(2, null));
            var totals = new HashSet<decimal>();
            for (string? next = ""; next is not null;)
            {
                var part = await ask(page);
                Assert.InRange(part.Rows.Count, 1, 2);
                rows.AddRange(part.Rows);
                totals.Add(part.Total);
                next = part.Next;
                page = page with { After = next is null ? null : Encoding.UTF8.GetString(Base64Url.DecodeFromChars(next)) };
            }
            Assert.Single(totals);
            return rows;
        }
    }

    [Fact]
    public async Task A_contract_that_is_prolonged_after_its_end_expires_again()
    {
        var report = await Desk().Make(Fund, null, null, async session => ExpiringContractsReport.Of(await ReadOpenCommitments.MakeRal(session), 90), Cancel);

        Assert.Equal(
            [("kontrakt", "active", Day(2018, 12, 1)), ("verlaengert", "active", Day(2018, 12, 31)), ("ruht", "suspended", Day(2019, 1, 1))],
            report!.Rows.Select(row => (row.ContractId, row.Standing!, row.EndsOn!.Value)));
    }

    [Fact]
    public async Task There_is_no_report_of_a_fund_that_nobody_has_heard_of() =>
        Assert.Null(await Desk().Make("NOBODY", null, null, ReadTrialBalance.Make, Cancel));

    Dictionary<string, long> Heads() => Audit.Periods.Acknowledgements.Sources.ToDictionary(source => source, source => books.Positions.GetValueOrDefault(source));

    ReportDesk Desk() => database.Desk(Heads(), clock);

    static HeardBooks Given()
    {
        var books = new HeardBooks { Now = Morning }.Opened("SLC", "HOA");
        books.Hear(new Events.Contracts.V1.PartnerRegistered("IOM", "International Organization for Migration", null));
        books.Hear(Facts.Action("massnahme", "SLC", Eur(500)) with { Theme = "Return" });
        books.Hear(Facts.Contract("kontrakt", "massnahme", "SLC", Eur(300), new CountryShare("ML", 33.3m), new CountryShare("NE", 66.7m)) with { EndsOn = Day(2018, 12, 1) });
        books.Hear(Facts.Payment("zahlung", "kontrakt", "SLC", Eur(100), "interim", new("DE", null, Eur(33.34m)), new("IT", null, Eur(16.66m)), new("PT", "SLC", Eur(50))));
        books.Now = new(2018, 1, 20, 10, 0, 0, TimeSpan.Zero);
        books.Hear(Facts.Pledge("zusage", "DE", Eur(100)));
        books.Hear(Facts.Certificate("zusage", "DE", Eur(90)));
        books.Hear(Facts.Receipt("zusage", "DE", Eur(70), Eur(7)) with { ReceivedOn = Day(2017, 12, 28) }, bookedOn: Day(2018, 1, 15));
        books.Hear(new RecoveryCashed(Fund, "order", "kontrakt", "IOM", "SLC", Eur(10), Day(2018, 2, 1), "bank", [new("DE", null, Eur(3.33m)), new("IT", null, Eur(1.67m)), new("PT", "SLC", Eur(5))]));
        books.Hear(new RefundExecuted(Fund, "rueckzahlung", "zusage", "AT", Eur(10), Day(2018, 2, 2), "bank", [new("AT", "SLC", Eur(6))]));
        foreach (var (id, ends) in new[] { ("verlaengert", Day(2018, 12, 31)), ("ruht", Day(2019, 1, 1)) })
        {
            books.Hear(Facts.Contract(id, "massnahme", "SLC", Eur(1)) with { EndsOn = Day(2018, 3, 31) });
            if (id == "ruht") books.Hear(new Events.Contracts.V1.ContractSuspended(Fund, id, Day(2018, 3, 1), "coup"));
            books.Hear(new Events.Contracts.V1.ContractEnded(Fund, id, Day(2018, 3, 31)));
            books.Hear(new Events.Contracts.V1.ContractAmended(Fund, "massnahme", id, $"addendum {id}", "SLC", Eur(0), Day(2018, 4, 15), "more time", EndsOn: ends));
        }
        books.Hear(Facts.Contract("vorbei", "massnahme", "SLC", Eur(1)) with { EndsOn = Day(2018, 12, 15) });
        books.Hear(new Events.Contracts.V1.ContractEnded(Fund, "vorbei", Day(2018, 3, 31)));
        books.Hear(new Events.Contracts.V1.ContractAmended(Fund, "massnahme", "vorbei", "addendum", "SLC", Eur(0), Day(2018, 4, 15), "title", Title: "Over"));
        foreach (var row in PostingTests.Postings.Where(row => row.Data.Item2 is not ContributionReceived and not ReceiptReversed))
            books.Hear(row.Data.Item2);
        return books;
    }
}
