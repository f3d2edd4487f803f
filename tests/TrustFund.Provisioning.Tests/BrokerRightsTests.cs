using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using TrustFund.Journal;
using TrustFund.Journal.Broker;

namespace TrustFund.Provisioning.Tests;

/// <summary>What a service's own broker login can do, tried on a real RabbitMQ.</summary>
public sealed class BrokerRightsTests(Servers servers) : IAsyncLifetime
{
    const ushort AccessRefused = 403;

    static readonly byte[] Forged = Encoding.UTF8.GetBytes("forged");

    readonly Dictionary<string, IConnection> connections = [];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        foreach (var service in Followings.Services)
        {
            connections[service] = await servers.BrokerAsync(service);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in connections.Values)
        {
            await connection.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_well_known_login_is_gone()
    {
        await Assert.ThrowsAsync<BrokerUnreachableException>(() => servers.BrokerAsync("guest", "guest"));
        Assert.Contains("RabbitMQ: login guest, whose password everybody knows, deleted", servers.FirstRun);
    }

    [Theory]
    [InlineData("pledges")]
    [InlineData("contracts")]
    [InlineData("disbursements")]
    [InlineData("leverage")]
    [InlineData("audit")]
    public async Task A_service_publishes_under_its_own_source_only(string service)
    {
        await AllowedAsync(service, channel => PublishAsync(channel, Topology.Events, $"{service}.EUTF-AFRICA.Tested"));

        foreach (var other in Followings.Services.Where(other => other != service))
        {
            await RefusedAsync(service, channel => PublishAsync(channel, Topology.Events, $"{other}.EUTF-AFRICA.Tested"));
        }

        await RefusedAsync(service, channel => PublishAsync(channel, Topology.Events, $"x{service}.EUTF-AFRICA.Tested"));
        await RefusedAsync(service, channel => PublishAsync(channel, Topology.Events, service));
        await RefusedAsync(service, channel => PublishAsync(channel, Topology.Events, $"{service}s.EUTF-AFRICA.Tested"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("amq.topic")]
    [InlineData("amq.direct")]
    [InlineData("amq.fanout")]
    [InlineData("amq.headers")]
    [InlineData("trustfund.dead")]
    public async Task A_service_publishes_on_no_other_exchange(string exchange)
    {
        foreach (var service in Followings.Services)
        {
            await RefusedAsync(service, channel => PublishAsync(channel, exchange, "disbursements.pledges"));
        }
    }

    [Fact]
    public async Task A_service_writes_to_no_queue_of_another_source_by_a_way_round()
    {
        foreach (var service in Followings.Services)
        {
            foreach (var queue in Followings.All.Where(following => following.Source != service).Select(following => following.Queue))
            {
                await RefusedAsync(service, channel => PublishAsync(channel, queue, ""));
                await RefusedAsync(service, channel => channel.QueueBindAsync(queue, Topology.Events, $"{service}.#", cancellationToken: Cancel));
                await RefusedAsync(service, channel => channel.ExchangeBindAsync(queue, Topology.Events, $"{service}.#", cancellationToken: Cancel));
            }
        }
    }

    [Fact]
    public async Task No_exchange_can_be_put_before_the_events_exchange_to_publish_through()
    {
        foreach (var service in Followings.Services)
        {
            foreach (var exchange in Followings.All.Select(following => following.Queue).Append("amq.fanout").Append("amq.topic").Append(Topology.Dead))
            {
                var readable = await PermittedAsync(
                    service, channel => channel.ExchangeBindAsync(Topology.Events, exchange, "disbursements.#", cancellationToken: Cancel));
                var writable = await PermittedAsync(service, channel => PublishAsync(channel, exchange, "disbursements.X.Tested"));

                Assert.False(readable && writable, $"{service} could publish under any source through {exchange}");
                if (readable)
                {
                    await using var connection = await servers.BrokerAdministratorAsync();
                    await using var channel = await connection.CreateChannelAsync(cancellationToken: Cancel);
                    await channel.ExchangeUnbindAsync(Topology.Events, exchange, "disbursements.#", cancellationToken: Cancel);
                }
            }
        }
    }

    [Fact]
    public async Task A_service_reads_its_own_queues_and_no_others()
    {
        foreach (var service in Followings.Services)
        {
            foreach (var following in Followings.All)
            {
                if (following.Follower == service)
                {
                    await AllowedAsync(service, channel => channel.BasicConsumeAsync(following.Queue, autoAck: false, new AsyncEventingBasicConsumer(channel), Cancel));
                    continue;
                }

                await RefusedAsync(service, channel => channel.BasicGetAsync(following.Queue, autoAck: false, Cancel));
                await RefusedAsync(service, channel => channel.BasicConsumeAsync(following.Queue, autoAck: false, new AsyncEventingBasicConsumer(channel), Cancel));
                await RefusedAsync(service, channel => channel.QueuePurgeAsync(following.Queue, Cancel));
            }

            await RefusedAsync(service, channel => channel.BasicGetAsync(Topology.Dead, autoAck: false, Cancel));
        }
    }

    [Fact]
    public async Task A_service_makes_and_deletes_nothing_that_is_not_its_own()
    {
        foreach (var service in Followings.Services)
        {
            await RefusedAsync(service, channel => channel.ExchangeDeleteAsync(Topology.Events, cancellationToken: Cancel));
            await RefusedAsync(service, channel => channel.ExchangeDeleteAsync(Topology.Dead, cancellationToken: Cancel));
            await RefusedAsync(service, channel => channel.QueueDeleteAsync(Topology.Dead, cancellationToken: Cancel));
            await RefusedAsync(service, channel => channel.QueueDeclareAsync($"{service}.spy", cancellationToken: Cancel));
            await RefusedAsync(service, channel => channel.QueueDeclareAsync("", cancellationToken: Cancel));
            await RefusedAsync(service, channel => channel.ExchangeDeclareAsync($"{service}.{service}", "fanout", cancellationToken: Cancel));
            foreach (var stranger in Followings.All.Where(following => following.Follower != service && following.Source != service))
            {
                await RefusedAsync(service, channel => channel.QueueDeleteAsync(stranger.Queue, cancellationToken: Cancel));
            }
        }
    }

    [Fact]
    public async Task A_relay_restores_its_followers_queue_but_cannot_read_it_or_bind_it_to_others()
    {
        await using (var administrator = await servers.BrokerAdministratorAsync())
        await using (var channel = await administrator.CreateChannelAsync(cancellationToken: Cancel))
        {
            await channel.QueueDeleteAsync("leverage.pledges", cancellationToken: Cancel);
        }

        await AllowedAsync("pledges", async channel =>
        {
            foreach (var queue in Followings.From("pledges").Select(following => following.Queue))
            {
                await channel.QueueDeclareAsync(
                    queue, durable: true, exclusive: false, autoDelete: false, Topology.QueueArguments(), cancellationToken: Cancel);
                await channel.QueueBindAsync(queue, Topology.Events, Topology.Pattern("pledges"), cancellationToken: Cancel);
            }
        });
        await RefusedAsync("pledges", channel => channel.QueueBindAsync("leverage.pledges", Topology.Events, "contracts.#", cancellationToken: Cancel));
        await RefusedAsync("pledges", channel => channel.QueueBindAsync("leverage.pledges", Topology.Events, "#", cancellationToken: Cancel));
        await RefusedAsync("pledges", channel => channel.BasicGetAsync("leverage.pledges", autoAck: false, Cancel));
        await AllowedAsync("pledges", channel => PublishAsync(channel, Topology.Events, "pledges.EIP.Tested"));
        await AllowedAsync("leverage", async channel => Assert.Equal("forged", await Deliveries.FirstAsync(channel, "leverage.pledges", acknowledge: true)));
    }

    [Fact]
    public async Task A_follower_counts_its_consumers_by_a_passive_declare() =>
        await AllowedAsync("contracts", async channel => await channel.QueueDeclarePassiveAsync("contracts.pledges", Cancel));

    async Task AllowedAsync(string service, Func<IChannel, Task> act) =>
        Assert.True(await PermittedAsync(service, act), $"{service} was refused");

    async Task RefusedAsync(string service, Func<IChannel, Task> act) =>
        Assert.False(await PermittedAsync(service, act), $"{service} was not refused");

    // A refusal closes the channel, so each attempt has one of its own.
    async Task<bool> PermittedAsync(string service, Func<IChannel, Task> act)
    {
        await using var channel = await connections[service].CreateChannelAsync(new CreateChannelOptions(true, true), Cancel);
        try
        {
            await act(channel);
            return true;
        }
        catch (OperationInterruptedException interrupted) when (interrupted.ShutdownReason?.ReplyCode == AccessRefused)
        {
            return false;
        }
    }

    static async Task PublishAsync(IChannel channel, string exchange, string key) =>
        await channel.BasicPublishAsync(exchange, key, mandatory: false, new BasicProperties(), Forged, Cancel);
}
