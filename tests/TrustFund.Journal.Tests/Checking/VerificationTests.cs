using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Checking;

public sealed class VerificationTests(Servers servers)
{
    [Fact]
    public async Task Sound_books_are_proved()
    {
        var (database, writer) = await Kept();
        await using var _ = writer;

        var report = await writer.Verify();

        Assert.Empty(report.Findings);
        Assert.True(report.Proved);
        Assert.Equal(("pledges", 5L), (report.Source, report.Head));
        Assert.Equal([new("account", 2, 0), new("closed_periods", 0, 0), new("imported_files", 0, 0), new("late_bookings", 0, 0)], report.Tables);
        Assert.Equal(5, await database.CountEntries());
    }

    [Theory]
    [InlineData(
        "update journal.entry set body = convert_to(replace(convert_from(body, 'UTF8'), '\"20.00\"', '\"90.00\"'), 'UTF8') where sequence = 2",
        "pledges:2 is not what it was when it was recorded: its hash differs.",
        "pledges:3 names another predecessor than pledges:2.",
        "account 'F' is ")]
    [InlineData(
        "update journal.entry set body = 'no longer JSON' where sequence = 4",
        "pledges:4 is not what it was when it was recorded: its hash differs.",
        "pledges:4 cannot be read.",
        "pledges:5 names another predecessor than pledges:4.",
        "account 'G' is ")]
    [InlineData(
        "delete from journal.entry where sequence = 2",
        "pledges:3 follows 1: the sequence has a gap.",
        "pledges:3 names another predecessor than pledges:1.",
        "account 'F' is ")]
    [InlineData(
        "delete from journal.entry where sequence = 5",
        "pledges: the head stands at 5, the last entry is 4.",
        "account 'F' is ")]
    [InlineData(
        "update journal.head set hash = decode(repeat('ab', 32), 'hex')",
        "pledges: the head stands at 5, with another hash than that entry has.")]
    [InlineData(
        "update account set paid = paid - 0.01 where id = 'F'",
        "account 'F' is ")]
    [InlineData(
        "update account set version = version + 1 where id = 'F'",
        "account 'F' is ")]
    [InlineData(
        "delete from account where id = 'G'",
        "account 'G' is missing; the journals come to ")]
    [InlineData(
        "insert into account values ('H', 1, 1000000, 0, 'EUR', null, '{}')",
        "account 'H' is ")]
    public async Task What_was_tampered_with_is_named(string tampering, params string[] findings)
    {
        var (database, writer) = await Kept();
        await using var _ = writer;
        await database.Tamper(tampering);

        var report = await writer.Verify();

        Assert.False(report.Proved);
        Assert.Equal(findings.Length, report.Findings.Count);
        Assert.All(findings.Zip(report.Findings), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forged_entry_at_the_end_is_named_though_its_own_hash_is_right()
    {
        var (database, writer) = await Kept();
        await using var _ = writer;
        await database.Tamper("""
            insert into journal.entry select 6, recorded_at, type, routing_key, fund, subject, actor, value_date, trace_parent, sha256(forged), forged
            from journal.entry, lateral (select convert_to(replace(convert_from(body, 'UTF8'), '"sequence":"5"', '"sequence":"6"'), 'UTF8') as forged) f where sequence = 5
            """);

        var report = await writer.Verify();

        Assert.Contains("pledges:6 names another predecessor than pledges:5.", report.Findings);
        Assert.Contains("pledges: the head stands at 5, the last entry is 6.", report.Findings);
    }

    async Task<(TestDatabase, Writer)> Kept()
    {
        var database = await servers.NewDatabase();
        var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "first", "SE"));
        await writer.Record(new Receive("F", 20.00m, "second", "AT"));
        await writer.Record(new Pay("F", 12.5m, "payment"));
        await writer.Record(new Receive("G", 1m, "third"));
        await writer.Record(new Pay("F", 0.50m, "payment"));
        return (database, writer);
    }
}
