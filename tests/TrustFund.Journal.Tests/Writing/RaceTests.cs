using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Writing;

public sealed class RaceTests(Servers servers)
{
    [Fact]
    public async Task Of_64_callers_at_two_writers_racing_for_40_euro_exactly_40_are_paid()
    {
        var database = await servers.NewDatabase();
        await using var one = await Writer.Open(database);
        await using var other = await Writer.Open(database);
        await one.Record(new Receive("F", 40.00m, "receipt"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(
            () => (caller % 2 == 0 ? one : other).Record(new Pay("F", 1.00m, $"payment {caller}"), key: $"key {caller}"))));

        Assert.Equal(40, outcomes.Count(outcome => outcome.Answer is not null));
        Assert.Equal(24, outcomes.Count(outcome => outcome.Refusal?.Code == "insufficient-funds"));
        Assert.Equal(40.00m, await database.Paid("F"));
        Assert.Equal(41, await database.CountEntries());
        Assert.Equal(41, await database.Value<long>("select max(sequence) from journal.entry"));
        Assert.True((await one.Verify()).Proved);
    }

    [Fact]
    public async Task The_last_euro_goes_to_exactly_one_of_64()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 1.00m, "receipt"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(caller => Task.Run(() => writer.Record(new Pay("F", 1.00m, $"payment {caller}")))));

        Assert.Single(outcomes, outcome => outcome.Answer is not null);
        Assert.Equal(63, outcomes.Count(outcome => outcome.Refusal?.Code == "insufficient-funds"));
        Assert.Equal(1.00m, await database.Paid("F"));
    }

    [Fact]
    public async Task What_waits_is_written_in_one_transaction()
    {
        var database = await servers.NewDatabase();
        await using var writer = new Writer(database.App);
        var waiting = Enumerable.Range(0, 64).Select(number => writer.Record(new Receive($"F-{number % 8}", 1.00m, $"receipt {number}"))).ToList();

        await writer.Start();
        await Task.WhenAll(waiting);

        Assert.Equal(64, await database.CountEntries());
        Assert.Equal(1, await database.CountClaimingTransactions());
        Assert.Equal(8.00m, await database.Received("F-0"));
    }

    [Fact]
    public async Task Callers_at_once_share_transactions()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => writer.Record(new Receive("F", 1.00m, $"receipt {number}"))));

        Assert.Equal(200.00m, await database.Received("F"));
        Assert.InRange(await database.CountClaimingTransactions(), 2, 100);
    }
}
