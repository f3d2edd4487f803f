using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Logging;
using TrustFund.Journal.Broker;

namespace TrustFund.Journal.Followers;

/// <summary>Hands what the broker delivers to the source's follower, and acknowledges when it is applied.</summary>
sealed partial class FollowingConsumer(Follower follower, ILogger log) : IConsumer<Batch<Delivery>>
{
    public Task Consume(ConsumeContext<Batch<Delivery>> context)
    {
        var events = new List<CloudEvent>(context.Message.Length);
        foreach (var message in context.Message)
        {
            if (Read(message.Message) is { } read)
                events.Add(read);
        }
        return follower.Take(events, context.CancellationToken);
    }

    // A throw would condemn the whole batch; whatever is not an event of the source is only noted. Nothing is lost by it:
    // a real event that was garbled on the way leaves a gap, which is read from the source's feed.
    CloudEvent? Read(Delivery delivery)
    {
        try
        {
            var read = CloudEvent.Read(delivery.Body);
            if (read.Source == follower.Source && delivery.RoutingKey.StartsWith($"{follower.Source}.", StringComparison.Ordinal))
                return read;
            LogForeign(follower.Source, delivery.RoutingKey, $"it says it is from '{read.Source}'");
        }
        catch (JsonException failure)
        {
            LogForeign(follower.Source, delivery.RoutingKey, failure.Message);
        }
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A message on the queue of {Source} under '{RoutingKey}' was dropped: {Reason}")]
    partial void LogForeign(string source, string routingKey, string reason);
}
