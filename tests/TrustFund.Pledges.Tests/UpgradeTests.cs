using System.Text.Json;
using Npgsql;
using TrustFund.AppHost.Local;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Bank;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Tests;

/// <summary>A database of an earlier version gets the rows that its journal would have made.</summary>
public sealed class UpgradeTests
{
    readonly Given given = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_pledged_what_is_as_the_journal_tells_it()
    {
        // Two donors of one name, letters beyond ASCII, a donor of two funds, and one with more pledges than are kept.
        given.Service.Accept(new RegisterDonor("CI", "Côte d\u2019Ivoire", DonorKind.Other, "CI"));
        given.Service.Accept(new RegisterDonor("ALSO", "CÔTE D\u2019IVOIRE", DonorKind.Other, null));
        given.Service.Accept(new RegisterDonor("ODD", "Ægir & Straße ÿ÷ı \u017f", DonorKind.Other, null));
        given.Service.Accept(new EstablishFund("EIP", "External Investment Plan", Currency.Euro, 0, null, new(2017, 9, 28), null));
        given.Service.Accept(new OpenWindow("EIP", "ÉNERGIE", "Énergie"));
        given.Service.Accept(new OpenWindow("EIP", "E-2", " énergie "));
        for (var i = 0; i <= DonorPledges.Kept; i++)
        {
            given.Pledged(1);
            given.Service.Accept(new RegisterDonor($"Z-{100 - i}", "Atlantis", DonorKind.Other, null));
        }
        given.Pledged(2, donor: "IT");
        given.Service.Accept(Given.Announce("z-first", 3, "IT") with { Fund = "EIP", AnnouncedOn = new(2018, 1, 1) });
        given.Service.Accept(Given.Announce("a-later", 4, "IT") with { Fund = "EIP", AnnouncedOn = new(2018, 1, 1) });

        await using var server = await PostgresServer.StartAsync(cancellation: Cancel);
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await Execute(source, "create role pledges_app");
        foreach (var script in Scripts(typeof(Command)).Concat(Scripts(typeof(PledgesEvolution)).Where(script => !script.Name.StartsWith("0003", StringComparison.Ordinal))))
            await Execute(source, script.Sql);
        await WriteJournal(source);

        await Execute(source, Scripts(typeof(PledgesEvolution)).Single(script => script.Name == "0003_who_pledged").Sql);

        await AssertSame<DonorName>(source, "donor_names", 7);
        await AssertSame<DonorPledges>(source, "donor_pledges", 3);
        await AssertSame<WindowName>(source, "window_names", 4);
    }

    /// <summary>What came back before this was kept stands in the journal of Disbursements, which is heard once more: refunds stay as they are.</summary>
    [Fact]
    public async Task What_came_back_is_heard_from_the_beginning_and_nothing_is_decided_again()
    {
        var pledge = given.Pledged(100, certified: 80, received: 100);
        Ask("paid", 10);
        IFundEvent[] refunds =
        [
            new RefundCashGranted(Given.Fund, "paid", pledge, Given.Euros(10)),
            new RefundExecuted(Given.Fund, "paid", pledge, "DE", Given.Euros(10), Given.Day, "OUT-1", []),
            new RefundReversed(Given.Fund, "paid", pledge, "DE", Given.Euros(10), Given.Day, "The account was closed.", "RET-1"),
            new RefundCashRefused(Given.Fund, "refused", pledge, Given.Euros(5), Given.Euros(0), "There is no cash."),
        ];
        // One refund of a pledge at a time: the second is asked for once the first is done.
        foreach (var fact in refunds)
        {
            if (fact is RefundCashRefused)
                Ask("refused", 5);
            given.Service.Follow("disbursements", fact);
        }

        await using var server = await PostgresServer.StartAsync(cancellation: Cancel);
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await Execute(source, "create role pledges_app");
        foreach (var script in Scripts(typeof(Command)).Concat(Scripts(typeof(PledgesEvolution)).Where(script => script.Name != "0005_money_back")))
            await Execute(source, script.Sql);
        await Execute(
            source,
            """
            insert into refund_cash (id, version, fund, currency, amount) values ('paid', 1, 'EUTF-AFRICA', 'EUR', 10);
            insert into journal.followed (source, sequence, hash) values
                ('disbursements', 9, decode(repeat('11', 32), 'hex')), ('contracts', 7, decode(repeat('22', 32), 'hex'));
            insert into journal.unapplied (source, sequence, type, reason, body, recorded_at, replayed_at) values
                ('disbursements', 3, 'odd', 'odd', '', now(), null), ('disbursements', 4, 'odd', 'odd', '', now(), now()), ('contracts', 5, 'odd', 'odd', '', now(), null)
            """);

        await Execute(source, Scripts(typeof(PledgesEvolution)).Single(script => script.Name == "0005_money_back").Sql);

        Assert.Equal(["contracts:7"], await Read(source, "select source || ':' || sequence from journal.followed"));
        Assert.Equal(["contracts:5", "disbursements:4"], await Read(source, "select source || ':' || sequence from journal.unapplied order by 1"));
        Assert.Empty(await Read(source, "select id from refund_cash"));
        await AssertSame<MoneyBack>(source, "money_back", 0);
        await AssertSame<RecoveryReceipt>(source, "recovery_receipts", 0);

        var before = given.Service.All.Where(state => state is not RefundCash).ToHashSet();
        foreach (var fact in refunds)
            Assert.Empty(given.Service.Follow("disbursements", fact));
        Assert.True(before.SetEquals(given.Service.All.Where(state => state is not RefundCash)), "What is heard again changed a row.");
        given.Service.Follow("disbursements", new RecoveryCashed(Given.Fund, "order", "contract", "IOM", null, Given.Euros(60), Given.Day, "BACK-1", [], "x1"));
        Check.Refuses(given, Given.Receive(pledge, 60, "BACK-1"), 409, "bank-reference-already-booked", "bankReference");

        void Ask(string refund, decimal amount) => given.Service.Accept(new RequestRefund(Given.Fund, pledge, refund, Given.Euros(amount), null, Given.Day, "The donor paid too much."));
    }

    async Task AssertSame<T>(NpgsqlDataSource source, string table, int rows)
        where T : State
    {
        await using var command = source.CreateCommand($"select row_to_json(t)::text from {table} t order by id collate \"C\"");
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var kept = new List<string>();
        while (await reader.ReadAsync(Cancel))
            kept.Add(Text(StateJson.Read<T>(reader.GetString(0))));
        Assert.Equal(given.Service.All.OfType<T>().OrderBy(state => state.Id, StringComparer.Ordinal).Select(Text), kept);
        Assert.Equal(rows, kept.Count);
    }

    static string Text<T>(T state) => JsonSerializer.Serialize(state, StateJson.Options);

    async Task WriteJournal(NpgsqlDataSource source)
    {
        foreach (var entry in given.Service.Journal)
        {
            await Execute(
                source,
                """
                insert into journal.entry (sequence, recorded_at, type, routing_key, fund, subject, actor, value_date, hash, body)
                values ($1, $2, $3, '', $4, $5, 'fiona', null, decode(repeat('00', 32), 'hex'), $6)
                """,
                entry.Sequence, entry.At, Events.EventTypes.NameOf(entry.Event.GetType()), entry.Event.Fund, entry.Event.Subject,
                JsonSerializer.SerializeToUtf8Bytes(new { Data = JsonSerializer.SerializeToElement(entry.Event, entry.Event.GetType(), Events.EventJson.Options) }, JsonSerializerOptions.Web));
        }
    }

    static async Task Execute(NpgsqlDataSource source, string sql, params object[] parameters)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    static async Task<List<string>> Read(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel))
            rows.Add(reader.GetString(0));
        return rows;
    }

    static IEnumerable<(string Name, string Sql)> Scripts(Type of) => of.Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
        .Select(name =>
        {
            using var reader = new StreamReader(of.Assembly.GetManifestResourceStream(name)!);
            return (name.Split('.')[^2], reader.ReadToEnd().Replace("$app$", "pledges_app", StringComparison.Ordinal));
        })
        .OrderBy(script => script.Item1, StringComparer.Ordinal);
}
