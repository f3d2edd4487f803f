using System.Globalization;
using RabbitMQ.Client;
using TrustFund.Journal.Broker;

namespace TrustFund.Journal.Relaying;

/// <summary>An entry as the relay sends it.</summary>
sealed record Outgoing(long Sequence, string Type, string RoutingKey, byte[] Body, string? TraceParent);

/// <summary>A message was not taken: refused by the broker, or no queue would have received it.</summary>
sealed class NotTakenException(string message) : Exception(message);

/// <summary>
/// Publishes entries in order on one channel and knows which of them the broker has confirmed. Publishing and confirming overlap: the
/// broker numbers what it receives on a channel 1, 2, 3, …, so order is kept without waiting for each.
/// </summary>
sealed class Publisher : IAsyncDisposable
{
    static readonly CreateChannelOptions Confirming = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: false);

    // A queue is declared, and every message confirmed, within it; else the broker is taken for gone.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly IConnection connection;
    readonly IChannel channel;
    readonly string source;
    readonly bool mandatory;
    readonly Lock gate = new();
    readonly SortedSet<ulong> early = [];
    TaskCompletionSource? waiting;
    ulong published;
    ulong confirmed;
    string? fault;

    Publisher(IConnection connection, IChannel channel, string source)
    {
        (this.connection, this.channel, this.source) = (connection, channel, source);
        // A source that nobody in the platform follows may have no queue at all: its events wait in its feed.
        mandatory = Followings.From(source).Any();
        channel.BasicAcksAsync += (_, ack) => Confirm(ack.DeliveryTag, ack.Multiple);
        channel.BasicNacksAsync += (_, nack) => Fail($"the broker refused message {nack.DeliveryTag}");
        channel.BasicReturnAsync += (_, returned) => Fail($"no queue takes '{returned.RoutingKey}': {returned.ReplyText}");
        channel.ChannelShutdownAsync += (_, shutdown) => Fail($"the channel closed: {shutdown.ReplyText}");
    }

    /// <summary>Opens a connection and declares the platform's own queues first, so that nothing is published past a follower.</summary>
    public static async Task<Publisher> Open(BrokerLogin broker, string source, CancellationToken cancellation)
    {
        var connection = await broker.Connect("relay", Patience, cancellation);
        try
        {
            var publisher = new Publisher(connection, await connection.CreateChannelAsync(Confirming, cancellation), source);
            await publisher.DeclareFollowers(cancellation);
            return publisher;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Declares the followers' queues. Again and again, because where several follow, nobody returns what one deleted queue misses.</summary>
    public Task DeclareFollowers(CancellationToken cancellation) => channel.DeclareFollowersOf(source, cancellation);

    /// <summary>Publishes the entries and returns when the broker has confirmed every one.</summary>
    /// <exception cref="NotTakenException">One was not taken; which of the others were is not known, so all are to be published again.</exception>
    public async Task Publish(IReadOnlyList<Outgoing> entries, CancellationToken cancellation)
    {
        using var spans = JournalTelemetry.StartPublish(entries);
        foreach (var entry in entries)
        {
            var properties = new BasicProperties
            {
                ContentType = CloudEvent.MediaType,
                DeliveryMode = DeliveryModes.Persistent,
                MessageId = string.Create(CultureInfo.InvariantCulture, $"{source}:{entry.Sequence}"),
                Type = entry.Type,
                AppId = source,
            };
            lock (gate) published++;
            await channel.BasicPublishAsync(Topology.Events, entry.RoutingKey, mandatory, properties, entry.Body, cancellation);
        }
        await AllConfirmed().WaitAsync(Patience, cancellation);
    }

    // Its channel goes with it, without a word to a broker that may not answer.
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    Task AllConfirmed()
    {
        lock (gate)
        {
            if (fault is not null) return Task.FromException(new NotTakenException(fault));
            if (confirmed == published) return Task.CompletedTask;
            waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return waiting.Task;
        }
    }

    Task Confirm(ulong tag, bool multiple)
    {
        lock (gate)
        {
            if (multiple)
            {
                confirmed = Math.Max(confirmed, tag);
                early.RemoveWhere(other => other <= tag);
            }
            else
            {
                early.Add(tag);
            }
            while (early.Remove(confirmed + 1)) confirmed++;
            if (confirmed == published) waiting?.TrySetResult();
        }
        return Task.CompletedTask;
    }

    Task Fail(string reason)
    {
        lock (gate)
        {
            fault ??= reason;
            waiting?.TrySetException(new NotTakenException(fault));
        }
        return Task.CompletedTask;
    }
}
