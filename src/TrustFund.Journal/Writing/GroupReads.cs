using System.Data;
using Npgsql;
using NpgsqlTypes;

namespace TrustFund.Journal.Writing;

/// <summary>The first round trip of a group: take the head, then see the claims, the cursors and the states as nobody else can change them.</summary>
sealed class GroupReads(JournalOptions options)
{
    const string TakeHead = "select sequence, hash, recorded_at from journal.head for update";

    const string SelectClaims = """
        select c.caller, c.route, c.key, c.request_hash, c.status, c.body, c.location, c.etag, c.position
        from journal.claim c
        join unnest($1, $2, $3) as asked (caller, route, key) using (caller, route, key)
        """;

    const string SelectCursors = "select source, sequence, hash from journal.followed where source = any($1)";

    const string MarkAsReplayed = "update journal.unapplied set replayed_at = now() where source = $1 and sequence = $2 and replayed_at is null";

    public async Task<GroupState> Begin(NpgsqlConnection connection, IReadOnlyList<Work> group)
    {
        var state = new GroupState();
        var commands = group.OfType<CommandWork>().ToList();
        var sources = group.OfType<FollowWork>().Select(work => work.Source).Distinct().ToArray();
        var wanted = Missing(group.SelectMany(work => work.Touches(state.States, options.Evolution)), state.States);

        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new("begin"));
        batch.BatchCommands.Add(new(TakeHead));
        if (commands.Count > 0) batch.BatchCommands.Add(ClaimsOf(commands));
        if (sources.Length > 0) batch.BatchCommands.Add(new(SelectCursors) { Parameters = { Texts(sources) } });
        // Which fund a command books in shows only once it is decided; there are few, and each is one short row.
        batch.BatchCommands.Add(new(options.Tables[typeof(ClosedPeriod)].SelectAll));
        AddStates(batch, wanted);

        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        state.Head = new(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), await ReadMoment(reader, 2));
        if (commands.Count > 0) await ReadClaims(reader, state);
        if (sources.Length > 0) await ReadCursors(reader, state);
        await ReadClosedPeriods(reader, state.States);
        await ReadStates(reader, wanted, state.States);
        return state;
    }

    /// <summary>What a command would touch, as it stands at one moment. The head stays free: others write on meanwhile.</summary>
    public async Task<States> Snapshot(NpgsqlConnection connection, Func<States, IEnumerable<StateKey>> touches)
    {
        var states = States.Loaded();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        await using (var batch = new NpgsqlBatch(connection))
        {
            batch.BatchCommands.Add(new(Group.TakeTime));
            batch.BatchCommands.Add(new(options.Tables[typeof(ClosedPeriod)].SelectAll));
            await using var reader = await batch.ExecuteReaderAsync();
            await ReadClosedPeriods(reader, states, first: true);
        }
        await LoadMissing(connection, touches, states);
        return states;
    }

    /// <summary>Loads what turns out to be touched besides, until that names nothing new.</summary>
    public async Task LoadMissing(NpgsqlConnection connection, Func<States, IEnumerable<StateKey>> touches, States states)
    {
        while (Missing(touches(states), states) is { Count: > 0 } wanted)
        {
            await using var batch = new NpgsqlBatch(connection);
            AddStates(batch, wanted);
            await using var reader = await batch.ExecuteReaderAsync();
            await ReadStates(reader, wanted, states, first: true);
        }
    }

    /// <summary>Marks a fact that was put aside as applied; false when it was before.</summary>
    public static async Task<bool> MarkReplayed(NpgsqlConnection connection, CloudEvent putAside)
    {
        await using var command = new NpgsqlCommand(MarkAsReplayed, connection)
        {
            Parameters = { new() { Value = putAside.Source }, new() { Value = putAside.Sequence } },
        };
        return await command.ExecuteNonQueryAsync() == 1;
    }

    static Dictionary<Type, string[]> Missing(IEnumerable<StateKey> touched, States states) => touched
        .Where(key => !states.Holds(key))
        .Distinct()
        .GroupBy(key => key.Kind, key => key.Id)
        .ToDictionary(kind => kind.Key, kind => kind.ToArray());

    void AddStates(NpgsqlBatch batch, Dictionary<Type, string[]> wanted)
    {
        foreach (var (kind, ids) in wanted)
            batch.BatchCommands.Add(new(options.Tables[kind].Select) { Parameters = { Texts(ids) } });
    }

    async Task ReadClosedPeriods(NpgsqlDataReader reader, States states, bool first = false)
    {
        if (!first) await reader.NextResultAsync();
        while (await reader.ReadAsync())
            states.Load(StateKey.Of<ClosedPeriod>(reader.GetString(0)), options.Tables[typeof(ClosedPeriod)].Read(reader.GetString(1)));
    }

    async Task ReadStates(NpgsqlDataReader reader, Dictionary<Type, string[]> wanted, States states, bool first = false)
    {
        foreach (var (kind, ids) in wanted)
        {
            if (!first) await reader.NextResultAsync();
            first = false;
            foreach (var id in ids)
                states.Load(new(kind, id), null);
            while (await reader.ReadAsync())
                states.Load(new(kind, reader.GetString(0)), options.Tables[kind].Read(reader.GetString(1)));
        }
    }

    static NpgsqlBatchCommand ClaimsOf(List<CommandWork> commands) => new(SelectClaims)
    {
        Parameters =
        {
            Texts(commands.ConvertAll(work => work.Claim.Caller).ToArray()),
            Texts(commands.ConvertAll(work => work.Claim.Route).ToArray()),
            Texts(commands.ConvertAll(work => work.Claim.Key).ToArray()),
        },
    };

    static async Task ReadClaims(NpgsqlDataReader reader, GroupState state)
    {
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
            var key = new ClaimKey(reader.GetString(0), reader.GetString(1), reader.GetString(2));
            state.Claims[key] = new(key, reader.GetFieldValue<byte[]>(3), new(
                reader.GetInt32(4), reader.GetFieldValue<byte[]>(5), Text(reader, 6), Text(reader, 7), Text(reader, 8)));
        }
    }

    static async Task ReadCursors(NpgsqlDataReader reader, GroupState state)
    {
        await reader.NextResultAsync();
        while (await reader.ReadAsync())
            state.Cursors[reader.GetString(0)] = new(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
    }

    /// <summary>An empty journal's head was recorded at minus infinity.</summary>
    static async Task<DateTimeOffset> ReadMoment(NpgsqlDataReader reader, int column)
    {
        var moment = await reader.GetFieldValueAsync<DateTime>(column);
        return moment == DateTime.MinValue ? DateTimeOffset.MinValue : new(moment, TimeSpan.Zero);
    }

    static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    static NpgsqlParameter Texts(string[] values) => new() { Value = values, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text };
}
