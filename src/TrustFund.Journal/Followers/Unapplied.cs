using Npgsql;
using NpgsqlTypes;

namespace TrustFund.Journal.Followers;

/// <summary>Facts that could not be applied: kept with the reason while the cursor moves on, so that one of them stops nobody.</summary>
sealed class Unapplied(NpgsqlDataSource database)
{
    const string SelectCursor = "select sequence from journal.followed where source = $1";

    const string TakeHead = "select 1 from journal.head for update";

    // Only from the place just before it: another replica may have applied it after all and moved on, and a fact that is both applied
    // and kept could be replayed into a second effect.
    const string MovePast = """
        with moved as (
            insert into journal.followed as f (source, sequence, hash)
            select $1, $2, $3 where $2 = 1 or exists (select from journal.followed where source = $1)
            on conflict (source) do update set sequence = excluded.sequence, hash = excluded.hash where f.sequence = excluded.sequence - 1
            returning 1
        )
        insert into journal.unapplied (source, sequence, type, reason, body, recorded_at)
        select $1, $2, $4, $5, $6, now() from moved
        """;

    public async Task<long> ReadCursor(string source, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(SelectCursor);
        command.Parameters.Add(Text(source));
        return await command.ExecuteScalarAsync(cancellation) as long? ?? 0;
    }

    /// <summary>Keeps it and moves past it; gives the source's last applied sequence as it is then.</summary>
    public async Task<long> Keep(CloudEvent entry, string reason, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var batch = new NpgsqlBatch(connection, transaction);
        batch.BatchCommands.Add(new(TakeHead));
        batch.BatchCommands.Add(new(MovePast)
        {
            Parameters =
            {
                Text(entry.Source), Number(entry.Sequence), Bytes(entry.Hash()), Text(entry.Type),
                Text(reason.Replace('\0', ' ')), Bytes(entry.Body.ToArray()),
            },
        });
        await batch.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return await ReadCursor(entry.Source, cancellation);
    }

    static NpgsqlParameter Text(string value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text };

    static NpgsqlParameter Number(long value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bigint };

    static NpgsqlParameter Bytes(byte[] value) => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Bytea };
}
