using RabbitMQ.Client;
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

    /// <summary>Takes everything off a queue that nobody consumes.</summary>
    public async Task<List<BasicGetResult>> Drain(string queue)
    {
        var messages = new List<BasicGetResult>();
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
            messages.Add(message);
        return messages;
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

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
