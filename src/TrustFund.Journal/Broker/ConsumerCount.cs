using RabbitMQ.Client.Exceptions;

namespace TrustFund.Journal.Broker;

/// <summary>Consumers as the broker counts them, which is not always as they count themselves.</summary>
sealed class ConsumerCount(BrokerConnection broker)
{
    /// <summary>How many consume a queue; null when there is no such queue. A queue with a single active consumer counts that one alone.</summary>
    /// <exception cref="BrokerUnreachableException">The broker is away.</exception>
    public async Task<uint?> Of(string queue, CancellationToken cancellation)
    {
        try
        {
            await using var channel = await broker.OpenChannel(null, cancellation);
            return (await channel.QueueDeclarePassiveAsync(queue, cancellation)).ConsumerCount;
        }
        catch (OperationInterruptedException)
        {
            return null;
        }
    }
}
