using System.Text.Json;
using Npgsql;
using TrustFund.Journal.Followers;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Checking;

/// <summary>
/// Proves a service's books: its entries follow each other without a gap, each names the hash of the one before it, and every row of
/// states is what the followed sources' entries and its own come to, folded again from nothing.
/// </summary>
sealed class Verification(NpgsqlDataSource database, JournalOptions options, IHttpClientFactory clients)
{
    const int MostFindings = 100;

    // It reads for as long as the journals are, and waits for other services' feeds in between; it holds nobody up.
    const string TakeTime = "set local idle_in_transaction_session_timeout = 0; set local statement_timeout = 0";

    const string SelectHead = "select sequence, hash from journal.head";
    const string SelectCursors = "select source, sequence, hash from journal.followed";
    const string SelectUnapplied = "select source, sequence from journal.unapplied where replayed_at is null";
    const string SelectEntries = "select sequence, hash, body from journal.entry order by sequence";

    /// <exception cref="HttpRequestException">A followed source is away: nothing can be proved without its journal.</exception>
    public async Task<VerificationReport> Run(CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        // One snapshot: what is written meanwhile is neither in the journal nor in the tables that are compared.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation);
        await using (var command = new NpgsqlCommand(TakeTime, connection))
            await command.ExecuteNonQueryAsync(cancellation);
        var findings = new List<string>();
        var head = (await Read(connection, SelectHead, row => new Head(row.GetInt64(0), row.GetFieldValue<byte[]>(1), default), cancellation))[0];
        var cursors = await Read(connection, SelectCursors, row => new Cursor(row.GetString(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2)), cancellation);
        var unapplied = (await Read(connection, SelectUnapplied, row => (row.GetString(0), row.GetInt64(1)), cancellation)).ToHashSet();

        var states = States.Everything();
        foreach (var cursor in cursors)
            await FoldSource(cursor, unapplied, states, findings, cancellation);
        await FoldOwn(connection, head, states, findings, cancellation);

        var tables = new List<VerifiedTable>();
        foreach (var table in options.Evolution.Tables)
            tables.Add(await Compare(connection, table, states, findings, cancellation));
        return new(options.Source, findings.Count == 0, head.Sequence, cursors.ToDictionary(cursor => cursor.Source, cursor => cursor.Sequence), tables, [.. findings.Take(MostFindings)]);
    }

    static async Task<List<T>> Read<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> row, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(row(reader));
        return rows;
    }

    async Task FoldSource(Cursor cursor, HashSet<(string, long)> unapplied, States states, List<string> findings, CancellationToken cancellation)
    {
        var feed = new SourceFeed(clients, cursor.Source);
        var chain = new Chain(cursor.Source, findings);
        while (chain.Last < cursor.Sequence && await feed.ReadAfter(chain.Last, cancellation) is { Count: > 0 } page)
        {
            foreach (var entry in page.TakeWhile(entry => entry.Sequence <= cursor.Sequence))
            {
                chain.Continue(entry);
                if (entry.IsOf(options.Evolution) && !unapplied.Contains((entry.Source, entry.Sequence)))
                    Fold(entry, states, findings);
            }
            if (page[^1].Sequence > cursor.Sequence)
                break;
        }
        chain.EndAt(cursor.Sequence, cursor.Hash.ToArray(), $"what {options.Source} has applied");
    }

    async Task FoldOwn(NpgsqlConnection connection, Head head, States states, List<string> findings, CancellationToken cancellation)
    {
        var chain = new Chain(options.Source, findings);
        await using var command = new NpgsqlCommand(SelectEntries, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            var (sequence, body) = (reader.GetInt64(0), reader.GetFieldValue<byte[]>(2));
            if (!System.Security.Cryptography.SHA256.HashData(body).AsSpan().SequenceEqual(reader.GetFieldValue<byte[]>(1)))
                findings.Add($"{options.Source}:{sequence} is not what it was when it was recorded: its hash differs.");
            if (ReadEntry(body) is not { } entry)
            {
                chain.PassBy(sequence, body);
                continue;
            }
            if (entry.Sequence != sequence || entry.Source != options.Source)
                findings.Add($"{options.Source}:{sequence} says of itself that it is {entry.Source}:{entry.Sequence}.");
            chain.Continue(entry);
            Fold(entry, states, findings);
        }
        chain.EndAt(head.Sequence, head.Hash, "the head");
    }

    static CloudEvent? ReadEntry(byte[] body)
    {
        try
        {
            return CloudEvent.Read(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    void Fold(CloudEvent entry, States states, List<string> findings)
    {
        try
        {
            options.Evolution.Apply(states, entry.AsRecorded());
        }
#pragma warning disable CA1031 // Whatever it is: these books are not proved, and the finding says why.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            findings.Add($"{entry.Source}:{entry.Sequence} cannot be applied to what comes before it: {failure.Message}");
        }
    }

    async Task<VerifiedTable> Compare(NpgsqlConnection connection, StateTable table, States states, List<string> findings, CancellationToken cancellation)
    {
        var sql = options.Tables[table.Kind];
        var expected = states.All.Where(state => state.GetType() == table.Kind).ToDictionary(state => state.Id);
        var (rows, differing) = (0, 0);
        await using var command = new NpgsqlCommand(sql.SelectAll, connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows++;
            var kept = sql.Read(reader.GetString(1));
            if (expected.Remove(kept.Id, out var state) && sql.AreSame(state, kept))
                continue;
            differing++;
            findings.Add($"{table.Name} '{kept.Id}' is {sql.Write(kept)}; the journals come to {(state is null ? "nothing" : sql.Write(state))}.");
        }
        foreach (var missing in expected.Values)
        {
            differing++;
            findings.Add($"{table.Name} '{missing.Id}' is missing; the journals come to {sql.Write(missing)}.");
        }
        return new(table.Name, rows, differing);
    }
}
