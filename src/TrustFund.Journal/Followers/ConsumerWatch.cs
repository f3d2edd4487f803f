using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrustFund.Journal.Broker;

namespace TrustFund.Journal.Followers;

/// <summary>
/// Starts an endpoint anew that believes it consumes while the broker counts nobody. RabbitMQ 3.10 does not tell a consumer that its queue
/// is gone when one of the same name is there at once: the feed would still bring everything, but late, while the new queue only fills.
/// </summary>
sealed partial class ConsumerWatch(JournalOptions options, ConsumerCount consumers, TimeProvider clock, ILogger<ConsumerWatch> log)
    : BackgroundService, IReceiveEndpointObserver
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);
    static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(10);

    readonly ConcurrentDictionary<string, IReceiveEndpoint> consuming = new();
    readonly HashSet<string> missing = [];

    Task IReceiveEndpointObserver.Ready(ReceiveEndpointReady ready)
    {
        consuming[QueueOf(ready.InputAddress)] = ready.ReceiveEndpoint;
        return Task.CompletedTask;
    }

    Task IReceiveEndpointObserver.Stopping(ReceiveEndpointStopping stopping) => NoLonger(stopping.InputAddress);

    Task IReceiveEndpointObserver.Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    // It knows already that it does not consume, and tries again by itself.
    Task IReceiveEndpointObserver.Faulted(ReceiveEndpointFaulted faulted) => NoLonger(faulted.InputAddress);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var following in Followings.Of(options.Source))
                    await Look(following.Queue, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    async Task Look(string queue, CancellationToken stopping)
    {
        try
        {
            if (!consuming.TryGetValue(queue, out var endpoint) || await consumers.Of(queue, stopping) is not 0)
            {
                missing.Remove(queue);
                return;
            }
            // Once may be a moment between two consumers; twice is a consumer that nobody knows.
            if (missing.Add(queue))
                return;
            missing.Remove(queue);
            LogForgotten(queue);
            await StartAnew(endpoint, stopping);
        }
#pragma warning disable CA1031 // The broker is away, or the endpoint does not stop in time: at the next look it is tried again.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNotSeen(queue, failure.Message);
        }
    }

    static async Task StartAnew(IReceiveEndpoint endpoint, CancellationToken stopping)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        patience.CancelAfter(StopsWithin);
        await endpoint.Stop(patience.Token);
        endpoint.Start(CancellationToken.None);
    }

    Task NoLonger(Uri address)
    {
        consuming.TryRemove(QueueOf(address), out _);
        return Task.CompletedTask;
    }

    static string QueueOf(Uri address) => address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..];

    [LoggerMessage(Level = LogLevel.Warning, Message = "The broker knows no consumer of {Queue}, though this process has one: it is started anew")]
    partial void LogForgotten(string queue);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The consumers of {Queue} could not be seen to: {Reason}")]
    partial void LogNotSeen(string queue, string reason);
}
