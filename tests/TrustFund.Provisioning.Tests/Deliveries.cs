using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace TrustFund.Provisioning.Tests;

/// <summary>Consumes one message; a queue with a single active consumer cannot be asked for one in any other way.</summary>
static class Deliveries
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    /// <summary>The first message that comes, acknowledged or given up.</summary>
    public static async Task<string> FirstAsync(IChannel channel, string queue, bool acknowledge)
    {
        var cancel = TestContext.Current.CancellationToken;
        var first = new TaskCompletionSource<(ulong Tag, string Body)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            first.TrySetResult((delivery.DeliveryTag, Encoding.UTF8.GetString(delivery.Body.Span)));
            return Task.CompletedTask;
        };
        await channel.BasicQosAsync(0, 1, false, cancel);
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, cancel);
        var (tag, body) = await first.Task.WaitAsync(Deadline, cancel);
        if (acknowledge)
        {
            await channel.BasicAckAsync(tag, multiple: false, cancel);
        }
        else
        {
            await channel.BasicRejectAsync(tag, requeue: false, cancel);
        }

        return body;
    }
}
