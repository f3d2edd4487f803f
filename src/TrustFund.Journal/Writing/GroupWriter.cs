using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using TrustFund.Journal.Relaying;

namespace TrustFund.Journal.Writing;

/// <summary>
/// The service's one writer. While a group commits, what arrives queues for the next; a lone work goes straight through.
/// A group that fails as a whole is retried one by one, so that one bad work does not condemn its neighbours.
/// </summary>
sealed partial class GroupWriter(
    NpgsqlDataSource database, JournalOptions options, TimeProvider clock, IOptions<JsonOptions> json, RelaySignal relay, ILogger<GroupWriter> log)
    : BackgroundService
{
    const int LargestGroup = 128;
    const int LongestQueue = 8192;

    readonly Channel<Work> queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    // Kept from group to group: handing it back to the pool each time would cost a reset each time.
    NpgsqlConnection? connection;
    readonly Group transaction = new(options, clock, json.Value.SerializerOptions);

    /// <exception cref="ChannelClosedException">This process is about to end.</exception>
    public ValueTask Enqueue(Work work) => queue.Writer.WriteAsync(work);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What was accepted is written before the process ends; what comes later is refused by the closed queue.
        queue.Writer.TryComplete();
        await (ExecuteTask ?? Task.CompletedTask).WaitAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
    }

    // A host may be disposed without having been stopped: the connection is given back then too.
    public override void Dispose()
    {
        queue.Writer.TryComplete();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Activity.Current = null;
        var group = new List<Work>(LargestGroup);
        while (await queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            group.Clear();
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var work))
                group.Add(work);
            await WriteOrRetry(group);
        }
        if (connection is not null) await connection.DisposeAsync();
    }

    /// <summary>While the database is away the group is tried again whole: no work of it is at fault, and one by one they would wait in line for each other.</summary>
    async Task WriteOrRetry(List<Work> group)
    {
        for (var pause = TimeSpan.FromMilliseconds(50); group.Count > 0; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, TimeSpan.TicksPerSecond)))
        {
            try
            {
                await Write(group);
                return;
            }
            catch (Exception failure) when (IsPassing(failure))
            {
                LogTryingAgain(group.Count, failure.Message);
                var overdue = group.ToLookup(work => work.IsOverdue);
                foreach (var work in overdue[true])
                    work.Fail(failure);
                group = [.. overdue[false]];
            }
            catch (Exception failure) when (group.Count == 1)
            {
                group[0].Fail(failure);
                return;
            }
            catch (Exception failure)
            {
                LogOneByOne(group.Count, failure.Message);
                foreach (var work in group)
                    await WriteOrRetry([work]);
                return;
            }
            if (group.Count > 0) await Task.Delay(pause, clock);
        }
    }

    async Task Write(IReadOnlyList<Work> group)
    {
        Activity.Current = null;
        connection ??= await database.OpenConnectionAsync();
        long? written;
        try
        {
            written = await transaction.Write(connection, group);
        }
        catch
        {
            await Abandon(connection);
            connection = null;
            throw;
        }
        if (written is not null) relay.Set();
        foreach (var work in group)
            work.Complete();
    }

    /// <summary>Frees the head at once, rather than when the pool resets the connection.</summary>
    async Task Abandon(NpgsqlConnection broken)
    {
        try
        {
            await using var rollback = new NpgsqlCommand("rollback", broken);
            await rollback.ExecuteNonQueryAsync();
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException or ObjectDisposedException)
        {
            // A broken connection has rolled back by itself.
            LogRolledBack(failure.Message);
        }
        await broken.DisposeAsync();
    }

    /// <summary>Whether the database or the way to it is at fault, and not the work.</summary>
    public static bool IsPassing(Exception failure) =>
        failure is NpgsqlException { IsTransient: true } or TimeoutException or IOException
        || failure is NpgsqlException and not PostgresException
        || failure is PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "57014" or "25P03" or "55P03" or "40P01" or "40001" or "53300" };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A group of {Count} was not written and is tried again: {Reason}")]
    partial void LogTryingAgain(int count, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A group of {Count} was not written and is tried one by one: {Reason}")]
    partial void LogOneByOne(int count, string reason);

    [LoggerMessage(Level = LogLevel.Debug, Message = "The connection had rolled back by itself: {Reason}")]
    partial void LogRolledBack(string reason);
}
