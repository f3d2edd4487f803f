using System.Net;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests;

/// <summary>A server is killed while people record. They repeat, with the same key, what got no answer.</summary>
[Collection(InTurn.Name)]
public sealed class ServerLossTests(Servers servers)
{
    const int People = 6;
    const int Each = 50;

    [Fact]
    public async Task PostgreSQL_killed_under_load_loses_nothing_and_counts_nothing_twice()
    {
        // A server of its own: recovering the shared one would mean recovering every test's database.
        await using var databases = await Databases.Start(TestContext.Current.CancellationToken);
        await using var platform = await Platform.Prepare(servers, databases);
        var contracts = await platform.StartContracts();
        var pledges = await platform.StartPledges();

        var recording = Record(pledges);
        await Until.Holds("recording is well on its way", async () => await platform.ContractsDatabase.Cursor("pledges") > 30);
        await databases.Server.KillAsync();
        await databases.Server.StartAgainAsync(TestContext.Current.CancellationToken);

        await AssertAllThere(platform, pledges, contracts, await recording);
    }

    [Fact]
    public async Task RabbitMQ_killed_under_load_stops_nobody_and_everything_arrives()
    {
        await using var platform = await Platform.Prepare(servers);
        var contracts = await platform.StartContracts();
        var pledges = await platform.StartPledges();
        var broker = await servers.Broker();

        var recording = Record(pledges);
        await Until.Holds("recording is well on its way", async () => await platform.ContractsDatabase.Cursor("pledges") > 30);
        await broker.KillAsync();
        var acknowledged = await recording;
        await broker.StartAgainAsync(TestContext.Current.CancellationToken);

        await AssertAllThere(platform, pledges, contracts, acknowledged);
        await Until.Is(People * Each, () => platform.PledgesDatabase.Value<long>("select sequence from journal.relayed"));
        await using var wire = await Wire.Open(servers);
        var relayed = (await wire.Take("leverage.pledges", People * Each)).ConvertAll(message => CloudEvent.Read(message.Body).Sequence);
        Assert.Equal(Enumerable.Range(1, People * Each).Select(number => (long)number), relayed.Distinct());
        await Until.Holds("contracts consumes again", async () => await wire.Count("contracts.pledges") is { Messages: 0, Consumers: 1 });
    }

    [Fact]
    public async Task A_broker_that_hangs_stops_nobody_and_is_no_reason_to_call_the_service_unhealthy()
    {
        await using var platform = await Platform.Prepare(servers);
        var contracts = await platform.StartContracts();
        var pledges = await platform.StartPledges();
        var broker = await servers.Broker();
        await pledges.Receive("F", 2.00m, "before", AccountsEvolution.Matched);
        await Until.Is(1, () => platform.ContractsDatabase.Cursor("pledges"));

        await broker.PauseAsync();
        try
        {
            Assert.Equal(HttpStatusCode.Created, (await pledges.Receive("F", 2.00m, "meanwhile", AccountsEvolution.Matched)).Status);
            Assert.Equal(HealthStatus.Degraded, (await contracts.Health()).Status);
            // The feed does what the bus cannot.
            await Until.Is(2, () => platform.ContractsDatabase.Cursor("pledges"));
        }
        finally
        {
            broker.Resume();
        }

        await Until.Is(2, () => platform.PledgesDatabase.Value<long>("select sequence from journal.relayed"));
        await Until.Holds("everything is healthy again", async () => (await contracts.Health()).Status == HealthStatus.Healthy);
        Assert.Equal(2.00m, await platform.ContractsDatabase.Paid("F"));
    }

    /// <summary>Records until everything is acknowledged; gives the position of each.</summary>
    static async Task<List<string>> Record(Service pledges)
    {
        var positions = await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            var acknowledged = new List<string>();
            for (var number = 0; number < Each; number++)
                acknowledged.Add(await RecordUntilAnswered(pledges, $"receipt {person}.{number}"));
            return acknowledged;
        }));
        return [.. positions.SelectMany(position => position)];
    }

    static async Task<string> RecordUntilAnswered(Service pledges, string key)
    {
        var position = "";
        await Until.Holds($"{key} is recorded", async () =>
        {
            var answer = await pledges.Receive("F", 2.00m, key, AccountsEvolution.Matched);
            Assert.Contains(answer.Status, (HttpStatusCode[])[HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable]);
            position = answer.Header("TrustFund-Position");
            return answer.Status == HttpStatusCode.Created;
        });
        return position!;
    }

    static async Task AssertAllThere(Platform platform, Service pledges, Service contracts, List<string> acknowledged)
    {
        Assert.Equal(People * Each, acknowledged.Distinct().Count());
        Assert.Equal(People * Each, await platform.PledgesDatabase.CountEntries());
        Assert.Equal(People * Each * 2.00m, await platform.PledgesDatabase.Received("F"));
        await Until.Is(People * Each, () => platform.ContractsDatabase.Cursor("pledges"));
        await Until.Is(People * Each * 2.00m, () => platform.ContractsDatabase.Received("F"));
        Assert.Equal(People * Each * 1.00m, await platform.ContractsDatabase.Paid("F"));
        Assert.Equal(People * Each, await platform.ContractsDatabase.CountEntries());
        Assert.Equal(0, await platform.ContractsDatabase.Value<long>("select count(*) from journal.unapplied"));
        Assert.Empty((await pledges.Verify()).Findings);
        Assert.Empty((await contracts.Verify()).Findings);
    }
}
