using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Relaying;

[Collection(InTurn.Name)]
public sealed class RelayTests(Servers servers)
{
    // Of pledges' followers, the one that runs in no test here: what is sent to it stays.
    const string Unread = "leverage.pledges";
    const string Read = "contracts.pledges";

    [Fact]
    public async Task What_is_on_the_queue_is_what_is_in_the_journal_in_the_same_order()
    {
        await using var platform = await Platform.Prepare(servers);
        var pledges = await platform.StartPledges();

        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => pledges.Receive($"F-{number % 3}", 1.00m, $"receipt {number}")));

        await Until.Is(60, () => platform.PledgesDatabase.Relayed());
        await using var wire = await Wire.Open(servers);
        var messages = await wire.Take(Unread, 60);
        var entries = await platform.PledgesDatabase.Entries();
        Assert.Equal(entries.ConvertAll(entry => entry.Body), messages.ConvertAll(message => message.Body.ToArray()));
        Assert.Equal(entries.ConvertAll(entry => entry.RoutingKey), messages.ConvertAll(message => message.RoutingKey));
        Assert.Equal("pledges.F-0.ContributionReceived", entries.Find(entry => CloudEvent.Read(entry.Body).Fact.Fund == "F-0")!.RoutingKey);
        Assert.Equal(Enumerable.Range(1, 60).Select(number => $"pledges:{number}"), messages.Select(message => message.BasicProperties.MessageId));
        Assert.All(messages, message => Assert.Equal(
            ("application/cloudevents+json", DeliveryModes.Persistent, "pledges.ContributionReceived.v1"),
            (message.BasicProperties.ContentType, message.BasicProperties.DeliveryMode, message.BasicProperties.Type)));
    }

    [Fact]
    public async Task What_is_relayed_twice_is_applied_once()
    {
        await using var platform = await Platform.Prepare(servers);
        var contracts = await platform.StartContracts();
        var pledges = await platform.StartPledges();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(number => pledges.Receive("F", 2.00m, $"receipt {number}", AccountsEvolution.Matched)));
        await Until.Is(30, () => platform.ContractsDatabase.Cursor("pledges"));
        await platform.Stop(pledges);

        await platform.PledgesDatabase.ExecuteAsApp("update journal.relayed set sequence = 0");
        pledges = await platform.StartPledges();
        await pledges.Receive("F", 2.00m, "one more");

        await Until.Is(31, () => platform.ContractsDatabase.Cursor("pledges"));
        await Until.Is(31, () => platform.PledgesDatabase.Relayed());
        await using var wire = await Wire.Open(servers);
        await Until.Is((0u, 1u), async () => (await wire.Count(Read))!.Value);
        Assert.Equal(61, (await wire.Take(Unread, 61)).Count);
        Assert.Equal(62.00m, await platform.ContractsDatabase.Received("F"));
        Assert.Equal(30.00m, await platform.ContractsDatabase.Paid("F"));
        Assert.Equal(30, await platform.ContractsDatabase.CountEntries());
        Assert.True((await contracts.Verify()).Proved);
    }

    [Theory]
    [InlineData(Read)]
    [InlineData(Read, Unread, "disbursements.pledges")]
    public async Task Queues_deleted_behind_its_back_are_declared_again_and_nothing_is_lost(params string[] queues)
    {
        await using var platform = await Platform.Prepare(servers);
        var contracts = await platform.StartContracts();
        var pledges = await platform.StartPledges();
        await pledges.Receive("F", 1.00m, "before");
        await Until.Is(1, () => platform.ContractsDatabase.Cursor("pledges"));
        await using var wire = await Wire.Open(servers);

        foreach (var queue in queues)
            await wire.Delete(queue);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => pledges.Receive("F", 1.00m, $"after {number}")));

        await Until.Is(21, () => platform.ContractsDatabase.Cursor("pledges"));
        await Until.Is((0u, 1u), async () => await wire.Count(Read) ?? default);
        await Until.Holds("every queue is there again", async () => (await Task.WhenAll(queues.Select(wire.Count))).All(found => found is not null));
        await Until.Is(21, () => platform.PledgesDatabase.Relayed());
        await wire.Take(Unread, 0);
        await pledges.Receive("F", 1.00m, "at last");
        Assert.Equal("pledges:22", (await wire.Take(Unread, 1))[^1].BasicProperties.MessageId);
        await Until.Is(22, () => platform.ContractsDatabase.Cursor("pledges"));
        Assert.Equal(22.00m, await platform.ContractsDatabase.Received("F"));
        Assert.True((await contracts.Verify()).Proved);
    }

    [Fact]
    public async Task How_far_it_is_behind_shows_in_health()
    {
        await using var platform = await Platform.Prepare(servers);
        var pledges = await platform.StartPledgesWithoutBroker(new AnHourAgo());
        Assert.Equal(HealthStatus.Healthy, (await pledges.Health()).Entries["relay"].Status);

        await pledges.Receive("F", 1.00m, "first");
        await pledges.Receive("F", 1.00m, "second");

        var health = await pledges.Health();
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Matches("^Behind: 2 entries are not sent, the oldest for 36[0-9][0-9] s.$", health.Entries["relay"].Description);
        Assert.Equal(HealthStatus.Healthy, health.Entries["database"].Status);
    }

    [Fact]
    public async Task When_the_relaying_replica_ends_another_takes_its_turn()
    {
        await using var platform = await Platform.Prepare(servers);
        var one = await platform.StartPledges();
        await one.Receive("F", 1.00m, "first");
        await Until.Is(1, () => platform.PledgesDatabase.Relayed());
        var other = await platform.StartPledges();

        await other.Receive("F", 1.00m, "second");
        await Until.Is(2, () => platform.PledgesDatabase.Relayed());
        await platform.Stop(one);
        await other.Receive("F", 1.00m, "third");

        await Until.Is(3, () => platform.PledgesDatabase.Relayed());
        await using var wire = await Wire.Open(servers);
        Assert.Equal(["pledges:1", "pledges:2", "pledges:3"], (await wire.Take(Unread, 3)).Select(message => message.BasicProperties.MessageId));
    }


    /// <summary>Its timers run as usual; only what it calls now is an hour ago.</summary>
    sealed class AnHourAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(-1);
    }
}
