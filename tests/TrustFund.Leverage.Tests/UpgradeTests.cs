using TrustFund.Journal;

namespace TrustFund.Leverage.Tests;

/// <summary>A database of the first version gets the history of what was recorded before.</summary>
public sealed class UpgradeTests(Database database)
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_recorded_before_has_its_history_and_what_was_followed_is_heard_again()
    {
        var service = Solar.After(Eip.Of2017);
        service.Accept(Eip.Target with { Amount = Money.Euros(50_000_000_000m), SetOn = new(2018, 6, 1) });
        await using var source = await database.Create("old", "0001_leverage");
        await Database.WriteJournal(source, service);
        await Database.Execute(source, """
            insert into fund_inputs values ('EIP', 3, 'External Investment Plan', 'EUR', '2017-09-28', 4100000000);
            insert into window_inputs values ('EIP/BLENDING', 2, 'EIP', 'BLENDING', 'Blending', 2600000000);
            insert into instruments values ('EIP/BLENDING', 1, 'EIP', 'BLENDING', 'Blending facilities', 'blending', 'BLENDING', 100, '2017-09-28'),
                ('EIP/GUARANTEE', 1, 'EIP', 'GUARANTEE', 'EFSD guarantee', 'guarantee', 'GUARANTEE', 50, '2017-09-28');
            insert into operations values ('op-2017', 1, 'EIP', 'Blended operations of 2017', '["BLENDING"]', 'EUR', 9600000000, '2017-12-31', null);
            insert into journal.followed values ('pledges', 5, decode(repeat('00', 32), 'hex')), ('audit', 1, decode(repeat('00', 32), 'hex'))
            """);

        await Database.Migrate(source, "0002_mobilisation");

        await AssertSame<Instrument>("instruments");
        await AssertSame<FigureEntry>("figure_entries");
        await AssertSame<InstrumentEntry>("instrument_entries");
        await AssertSame<TargetEntry>("target_entries");
        await AssertSame<MobilisedTotal>("mobilised_totals");
        Assert.Equal(["audit"], await Read("select source from journal.followed"));
        Assert.Empty(await Read("select id from fund_inputs union all select id from window_inputs"));

        async Task AssertSame<T>(string table)
            where T : State => Assert.Equal(
                service.All.OfType<T>().OrderBy(state => state.Id, StringComparer.Ordinal),
                (await Read($"select row_to_json(t)::text from {table} t order by id collate \"C\"")).Select(StateJson.Read<T>));

        async Task<List<string>> Read(string sql)
        {
            await using var command = source.CreateCommand(sql);
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            var rows = new List<string>();
            while (await reader.ReadAsync(Cancel))
                rows.Add(reader.GetString(0));
            return rows;
        }
    }
}
