using System.Collections.Concurrent;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;
using TrustFund.Journal.Broker;
using TrustFund.Journal.Relaying;

namespace TrustFund.Journal.Tests.Given;

/// <summary>The broker by hand: what is on a queue, and whatever a test wants to be there.</summary>
sealed class Wire(IConnection connection, IChannel channel) : IAsyncDisposable
{
    public static async Task<Wire> Open(Servers servers, string? login = null)
    {
        var connection = await servers.Connect(login);
        return new Wire(connection, await connection.CreateChannelAsync(new CreateChannelOptions(true, true)));
    }

    public ValueTask Publish(string routingKey, ReadOnlyMemory<byte> body, string? contentType = CloudEvent.MediaType) => channel.BasicPublishAsync(
        Topology.Events, routingKey, mandatory: true, new BasicProperties { ContentType = contentType, DeliveryMode = DeliveryModes.Persistent }, body);

    public async Task Publish(IEnumerable<Outgoing> entries)
    {
        foreach (var entry in entries)
            await Publish(entry.RoutingKey, entry.Body);
    }

    /// <summary>Takes everything off a queue that nobody else consumes, when there is at least so much.</summary>
    public async Task<List<BasicDeliverEventArgs>> Take(string queue, int least)
    {
        await Until.Holds($"{least} messages are on {queue}", async () => await Count(queue) is { } found && found.Messages >= least);
        var taken = new ConcurrentQueue<BasicDeliverEventArgs>();
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivered) =>
        {
            taken.Enqueue(Copied(delivered));
            return Task.CompletedTask;
        };
        var tag = await channel.BasicConsumeAsync(queue, autoAck: true, consumer);
        await Until.Holds("they are taken", async () => taken.Count >= least && await Count(queue) is { Messages: 0 });
        await channel.BasicCancelAsync(tag);
        return [.. taken];
    }

    public Task Delete(string queue) => channel.QueueDeleteAsync(queue);

    /// <summary>Messages that wait on a queue, not counting those with a consumer; none when there is no such queue.</summary>
    public async Task<(uint Messages, uint Consumers)?> Count(string queue)
    {
        try
        {
            await using var asking = await connection.CreateChannelAsync();
            var found = await asking.QueueDeclarePassiveAsync(queue);
            return (found.MessageCount, found.ConsumerCount);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            return null;
        }
    }

    // The client takes the memory of a body back when its handler returns.
    static BasicDeliverEventArgs Copied(BasicDeliverEventArgs given) => new(
        given.ConsumerTag, given.DeliveryTag, given.Redelivered, given.Exchange, given.RoutingKey, new BasicProperties(given.BasicProperties), given.Body.ToArray());

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
