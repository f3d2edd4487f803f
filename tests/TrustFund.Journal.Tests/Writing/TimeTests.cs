using Microsoft.Extensions.Time.Testing;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Writing;

public sealed class TimeTests(Servers servers)
{
    static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Recorded_time_stands_still_while_the_clock_goes_back()
    {
        var database = await servers.NewDatabase();
        var clock = new FakeTimeProvider(Noon) { AutoAdvanceAmount = TimeSpan.Zero };
        await using (var writer = await Writer.Open(database, clock))
        {
            await writer.Record(new Receive("F", 1.00m, "at noon"));
            clock.AdjustTime(Noon.AddHours(-1));
            await writer.Record(new Receive("F", 1.00m, "an hour before"));
        }
        var otherReplica = new FakeTimeProvider(Noon.AddMinutes(-5));
        await using (var writer = await Writer.Open(database, otherReplica))
        {
            await writer.Record(new Receive("F", 1.00m, "five minutes before"));
            otherReplica.AdjustTime(Noon.AddTicks(123_456_789));
            await writer.Record(new Receive("F", 1.00m, "later"));
            Assert.True((await writer.Verify()).Proved);
        }

        var times = (await database.Entries()).ConvertAll(entry => CloudEvent.Read(entry.Body).Time);

        // PostgreSQL keeps microseconds, and what is on the wire is what is kept.
        Assert.Equal([Noon, Noon, Noon, Noon.AddTicks(123_456_780)], times);
        Assert.Equal(4, await database.Value<long>(
            "select count(*) from journal.entry where recorded_at = (convert_from(body, 'UTF8')::json ->> 'time')::timestamptz"));
    }
}
