using Microsoft.Extensions.Time.Testing;
using Npgsql;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal.Reporting;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Reporting;

/// <summary>What a journal held at a moment is found in it, whatever its length.</summary>
public sealed class JournalPrefixTests(Servers servers)
{
    static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_position_of_a_moment_is_the_last_entry_recorded_by_then()
    {
        var database = await servers.NewDatabase();
        await using var source = NpgsqlDataSource.Create(database.App);
        await using var connection = await source.OpenConnectionAsync(Cancel);
        Assert.Equal((0L, 0L), (await JournalPrefix.Position(connection, null, Cancel), await JournalPrefix.Position(connection, Noon, Cancel)));

        var clock = new FakeTimeProvider(Noon) { AutoAdvanceAmount = TimeSpan.Zero };
        await using (var writer = await Writer.Open(database, clock))
        {
            // Entries 1 and 2 at noon, 3 and 4 a minute later, and so on.
            for (var entry = 0; entry < 13; entry++)
            {
                await writer.Record(new Receive("F", 1.00m, $"receipt {entry}"));
                if (entry % 2 == 1) clock.Advance(TimeSpan.FromMinutes(1));
            }
        }

        await JournalPrefix.Await(connection, Cancel);
        var found = new List<long>();
        for (var minute = -1; minute <= 7; minute++)
            found.Add(await JournalPrefix.Position(connection, Noon.AddMinutes(minute), Cancel));
        Assert.Equal([0, 2, 4, 6, 8, 10, 12, 13, 13], found);
        Assert.Equal(2, await JournalPrefix.Position(connection, Noon.AddSeconds(59), Cancel));
        Assert.Equal(13, await JournalPrefix.Position(connection, null, Cancel));
    }

    [Fact]
    public async Task Entries_are_those_of_the_subjects_of_one_fund_in_their_order()
    {
        var database = await servers.NewDatabase();
        await using (var writer = await Writer.Open(database))
        {
            await writer.Record(new Receive("F", 10.00m, "first"), bookedOn: new(2026, 4, 1));
            await writer.Record(new Receive("G", 10.00m, "of another fund"));
            await writer.Record(new Pay("F", 1.00m, "of another subject"));
            await writer.Record(new Receive("F", 2.00m, "second"));
            await writer.Record(new Receive("F", 3.00m, "later"));
        }
        await using var source = NpgsqlDataSource.Create(database.App);
        await using var connection = await source.OpenConnectionAsync(Cancel);

        var entries = await JournalPrefix.Entries(connection, "F", ["PLEDGE", "unknown"], 4, Cancel);

        Assert.Equal([(1L, "first"), (4L, "second")], entries.Select(entry => (entry.Sequence, ((ContributionReceived)entry.Event).ReceiptId)));
        Assert.Equal([new DateOnly(2026, 4, 1), new DateOnly(2026, 3, 2)], entries.Select(entry => entry.BookedOn));
    }
}
