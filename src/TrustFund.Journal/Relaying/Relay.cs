using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;
using TrustFund.Journal.Broker;

namespace TrustFund.Journal.Relaying;

/// <summary>
/// Publishes the journal's entries after its cursor, in order, and moves the cursor when the broker has confirmed them. It never gives
/// up. Of several replicas one relays at a time; should two by mistake, that makes duplicates, which every follower drops.
/// </summary>
sealed partial class Relay(NpgsqlDataSource database, BrokerLogin broker, JournalOptions options, RelaySignal signal, TimeProvider clock, ILogger<Relay> log)
    : BackgroundService
{
    // Held for as long as the connection that took it: when the relaying replica dies, PostgreSQL hands it to the next.
    const string TakeTurn = "select pg_try_advisory_lock(hashtext('trustfund.relay'))";

    // A process that was stopped, not killed, keeps its connection; this ends it, so that the turn does not stay with the stopped one.
    const string LoseTurnWhenStopped = "set idle_session_timeout = '15s'";

    // The connection goes back to the pool, where it would keep both.
    const string GiveTurnBack = "select pg_advisory_unlock_all(); reset idle_session_timeout";

    const string ReadCursor = "select sequence from journal.relayed";

    const string ReadEntries = "select sequence, type, routing_key, body, trace_parent from journal.entry where sequence > $1 order by sequence limit 500";

    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    // A publish is a round trip and a flush at the broker, however much it carries: under load it waits for company.
    static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(5);
    static readonly TimeSpan BetweenMoves = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan BetweenDeclarations = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var pause = Look; !stoppingToken.IsCancellationRequested; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, 5 * TimeSpan.TicksPerSecond)))
        {
            try
            {
                if (await RelayInTurn(() => pause = Look, stoppingToken))
                    pause = Look;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // Whatever goes wrong, the relay starts over from its cursor; health says how far it is behind.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogStartingOver(failure.Message, pause);
            }
            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task<bool> RelayInTurn(Action progress, CancellationToken stopping)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var turn = new NpgsqlCommand(TakeTurn, connection);
        if (!(bool)(await turn.ExecuteScalarAsync(stopping))!)
            return true;
        try
        {
            await Execute(connection, LoseTurnWhenStopped, stopping);
            await using var publisher = await Publisher.Open(broker, options.Source, stopping);
            await RelayOn(connection, publisher, progress, stopping);
        }
        finally
        {
            await Release(connection);
        }
        return true;
    }

    async Task RelayOn(NpgsqlConnection connection, Publisher publisher, Action progress, CancellationToken stopping)
    {
        await using var cursor = new NpgsqlCommand(ReadCursor, connection);
        var sent = (long)(await cursor.ExecuteScalarAsync(stopping))!;
        var (declared, moved, kept) = (clock.GetTimestamp(), clock.GetTimestamp(), sent);
        while (!stopping.IsCancellationRequested)
        {
            if (clock.GetElapsedTime(declared) > BetweenDeclarations)
            {
                await publisher.DeclareFollowers(stopping);
                declared = clock.GetTimestamp();
            }
            var entries = await Read(connection, sent, stopping);
            if (entries.Count > 0)
            {
                await publisher.Publish(entries, stopping);
                sent = entries[^1].Sequence;
                progress();
            }
            if (sent > kept && (entries.Count == 0 || clock.GetElapsedTime(moved) > BetweenMoves))
            {
                await Move(connection, sent, stopping);
                (kept, moved) = (sent, clock.GetTimestamp());
            }
            await (entries.Count == 0 ? signal.Wait(Look, stopping) : Task.Delay(Gathering, clock, stopping));
        }
    }

    async Task Release(NpgsqlConnection connection)
    {
        try
        {
            await Execute(connection, GiveTurnBack, CancellationToken.None);
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            // A broken connection has given the turn back by itself.
            LogTurnLost(failure.Message);
        }
    }

    static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static async Task<List<Outgoing>> Read(NpgsqlConnection connection, long after, CancellationToken stopping)
    {
        await using var command = new NpgsqlCommand(ReadEntries, connection) { Parameters = { new() { Value = after, NpgsqlDbType = NpgsqlDbType.Bigint } } };
        await using var reader = await command.ExecuteReaderAsync(stopping);
        var entries = new List<Outgoing>();
        while (await reader.ReadAsync(stopping))
            entries.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3), reader.IsDBNull(4) ? null : reader.GetString(4)));
        return entries;
    }

    // Losing the cursor's last step in a crash makes duplicates only, so its commit need not wait for the disk.
    static async Task Move(NpgsqlConnection connection, long sent, CancellationToken stopping)
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("begin"));
        batch.BatchCommands.Add(new("set local synchronous_commit = off"));
        batch.BatchCommands.Add(new("update journal.relayed set sequence = greatest(sequence, $1)") { Parameters = { new() { Value = sent, NpgsqlDbType = NpgsqlDbType.Bigint } } });
        batch.BatchCommands.Add(new("commit"));
        await batch.ExecuteNonQueryAsync(stopping);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The relay's turn ended with its connection: {Reason}")]
    partial void LogTurnLost(string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The relay starts over from its cursor in {Pause}: {Reason}")]
    partial void LogStartingOver(string reason, TimeSpan pause);
}
