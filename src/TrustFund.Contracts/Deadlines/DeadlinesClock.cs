using TrustFund.Journal;
using TrustFund.Journal.Http;

namespace TrustFund.Contracts.Deadlines;

/// <summary>
/// Acts on dates that pass: at the start, and every minute. Several replicas may do so at once: each thing is recorded once, whoever asks.
/// What fails is tried again a minute later.
/// </summary>
/// <param name="due">What is due on a day, most urgent kind first; nothing when all is seen to.</param>
/// <param name="record">Decides and records one of it.</param>
/// <param name="clock">The time.</param>
/// <param name="log">Where failures are told.</param>
sealed partial class DeadlinesClock(
    Func<DateOnly, CancellationToken, Task<IReadOnlyList<Command<Acted>>>> due,
    Func<Command<Acted>, Task> record,
    TimeProvider clock,
    ILogger<DeadlinesClock> log) : BackgroundService
{
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    public static DeadlinesClock Over(IServiceProvider services)
    {
        var dates = ActivatorUtilities.CreateInstance<DueDates>(services);
        var journal = services.GetRequiredService<JournalWriter>();
        var caller = Caller.Clock("contracts");
        return new(
            dates.Read,
            command => journal.Record(caller, command),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<ILogger<DeadlinesClock>>());
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, clock);
        try
        {
            do
            {
                await Look(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    async Task Look(CancellationToken stopping)
    {
        try
        {
            IReadOnlyList<Command<Acted>> before = [];
            // What is still due after it was seen to is left for the next minute: the database was away, or another replica is at it.
            while (await due(Deadline.Today(clock.GetUtcNow()), stopping) is { Count: > 0 } now && !now.SequenceEqual(before))
            {
                await Task.WhenAll(now.Select(record));
                before = now;
            }
        }
#pragma warning disable CA1031 // Whatever it is, the next look may succeed, and people can record in the meantime.
        catch (Exception failure) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dates that passed could not be acted on; it is tried again in a minute")]
    partial void LogFailed(Exception failure);
}
