using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Followers;

/// <summary>This service's followers. While the broker is silent about a source, its feed is asked whether that is the truth.</summary>
sealed partial class FollowerSet : BackgroundService
{
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    readonly TimeProvider clock;
    readonly ILogger<Follower> log;

    public FollowerSet(
        JournalOptions options, GroupWriter writer, Unapplied unapplied, IHttpClientFactory clients, TimeProvider clock, ILogger<Follower> log)
    {
        (this.clock, this.log) = (clock, log);
        All = options.Followed.ToDictionary(
            source => source,
            source => new Follower(source, writer, new SourceFeed(clients, source), unapplied, clock, log));
    }

    public IReadOnlyDictionary<string, Follower> All { get; }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(All.Values.Select(follower => Watch(follower, stoppingToken)));

    public override void Dispose()
    {
        foreach (var follower in All.Values)
            follower.Dispose();
        base.Dispose();
    }

    async Task Watch(Follower follower, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Silence, clock);
        while (await Tick(timer, stopping))
        {
            if (follower.SinceProgress < Silence)
                continue;
            try
            {
                await follower.CatchUp(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The source, or the database, is away: it is asked again at the next tick, whatever was wrong.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogAway(follower.Source, failure.Message);
            }
        }
    }

    static async ValueTask<bool> Tick(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The feed of {Source} could not be read: {Reason}")]
    partial void LogAway(string source, string reason);
}
