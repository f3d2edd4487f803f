using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace TrustFund.Journal.Broker;

/// <summary>
/// Consumers as the broker counts them, which is not always as they count themselves. Asked on a connection that nothing is published on:
/// the broker stops listening to publishers when it runs short of memory or disk.
/// </summary>
sealed class ConsumerCount(BrokerLogin broker) : IAsyncDisposable
{
    // Less than a health check waits, which then can say what it waited for.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    readonly SemaphoreSlim asking = new(1, 1);
    IConnection? connection;

    /// <summary>How many consume a queue; null when there is no such queue. A queue with a single active consumer counts that one alone.</summary>
    /// <exception cref="BrokerUnreachableException">The broker is away.</exception>
    /// <exception cref="TimeoutException">It does not answer; the next question is asked on another connection.</exception>
    public async Task<uint?> Of(string queue, CancellationToken cancellation)
    {
        await asking.WaitAsync(cancellation);
        try
        {
            connection ??= await broker.Connect("watch", Patience, cancellation);
            return await Ask(connection, queue, cancellation);
        }
        catch (OperationInterruptedException absent) when (absent.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
        catch (OperationCanceledException unanswered) when (!cancellation.IsCancellationRequested)
        {
            await HangUp();
            throw new TimeoutException($"The broker did not answer how many consume {queue}.", unanswered);
        }
        catch
        {
            await HangUp();
            throw;
        }
        finally
        {
            asking.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        asking.Dispose();
        await HangUp();
    }

    static async Task<uint> Ask(IConnection connection, string queue, CancellationToken cancellation)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellation);
        return (await channel.QueueDeclarePassiveAsync(queue, cancellation)).ConsumerCount;
    }

    async Task HangUp()
    {
        if (Interlocked.Exchange(ref connection, null) is { } held)
            await held.DisposeAsync();
    }
}
