using System.Text;
using System.Threading.Channels;
using MassTransit;
using RabbitMQ.Client;
using TrustFund.Journal.Broker;

namespace TrustFund.Provisioning.Tests;

/// <summary>MassTransit's endpoints and the broker's dead letters, with the services' own logins.</summary>
public sealed class MassTransitTests(Servers servers)
{
    const string Queue = "contracts.disbursements";

    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_endpoint_starts_and_consumes_with_the_follower_s_login()
    {
        var (bus, received) = await FollowAsync();
        try
        {
            await PublishAsync("a payment was executed");

            Assert.Equal("a payment was executed", await received.ReadAsync(Cancel).AsTask().WaitAsync(Deadline, Cancel));
        }
        finally
        {
            await bus.StopAsync(Cancel);
        }
    }

    [Fact]
    public async Task An_endpoint_goes_on_when_its_queue_was_deleted_and_the_source_restored_it()
    {
        var (bus, received) = await FollowAsync();
        try
        {
            await using (var administrator = await servers.BrokerAdministratorAsync())
            await using (var channel = await administrator.CreateChannelAsync(cancellationToken: Cancel))
            {
                await channel.QueueDeleteAsync(Queue, cancellationToken: Cancel);
            }

            await UntilAsync(() => bus.CheckHealth().Status != BusHealthStatus.Healthy);
            await PublishAsync("a payment was returned");

            Assert.Equal("a payment was returned", await received.ReadAsync(Cancel).AsTask().WaitAsync(Deadline, Cancel));
        }
        finally
        {
            await bus.StopAsync(Cancel);
        }
    }

    [Fact]
    public async Task A_message_that_is_given_up_becomes_a_dead_letter()
    {
        await using (var administrator = await servers.BrokerAdministratorAsync())
        await using (var channel = await administrator.CreateChannelAsync(cancellationToken: Cancel))
        {
            await channel.QueuePurgeAsync("disbursements.contracts", Cancel);
            await channel.QueuePurgeAsync(Topology.Dead, Cancel);
        }

        await using var source = await servers.BrokerAsync("contracts");
        await using var publisher = await source.CreateChannelAsync(new CreateChannelOptions(true, true), Cancel);
        await publisher.BasicPublishAsync(Topology.Events, "contracts.EUTF-AFRICA.Tested", mandatory: true, new BasicProperties(), "given up"u8.ToArray(), Cancel);

        await using var follower = await servers.BrokerAsync("disbursements");
        await using var reader = await follower.CreateChannelAsync(cancellationToken: Cancel);
        Assert.Equal("given up", await Deliveries.FirstAsync(reader, "disbursements.contracts", acknowledge: false));

        Assert.Equal("given up", await DeadLetterAsync());
    }

    async Task<string> DeadLetterAsync()
    {
        await using var administrator = await servers.BrokerAdministratorAsync();
        await using var channel = await administrator.CreateChannelAsync(cancellationToken: Cancel);
        return await Deliveries.FirstAsync(channel, Topology.Dead, acknowledge: true);
    }

    static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        deadline.CancelAfter(Deadline);
        while (!condition())
        {
            await Task.Delay(20, deadline.Token);
        }
    }

    // As a relay does: its followers' queues first.
    async Task PublishAsync(string note)
    {
        await using var connection = await servers.BrokerAsync("disbursements");
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Cancel);
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false, Topology.QueueArguments(), cancellationToken: Cancel);
        await channel.QueueBindAsync(Queue, Topology.Events, Topology.Pattern("disbursements"), cancellationToken: Cancel);
        await channel.BasicPublishAsync(
            Topology.Events,
            "disbursements.EUTF-AFRICA.Tested",
            mandatory: true,
            new BasicProperties { ContentType = "application/json" },
            Encoding.UTF8.GetBytes($$"""{"note":"{{note}}"}"""),
            Cancel);
    }

    async Task<(IBusControl Bus, ChannelReader<string> Received)> FollowAsync()
    {
        await using (var administrator = await servers.BrokerAdministratorAsync())
        await using (var channel = await administrator.CreateChannelAsync(cancellationToken: Cancel))
        {
            await channel.QueuePurgeAsync(Queue, Cancel);
        }

        var received = Channel.CreateUnbounded<string>();
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit =>
        {
            Connect(rabbit, "contracts");
            rabbit.ReceiveEndpoint(Queue, endpoint =>
            {
                Follow(endpoint);
                endpoint.Handler<Tested>(async context => await received.Writer.WriteAsync(context.Message.Note, context.CancellationToken));
            });
        });
        await bus.StartAsync(Cancel);
        return (bus, received.Reader);
    }

    void Connect(IRabbitMqBusFactoryConfigurator rabbit, string service)
    {
        rabbit.Host(servers.Settings.Messaging.Host, (ushort)servers.Settings.Messaging.Port, "/", host =>
        {
            host.Username(service);
            host.Password(servers.Logins(service).BrokerPassword);
        });
        rabbit.UseRawJsonDeserializer(RawSerializerOptions.AnyMessageType, isDefault: true);
    }

    // The queue and its binding are the relay's and provisioning's to make: an endpoint that bound it could be bound to anything.
    static void Follow(IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        endpoint.ConfigureConsumeTopology = false;
        endpoint.BindQueue = false;
        endpoint.PublishFaults = false;
        endpoint.RethrowFaultedMessages();
    }

    public sealed record Tested(string Note);
}
