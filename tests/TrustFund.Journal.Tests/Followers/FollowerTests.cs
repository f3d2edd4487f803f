using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TrustFund.Journal.Relaying;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Followers;

/// <summary>Contracts follows pledges, while the test decides what the broker brings: duplicates, nothing, or nonsense.</summary>
[Collection(InTurn.Name)]
public sealed class FollowerTests(Servers servers) : IAsyncLifetime
{
    Platform platform = null!;
    Service pledges = null!;
    Wire wire = null!;

    public async ValueTask InitializeAsync()
    {
        platform = await Platform.Prepare(servers);
        pledges = await platform.StartPledgesWithoutBroker();
        wire = await Wire.Open(servers, "pledges");
    }

    public async ValueTask DisposeAsync()
    {
        await wire.DisposeAsync();
        await platform.DisposeAsync();
    }

    [Fact]
    public async Task Duplicates_and_disorder_change_nothing()
    {
        var entries = await Recorded(60);
        var random = new Random(20260302);
        var shuffled = entries.Concat(entries).Concat(entries).ToArray();
        random.Shuffle(shuffled);
        var contracts = await platform.StartContracts();

        await wire.Publish(shuffled);

        await AssertApplied(contracts, 60);
    }

    [Fact]
    public async Task What_the_broker_lost_is_read_from_the_feed_in_between_and_at_the_end()
    {
        var entries = await Recorded(60);
        var contracts = await platform.StartContracts();

        await wire.Publish(entries.Where(entry => entry.Sequence is 1 or 2 or 5 or 30));

        await AssertApplied(contracts, 60);
    }

    [Fact]
    public async Task History_from_before_the_queue_existed_is_read_from_the_feed()
    {
        var entries = await Recorded(700);
        var contracts = await platform.StartContracts();

        await wire.Publish([entries[^1]]);

        await AssertApplied(contracts, 700);
    }

    [Fact]
    public async Task Nonsense_on_the_queue_is_dropped_and_stops_nobody()
    {
        var entries = await Recorded(6);
        var contracts = await platform.StartContracts();
        var another = Encoding.UTF8.GetString(entries[3].Body).Replace("\"source\":\"pledges\"", "\"source\":\"contracts\"", StringComparison.Ordinal);
        foreach (var nonsense in (string[])["", "nonsense", "{}", "[]", "null", "7", "{\"source\":7}", "{\"source\":\"pledges\"", another, another[..200]])
            await wire.Publish("pledges.F.ContributionReceived", Encoding.UTF8.GetBytes(nonsense));
        await wire.Publish("pledges.F.ContributionReceived", new byte[] { 0xff, 0x00, 0xfe });
        await wire.Publish(entries.Take(2));
        foreach (var type in (string?[])[null, "text/plain", "application/vnd.masstransit+json", "no type;; at all", "image/png; q="])
            await wire.Publish(entries[2].RoutingKey, entries[2].Body, type);
        await wire.Publish(entries.Skip(3));

        await AssertApplied(contracts, 6);
        Assert.Equal(HealthStatus.Healthy, (await contracts.Health()).Entries["followers"].Status);
    }

    [Fact]
    public async Task A_message_that_its_source_never_recorded_is_dropped()
    {
        var entries = await Recorded(4);
        var contracts = await platform.StartContracts();
        await wire.Publish(entries.Take(2));
        await Until.Is(2, () => platform.ContractsDatabase.Cursor("pledges"));
        var unheardOf = Encoding.UTF8.GetString(entries[3].Body).Replace("\"sequence\":\"4\"", "\"sequence\":\"999\"", StringComparison.Ordinal);
        var forked = Encoding.UTF8.GetString(entries[2].Body).Replace("\"previoushash\":\"", "\"previoushash\":\"00", StringComparison.Ordinal);

        await wire.Publish(entries[3].RoutingKey, Encoding.UTF8.GetBytes(unheardOf));
        await wire.Publish(entries[2].RoutingKey, Encoding.UTF8.GetBytes(forked));
        await wire.Publish(entries.Skip(2));
        await pledges.Receive("F", 2.00m, "more", AccountsEvolution.Matched);

        await AssertApplied(contracts, 5);
    }

    [Fact]
    public async Task A_fact_that_cannot_be_applied_is_put_aside_and_replayed_exactly_once()
    {
        var entries = await Recorded(5);
        var contracts = await platform.StartContracts();
        contracts.Evolution.Fails = recorded => recorded is { Source: "pledges", Sequence: 3 };
        await wire.Publish(entries);
        await Until.Is(5, () => platform.ContractsDatabase.Cursor("pledges"));
        Assert.Equal(8.00m, await platform.ContractsDatabase.Received("F"));

        var listed = Assert.Single((await contracts.Send(HttpMethod.Get, "/journal/unapplied", role: "auditor")).Json.EnumerateArray());
        Assert.Equal("pledges:3 is beyond this version.", listed.GetProperty("reason").GetString());
        var health = (await contracts.Health()).Entries["followers"];
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Contains("1 events could not be applied", health.Description, StringComparison.Ordinal);
        Assert.True((await contracts.Verify()).Proved);
        Assert.Equal((409, "still-unappliable"), await Replay(contracts));

        contracts.Evolution.Fails = _ => false;
        Assert.Equal((204, ""), await Replay(contracts));
        Assert.Equal((204, ""), await Replay(contracts));
        Assert.Equal(404, (int)(await contracts.Send(HttpMethod.Post, "/journal/unapplied/pledges/4/replay", role: "administrator")).Status);

        await AssertApplied(contracts, 5);
        Assert.Equal(HealthStatus.Healthy, (await contracts.Health()).Entries["followers"].Status);
    }

    [Fact]
    public async Task A_fact_of_a_type_that_this_version_does_not_know_is_put_aside_not_passed_by()
    {
        await Recorded(3);
        await platform.PledgesDatabase.Tamper(
            "update journal.entry set body = convert_to(replace(convert_from(body, 'UTF8'), 'ContributionReceived.v1', 'ContributionReceived.v9'), 'UTF8') where sequence = 3");
        var contracts = await platform.StartContracts();

        await Until.Is(3, () => platform.ContractsDatabase.Cursor("pledges"));
        Assert.Equal(4.00m, await platform.ContractsDatabase.Received("F"));
        var listed = Assert.Single((await contracts.Send(HttpMethod.Get, "/journal/unapplied", role: "auditor")).Json.EnumerateArray());
        Assert.Equal(
            "This version does not know 'pledges.ContributionReceived.v9': replay it after the upgrade that does.", listed.GetProperty("reason").GetString());
        Assert.Equal(HealthStatus.Degraded, (await contracts.Health()).Entries["followers"].Status);
    }

    [Fact]
    public async Task A_fact_that_was_garbled_on_the_bus_is_applied_as_its_source_has_it()
    {
        var entries = await Recorded(3);
        var contracts = await platform.StartContracts();
        var garbled = Encoding.UTF8.GetString(entries[1].Body).Replace("2.00", "2,00", StringComparison.Ordinal);

        await wire.Publish(entries[0].RoutingKey, entries[0].Body);
        await wire.Publish(entries[1].RoutingKey, Encoding.UTF8.GetBytes(garbled));
        await wire.Publish(entries[2].RoutingKey, entries[2].Body);

        await AssertApplied(contracts, 3);
        Assert.Equal(0, await platform.ContractsDatabase.Value<long>("select count(*) from journal.unapplied"));
    }

    [Fact]
    public async Task While_the_source_is_away_it_waits_and_says_so()
    {
        var entries = await Recorded(5);
        platform.Peers.AreAway("pledges");
        var contracts = await platform.StartContracts();

        await wire.Publish(entries.Skip(3));

        await Until.Holds("health says that it waits", async () =>
            (await contracts.Health()).Entries["followers"].Description?.Contains("pledges: Waiting: 'pledges' is away.", StringComparison.Ordinal) is true);
        Assert.Equal(0, await platform.ContractsDatabase.Cursor("pledges"));
        Assert.Equal(0, await platform.ContractsDatabase.Value<long>("select count(*) from journal.unapplied"));
        platform.Peers.Are("pledges", pledges.Address);
        await AssertApplied(contracts, 5);
    }

    [Fact]
    public async Task A_service_that_waits_ends_at_once_and_leaves_the_messages_where_they_were()
    {
        var entries = await Recorded(5);
        platform.Peers.AreAway("pledges");
        var contracts = await platform.StartContracts();
        await wire.Publish(entries.Skip(3));
        await Until.Holds("it waits", async () => (await contracts.Health()).Entries["followers"].Description?.Contains("Waiting", StringComparison.Ordinal) is true);

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await contracts.Stop(patience.Token);

        Assert.False(patience.IsCancellationRequested);
        await Until.Is((2u, 0u), async () => (await wire.Count("contracts.pledges"))!.Value);
        platform.Peers.Are("pledges", pledges.Address);
        await platform.Stop(contracts);
        await AssertApplied(await platform.StartContracts(), 5);
    }

    [Fact]
    public async Task A_journal_that_does_not_continue_blocks_its_followers_and_they_say_so()
    {
        var entries = await Recorded(5);
        await platform.PledgesDatabase.Tamper(
            "update journal.entry set body = convert_to(regexp_replace(convert_from(body, 'UTF8'), 'previoushash\":\"..', 'previoushash\":\"zz'), 'UTF8') where sequence = 3");
        await platform.PledgesDatabase.Tamper(
            "update journal.entry set body = convert_to(replace(convert_from(body, 'UTF8'), 'previoushash\":\"zz', 'previoushash\":\"00'), 'UTF8') where sequence = 3");
        var contracts = await platform.StartContracts();

        await Until.Holds("health says that the chain is broken", async () =>
            (await contracts.Health()).Entries["followers"].Description?.Contains("The journal of 'pledges' does not continue at 3", StringComparison.Ordinal) is true);

        Assert.Equal(2, await platform.ContractsDatabase.Cursor("pledges"));
        Assert.Equal(HealthStatus.Degraded, (await contracts.Health()).Entries["followers"].Status);
        Assert.Equal(0, await platform.ContractsDatabase.Value<long>("select count(*) from journal.unapplied"));
        await platform.PledgesDatabase.Tamper($"update journal.entry set body = decode('{Convert.ToHexString(entries[2].Body)}', 'hex') where sequence = 3");
        await AssertApplied(contracts, 5);
    }

    [Fact]
    public async Task Two_replicas_share_the_work_and_one_carries_on_alone()
    {
        var entries = await Recorded(200);
        var one = await platform.StartContracts();
        var other = await platform.StartContracts();

        await wire.Publish(entries.Take(100));
        await Until.Holds("some are applied", async () => await platform.ContractsDatabase.Cursor("pledges") > 0);
        await platform.Stop(one);
        await wire.Publish(entries.Skip(100));

        await AssertApplied(other, 200);
    }

    // Each receipt is of two euro and makes contracts pay one of its own accord, so a fact applied twice shows in two places.
    async Task<List<Outgoing>> Recorded(int count)
    {
        await Task.WhenAll(Enumerable.Range(0, count).Select(number => pledges.Receive("F", 2.00m, $"receipt {number}", AccountsEvolution.Matched)));
        return await platform.PledgesDatabase.Entries();
    }

    async Task AssertApplied(Service contracts, int count)
    {
        await Until.Is(count, () => platform.ContractsDatabase.Cursor("pledges"));
        await Until.Is(2.00m * count, () => platform.ContractsDatabase.Received("F"));
        Assert.Equal(1.00m * count, await platform.ContractsDatabase.Paid("F"));
        Assert.Equal(count, await platform.ContractsDatabase.CountEntries());
        await Until.Is(0u, async () => (await wire.Count("contracts.pledges"))!.Value.Messages);
        var report = await contracts.Verify();
        Assert.True(report.Proved, string.Join('\n', report.Findings));
    }

    static async Task<(int, string)> Replay(Service contracts)
    {
        var answer = await contracts.Send(HttpMethod.Post, "/journal/unapplied/pledges/3/replay", role: "administrator");
        return ((int)answer.Status, answer.Bytes.Length == 0 ? "" : answer.Problem);
    }
}
