using Npgsql;
using NpgsqlTypes;

namespace TrustFund.Journal.Writing;

/// <summary>The second round trip of a group: everything it adds, set-wise, and the commit.</summary>
sealed class GroupWrites(JournalOptions options)
{
    const string InsertEntries = """
        insert into journal.entry (sequence, recorded_at, type, routing_key, fund, subject, actor, value_date, trace_parent, hash, body)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    const string MoveHead = "update journal.head set sequence = $1, hash = $2, recorded_at = $3";

    const string InsertClaims = """
        insert into journal.claim (caller, route, key, request_hash, status, body, location, etag, position, recorded_at)
        select *, $10 from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """;

    const string MoveCursors = """
        insert into journal.followed (source, sequence, hash) select * from unnest($1, $2, $3)
        on conflict (source) do update set sequence = excluded.sequence, hash = excluded.hash
        """;

    // Nothing of such a group was promised to anybody: what a crash takes back is read again from the source's feed.
    const string NeedNotWaitForDisk = "set local synchronous_commit = off";

    // Seconds, for a file with more rows than a group ever has commands.
    const int LongestWrite = 300;
    const int UsualEntries = 1000;

    public async Task Commit(NpgsqlConnection connection, GroupState state, DateTimeOffset at)
    {
        await using var batch = new NpgsqlBatch(connection) { Timeout = state.NewEntries.Count > UsualEntries ? LongestWrite : connection.CommandTimeout };
        if (state is { NewEntries.Count: 0, NewClaims.Count: 0, Replayed: 0 })
            batch.BatchCommands.Add(new(NeedNotWaitForDisk));
        foreach (var kind in state.States.Changed.GroupBy(changed => changed.GetType()))
        {
            var sql = options.Tables[kind.Key];
            batch.BatchCommands.Add(new(sql.Upsert) { Parameters = { Of(sql.WriteAll(kind), NpgsqlDbType.Jsonb) } });
        }
        if (state.NewEntries.Count > 0) AddEntries(batch, state.NewEntries);
        if (state.NewClaims.Count > 0) AddClaims(batch, state.NewClaims, at);
        if (state.MovedCursors.Count > 0) AddCursors(batch, [.. state.MovedCursors.Select(source => state.Cursors[source])]);
        batch.BatchCommands.Add(new("commit"));
        await batch.ExecuteNonQueryAsync();
    }

    static void AddEntries(NpgsqlBatch batch, List<CloudEvent> entries)
    {
        var hashes = entries.ConvertAll(entry => entry.Hash());
        batch.BatchCommands.Add(new(InsertEntries)
        {
            Parameters =
            {
                Of(entries.ConvertAll(entry => entry.Sequence).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint),
                Of(entries.ConvertAll(entry => entry.Time.UtcDateTime).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz),
                Texts(entries, entry => entry.Type),
                Texts(entries, entry => entry.RoutingKey),
                Texts(entries, entry => entry.Fact.Fund),
                Texts(entries, entry => entry.Fact.Subject),
                Texts(entries, entry => entry.Actor),
                Of(entries.ConvertAll(entry => entry.Fact.ValueDate).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Date),
                Texts(entries, entry => entry.TraceParent),
                Of(hashes.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bytea),
                Of(entries.ConvertAll(entry => entry.Body.ToArray()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bytea),
            },
        });
        var last = entries[^1];
        batch.BatchCommands.Add(new(MoveHead)
        {
            Parameters = { Of(last.Sequence, NpgsqlDbType.Bigint), Of(hashes[^1], NpgsqlDbType.Bytea), Of(last.Time.UtcDateTime, NpgsqlDbType.TimestampTz) },
        });
    }

    static void AddClaims(NpgsqlBatch batch, List<Claim> claims, DateTimeOffset at) => batch.BatchCommands.Add(new(InsertClaims)
    {
        Parameters =
        {
            Texts(claims, claim => claim.Key.Caller),
            Texts(claims, claim => claim.Key.Route),
            Texts(claims, claim => claim.Key.Key),
            Of(claims.ConvertAll(claim => claim.RequestHash).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bytea),
            Of(claims.ConvertAll(claim => claim.Answer.Status).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer),
            Of(claims.ConvertAll(claim => claim.Answer.Body).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bytea),
            Texts(claims, claim => claim.Answer.Location),
            Texts(claims, claim => claim.Answer.ETag),
            Texts(claims, claim => claim.Answer.Position),
            Of(at.UtcDateTime, NpgsqlDbType.TimestampTz),
        },
    });

    static void AddCursors(NpgsqlBatch batch, List<Cursor> cursors) => batch.BatchCommands.Add(new(MoveCursors)
    {
        Parameters =
        {
            Texts(cursors, cursor => cursor.Source),
            Of(cursors.ConvertAll(cursor => cursor.Sequence).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bigint),
            Of(cursors.ConvertAll(cursor => cursor.Hash.ToArray()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Bytea),
        },
    });

    static NpgsqlParameter Texts<T>(List<T> rows, Func<T, string?> column) =>
        Of(rows.Select(column).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text);

    static NpgsqlParameter Of(object value, NpgsqlDbType type) => new() { Value = value, NpgsqlDbType = type };
}
