namespace TrustFund.Leverage.Tests;

/// <summary>A database of the first version gets the history of what was recorded before.</summary>
public sealed class UpgradeTests(Database database)
{
    [Fact]
    public async Task What_was_recorded_before_has_its_history_and_what_was_followed_is_heard_again()
    {
        var service = Solar.After(Eip.Of2017);
        service.Accept(Eip.Target with { Amount = Money.Euros(50_000_000_000m), SetOn = new(2018, 6, 1) });
        await using var old = await database.Create("0002_mobilisation");
        await old.WriteJournal(service);
        await old.Execute("""
            insert into fund_inputs values ('EIP', 3, 'External Investment Plan', 'EUR', '2017-09-28', 4100000000);
            insert into window_inputs values ('EIP/BLENDING', 2, 'EIP', 'BLENDING', 'Blending', 2600000000);
            insert into instruments values ('EIP/BLENDING', 1, 'EIP', 'BLENDING', 'Blending facilities', 'blending', 'BLENDING', 100, '2017-09-28'),
                ('EIP/GUARANTEE', 1, 'EIP', 'GUARANTEE', 'EFSD guarantee', 'guarantee', 'GUARANTEE', 50, '2017-09-28');
            insert into operations values ('op-2017', 1, 'EIP', 'Blended operations of 2017', '["BLENDING"]', 'EUR', 9600000000, '2017-12-31', null);
            insert into journal.followed values ('pledges', 5, decode(repeat('00', 32), 'hex')), ('audit', 1, decode(repeat('00', 32), 'hex'))
            """);

        await old.Upgrade();

        Assert.Empty(await old.Differences(service, "instruments", "figure_entries", "instrument_entries", "target_entries", "mobilised_totals"));
        Assert.Equal(["audit"], await old.Read("select source from journal.followed"));
        Assert.Empty(await old.Read("select id from fund_inputs union all select id from window_inputs"));
    }
}
