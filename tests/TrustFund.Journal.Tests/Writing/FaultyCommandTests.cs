using Npgsql;
using TrustFund.Journal.Http;
using TrustFund.Journal.Tests.Given;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Tests.Writing;

public sealed class FaultyCommandTests(Servers servers)
{
    [Fact]
    public async Task A_command_that_throws_fails_alone()
    {
        var database = await servers.NewDatabase();
        await using var writer = new Writer(database.App);
        var before = writer.Record(new Receive("F", 1.00m, "before"));
        var faulty = writer.Record(new Stumble("F"), key: "faulty");
        var after = writer.Record(new Receive("F", 2.00m, "after"));

        await writer.Start();

        Assert.NotNull((await before).Answer);
        Assert.NotNull((await after).Answer);
        Assert.Equal("This rule has a defect.", (await Assert.ThrowsAsync<InvalidOperationException>(() => faulty)).Message);
        Assert.Equal(3.00m, await database.Received("F"));
        Assert.Equal(2, await database.CountEntries());
        Assert.Equal(0, await database.Value<long>("select count(*) from journal.claim where key = 'faulty'"));
        Assert.True((await writer.Verify()).Proved);
    }

    [Fact]
    public async Task What_the_database_refuses_fails_alone()
    {
        var database = await servers.NewDatabase();
        await database.Execute("alter table account add check (received < 1000)");
        await using var writer = new Writer(database.App);
        var before = writer.Record(new Receive("F", 1.00m, "before"));
        var tooMuch = writer.Record(new Receive("G", 1000.00m, "too much"));
        var after = writer.Record(new Receive("F", 2.00m, "after"));

        await writer.Start();

        await Task.WhenAll(before, after);
        Assert.Equal(PostgresErrorCodes.CheckViolation, (await Assert.ThrowsAsync<PostgresException>(() => tooMuch)).SqlState);
        Assert.Equal(3.00m, await database.Received("F"));
        Assert.Equal(2, await database.CountEntries());
    }

    [Fact]
    public async Task A_connection_that_is_killed_while_it_waits_for_the_head_only_delays()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        Task<Outcome> recording;
        await using (await HeldHead.Of(database))
        {
            recording = writer.Record(new Receive("F", 1.00m, "receipt"), key: "key");
            await Until.Is(1, () => HeldHead.KillWaiting(database));
        }

        Assert.NotNull((await recording).Answer);
        Assert.Equal(1, await database.CountEntries());
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_found_again_and_not_repeated()
    {
        var database = await servers.NewDatabase();
        await using var proxy = new LossyProxy(servers.Databases.Server.Port);
        var connection = new NpgsqlConnectionStringBuilder(database.App) { Port = proxy.Port };
        await using var writer = new Writer(connection.ConnectionString);
        await writer.Start();
        await writer.Record(new Receive("F", 1.00m, "first"));

        proxy.LoseNextCommit();
        var outcome = await writer.Record(new Receive("F", 2.00m, "second"));

        Assert.Equal(1, proxy.Lost);
        Assert.Equal("pledges:2", outcome.Answer?.Position);
        Assert.Equal(2, await database.CountEntries());
        Assert.Equal(3.00m, await database.Received("F"));
        Assert.True((await writer.Verify()).Proved);
    }

    [Fact]
    public async Task What_was_accepted_is_written_before_the_process_ends_and_what_comes_later_is_refused()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        List<Task<Outcome>> recording;
        Task stopping;
        await using (await HeldHead.Of(database))
        {
            recording = [.. Enumerable.Range(0, 300).Select(number => writer.Record(new Receive("F", 1.00m, $"receipt {number}")))];
            stopping = writer.Stop();
            Assert.False(stopping.IsCompleted);
        }
        await stopping;

        Assert.All(await Task.WhenAll(recording), outcome => Assert.NotNull(outcome.Answer));
        Assert.Equal(300.00m, await database.Received("F"));
        var late = new Receive("F", 1.00m, "late");
        Assert.Equal((503, "unavailable"), Code(await writer.Journal.Record(Writer.CallerOf(late, "late"), late)));
        Assert.Equal(300, await database.CountEntries());
    }

    static (int, string) Code(CommandResult<AccountView> result) => (result.Outcome.Refusal!.Status, result.Outcome.Refusal.Code);
}
