using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Npgsql;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Followers;

/// <summary>
/// Follows one source: applies its facts in order, each once in effect, whatever the broker does. At or below the cursor is a duplicate;
/// the next one is applied; a gap is read from the source's own feed. A database or a source that is away makes it wait.
/// </summary>
sealed partial class Follower(
    string source, GroupWriter writer, SourceFeed feed, Unapplied unapplied, TimeProvider clock, ILogger log) : IDisposable
{
    const int LargestRun = 200;

    static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(5);

    readonly SemaphoreSlim turn = new(1, 1);
    long? applied;
    long lastProgress;

    public string Source => source;

    /// <summary>How long nothing was applied; while the broker is silent, or brings nothing new, the feed is asked.</summary>
    public TimeSpan SinceProgress => clock.GetElapsedTime(Volatile.Read(ref lastProgress));

    /// <summary>Why it cannot go on, or null; health shows it.</summary>
    public string? Blocked { get; private set; }

    public void Dispose() => turn.Dispose();

    /// <summary>Applies what the broker delivered, with what is missing before it. Returns when it may be acknowledged.</summary>
    public async Task Take(IReadOnlyList<CloudEvent> delivered, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var waiting = delivered.OrderBy(entry => entry.Sequence).DistinctBy(entry => entry.Sequence).ToList();
            applied ??= await Patiently(() => unapplied.ReadCursor(source, cancellation), cancellation);
            while (waiting.RemoveAll(entry => entry.Sequence <= applied) >= 0 && waiting.Count > 0)
            {
                if (await Continue(waiting, cancellation))
                    continue;
                // The source records first and publishes then; what it does not have it never said.
                LogUnknown(source, waiting[0].Sequence);
                waiting.RemoveAt(0);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Applies what the feed has and the broker did not bring. Throws when the source is away: there is nothing to wait for.</summary>
    public async Task CatchUp(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            do
            {
                applied = await unapplied.ReadCursor(source, cancellation);
            }
            while (await ApplyNextPage(cancellation));
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Applies the first that wait, or what is missing before them; false when the source does not know them.</summary>
    async Task<bool> Continue(List<CloudEvent> waiting, CancellationToken cancellation)
    {
        if (waiting[0].Sequence > applied + 1)
        {
            // The cursor may have moved at another replica since this one last looked.
            applied = await Patiently(() => unapplied.ReadCursor(source, cancellation), cancellation);
            if (waiting[0].Sequence <= applied + 1)
                return true;
            LogGap(source, applied.Value, waiting[0].Sequence);
            return await Patiently(() => ApplyNextPage(cancellation), cancellation);
        }
        try
        {
            await Apply(Run(waiting), cancellation);
            return true;
        }
        catch (BrokenChainException)
        {
            // What came over the bus does not fit; the source itself has the last word on what it recorded.
            return await Patiently(() => ApplyNextPage(cancellation), cancellation);
        }
    }

    async Task<bool> ApplyNextPage(CancellationToken cancellation)
    {
        var page = await feed.ReadAfter(applied!.Value, cancellation);
        try
        {
            foreach (var run in page.Chunk(LargestRun))
                await Apply(run, cancellation);
        }
        catch (BrokenChainException broken)
        {
            Blocked = broken.Message;
            LogBlocked(broken.Message);
            await Task.Delay(BetweenAttempts, clock, cancellation);
        }
        return page.Count > 0;
    }

    static List<CloudEvent> Run(List<CloudEvent> waiting)
    {
        var length = 1;
        while (length < waiting.Count && length < LargestRun && waiting[length].Sequence == waiting[length - 1].Sequence + 1)
            length++;
        return waiting.GetRange(0, length);
    }

    async Task Apply(IReadOnlyList<CloudEvent> run, CancellationToken cancellation)
    {
        try
        {
            applied = await Patiently(() => Write(run), cancellation, except: IsOfTheFacts);
        }
        catch (Exception failure) when (run.Count > 1 && IsOfTheFacts(failure) && failure is not BrokenChainException)
        {
            foreach (var single in run)
                await Apply([single], cancellation);
        }
        catch (Exception failure) when (IsOfTheFacts(failure) && failure is not BrokenChainException)
        {
            // The source has the last word on what it recorded: bytes that were garbled on the way must not stand in the chain.
            var recorded = await Patiently(() => feed.ReadAfter(run[0].Sequence - 1, cancellation), cancellation);
            if (recorded.Count > 0 && !recorded[0].Body.Span.SequenceEqual(run[0].Body.Span))
            {
                await Apply([recorded[0]], cancellation);
                return;
            }
            LogUnappliable(source, run[0].Sequence, failure);
            applied = await Patiently(() => unapplied.Keep(run[0], failure.Message, cancellation), cancellation);
        }
        if (applied < run[^1].Sequence)
            return;
        Blocked = null;
        Volatile.Write(ref lastProgress, clock.GetTimestamp());
    }

    async Task<long> Write(IReadOnlyList<CloudEvent> run)
    {
        var work = new FollowWork(source, run);
        await writer.Enqueue(work);
        return await work.Applied;
    }

    /// <summary>Does it, again and again while it fails for a reason that passes: the database or the source is away, or is not as it should be.</summary>
    async Task<T> Patiently<T>(Func<Task<T>> act, CancellationToken cancellation, Predicate<Exception>? except = null)
    {
        for (var pause = TimeSpan.FromMilliseconds(100); ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, 2 * TimeSpan.TicksPerSecond)))
        {
            try
            {
                var done = await act();
                if (pause > TimeSpan.FromMilliseconds(100)) Blocked = null;
                return done;
            }
#pragma warning disable CA1031 // Giving up would lose nothing, but help nobody either: the same would fail for the next message.
            catch (Exception failure) when (!cancellation.IsCancellationRequested && except?.Invoke(failure) is not true)
#pragma warning restore CA1031
            {
                Blocked = $"Waiting: {failure.Message}";
                await Task.Delay(pause, clock, cancellation);
            }
        }
    }

    /// <summary>Whether the facts themselves, or the code that applies them, made it fail, rather than the database or this process' end.</summary>
    static bool IsOfTheFacts(Exception failure) => failure switch
    {
        // Data exceptions, integrity constraints, program limits, check options and errors raised by triggers.
        PostgresException refused => refused.SqlState[..2] is "22" or "23" or "54" or "44" or "P0",
        NpgsqlException or TimeoutException or IOException or ChannelClosedException or OperationCanceledException or ObjectDisposedException => false,
        _ => true,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Source}: {Arrived} arrived while {Applied} is applied; reading what is between from its feed")]
    partial void LogGap(string source, long applied, long arrived);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Source}:{Sequence} came over the bus, but its source knows nothing of it; it is dropped")]
    partial void LogUnknown(string source, long sequence);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Reason}")]
    partial void LogBlocked(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Source}:{Sequence} cannot be applied; it is kept and can be replayed")]
    partial void LogUnappliable(string source, long sequence, Exception failure);
}
