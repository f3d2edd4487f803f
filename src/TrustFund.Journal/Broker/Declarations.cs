using RabbitMQ.Client;

namespace TrustFund.Journal.Broker;

/// <summary>
/// Declares the queues of everybody who follows a source, bound to everything it records; declaring what exists changes nothing. Only the
/// source has the right to: whoever could bind a queue could also listen to, or forge, what is not theirs.
/// </summary>
static class Declarations
{
    public static async Task DeclareFollowersOf(this IChannel channel, string source, CancellationToken cancellation)
    {
        foreach (var following in Followings.From(source))
        {
            await channel.QueueDeclareAsync(following.Queue, durable: true, exclusive: false, autoDelete: false, Topology.QueueArguments(), cancellationToken: cancellation);
            await channel.QueueBindAsync(following.Queue, Topology.Events, Topology.Pattern(source), cancellationToken: cancellation);
        }
    }
}
