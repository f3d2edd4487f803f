using Npgsql;

namespace TrustFund.Journal.Reporting;

/// <summary>
/// A service's own journal up to a moment, for reports of what was known then. All reads of one report are made in one transaction whose
/// snapshot does not move, so that they are of the same prefix.
/// </summary>
public static class JournalPrefix
{
    // Shared, so that no group is about to commit with an earlier recorded time than the moment that is asked for.
    const string AwaitCommits = "select sequence from journal.head for share";

    const string SelectHead = "select sequence from journal.head";

    // Sequences have no gap and recorded times never go back, so halving finds the place; the times have no index of their own.
    const string SelectPosition = """
        with recursive search (low, high) as (
            select 0::bigint, sequence from journal.head
            union all
            select case when e.recorded_at <= @knownOn then e.sequence else s.low end,
                   case when e.recorded_at <= @knownOn then s.high else e.sequence - 1 end
            from search s
            join journal.entry e on e.sequence = (s.low + s.high + 1) / 2
            where s.low < s.high
        )
        select low from search where low = high
        """;

    const string SelectEntries = """
        select body
        from journal.entry
        where subject = any(@subjects) and fund = any(@funds) and sequence <= @position
        order by sequence
        """;

    /// <summary>Waits until everything is committed that was recorded up to now; before the transaction is begun.</summary>
    public static async Task Await(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(AwaitCommits, connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>The last entry recorded up to a moment, or the last of all; 0 for none.</summary>
    public static async Task<long> Position(NpgsqlConnection connection, DateTimeOffset? knownOn, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(knownOn is null ? SelectHead : SelectPosition, connection);
        if (knownOn is { } moment)
            command.Parameters.AddWithValue("knownOn", moment);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }

    /// <summary>The entries about some subjects up to a position, in the order they were recorded.</summary>
    /// <param name="connection">Where to read.</param>
    /// <param name="fund">Code of the fund; what belongs to no fund is read too.</param>
    /// <param name="subjects">The subjects.</param>
    /// <param name="position">The last entry that counts.</param>
    /// <param name="cancellation">That nobody waits any more.</param>
    public static async Task<IReadOnlyList<Recorded>> Entries(
        NpgsqlConnection connection, string fund, IReadOnlyCollection<string> subjects, long position, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(SelectEntries, connection);
        command.Parameters.AddWithValue("subjects", subjects.ToArray());
        command.Parameters.AddWithValue("funds", new[] { fund, Events.IFundEvent.Platform });
        command.Parameters.AddWithValue("position", position);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var entries = new List<Recorded>();
        while (await reader.ReadAsync(cancellation))
            entries.Add(CloudEvent.Read(reader.GetFieldValue<byte[]>(0)).AsRecorded());
        return entries;
    }
}
