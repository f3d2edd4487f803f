using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Npgsql;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests.Faults;

/// <summary>What is done to a platform under load, each with its own end: when it returns, the part harmed is back.</summary>
sealed class Harm(Given.Platform platform, Load load, Random random)
{
    const int Commands = 40;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public IReadOnlyDictionary<string, Func<Task>> All => new Dictionary<string, Func<Task>>
    {
        ["a replica is killed"] = KillReplica,
        ["a replica is stopped for longer than it may hold the head"] = StopReplica,
        ["PostgreSQL is killed"] = KillPostgres,
        ["RabbitMQ is killed"] = KillBroker,
        ["a queue is deleted"] = DeleteQueue,
        ["Contracts is down"] = TakeContractsDown,
    };

    async Task KillReplica()
    {
        var replica = platform.Second(Written());
        await replica.KillAsync();
        await load.GoesOn(Commands);
        await replica.WaitHealthyAsync(Cancel);
    }

    /// <summary>SIGSTOP, at a moment when it holds the head if such a moment can be caught; then SIGCONT, and it finds its transaction ended.</summary>
    async Task StopReplica()
    {
        var service = Written();
        var replica = platform.Second(service);
        await replica.PauseAsync();
        for (var attempt = 0; attempt < 20 && !await HoldsHead(service); attempt++)
        {
            replica.Resume();
            await load.GoesOn(random.Next(1, 4));
            await replica.PauseAsync();
        }

        var (stopped, held) = (Stopwatch.GetTimestamp(), await HoldsHead(service));
        TestContext.Current.TestOutputHelper?.WriteLine($"{service} was stopped {(held ? "holding" : "without")} the head");
        await load.GoesOn(Commands);
        await Until.Holds("it was stopped for longer than a transaction may idle", () => Task.FromResult(Stopwatch.GetElapsedTime(stopped) > TimeSpan.FromSeconds(12)));
        await load.GoesOn(Commands);
        Assert.False(await HoldsHead(service));
        replica.Resume();
        await load.GoesOn(Commands);
    }

    async Task KillPostgres()
    {
        await platform.App.KillAsync("postgres");
        await platform.App.WaitHealthyAsync("postgres", Cancel);
        await load.GoesOn(Commands);
    }

    async Task KillBroker()
    {
        await platform.App.KillAsync("messaging");
        await load.GoesOn(Commands);
        await platform.App.WaitHealthyAsync("messaging", Cancel);
        await load.GoesOn(Commands);
    }

    /// <summary>Returns when it is consumed again: a broker killed in the second in which it makes a queue cannot start that queue any more.</summary>
    async Task DeleteQueue()
    {
        const string Queue = "disbursements.pledges";
        var administrator = new Uri(platform.App.GetConnectionString("messaging")).UserInfo;
        using var http = new HttpClient { BaseAddress = platform.App.GetEndpoint("messaging", "management") };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(administrator))));
        var address = new Uri($"/api/queues/%2F/{Queue}", UriKind.Relative);
        using var answer = await http.DeleteAsync(address, Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"The queue was not deleted: {answer.StatusCode}");
        await load.GoesOn(Commands);
        await Until.Holds("the queue is consumed again", async () =>
        {
            using var asked = await http.GetAsync(address, Cancel);
            return asked.IsSuccessStatusCode
                && JsonDocument.Parse(await asked.Content.ReadAsStringAsync(Cancel)).RootElement.TryGetProperty("consumers", out var consumers) && consumers.GetInt32() > 0;
        });
    }

    async Task TakeContractsDown()
    {
        await Task.WhenAll(platform.App.StopResourceAsync("contracts"), platform.Second("contracts").StopAsync());
        await load.GoesOn(2 * Commands);
        await Task.WhenAll(platform.App.StartResourceAsync("contracts", Cancel), platform.Second("contracts").StartAsync(Cancel));
    }

    /// <summary>One of the services that the load writes to.</summary>
    string Written() => random.Next(2) == 0 ? "pledges" : "disbursements";

    async Task<bool> HoldsHead(string service)
    {
        const string Idle = """
            select count(*) from pg_stat_activity
            where datname = $1 and state = 'idle in transaction' and clock_timestamp() - state_change > interval '200 milliseconds'
            """;
        for (var look = 0; look < 4; look++)
        {
            await using var source = NpgsqlDataSource.Create(platform.App.GetConnectionString("postgres"));
            await using var command = source.CreateCommand(Idle);
            command.Parameters.AddWithValue(service);
            if ((long)(await command.ExecuteScalarAsync(Cancel))! > 0)
                return true;
            await Task.Delay(TimeSpan.FromMilliseconds(80), Cancel);
        }
        return false;
    }
}
