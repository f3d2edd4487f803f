using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using TrustFund.Journal;
using TrustFund.Journal.Checking;
using TrustFund.Journal.Relaying;
using TrustFund.Journal.Writing;

namespace TrustFund.Rehearsal.Upgrading;

/// <summary>
/// A service's database, made by its scripts: all of them, or as an earlier version left it, and what today's make of that. Rows that the
/// earlier version itself wrote show most: what the scripts turn them into must be what today's code folds from the same entries, versions
/// too. Rows of today's code that a test has taken back to what they were before a script show only as much as its writer knew of that
/// version. Neither shows the rights of the service's login, nor how long a script takes.
/// </summary>
public sealed class ScriptedDatabase : IAsyncDisposable
{
    const string InsertEntry = """
        insert into journal.entry (sequence, recorded_at, type, routing_key, fund, subject, actor, value_date, trace_parent, hash, body)
        select (e ->> 'sequence')::bigint, (e ->> 'time')::timestamptz, e ->> 'type', '', e ->> 'fund', e ->> 'subject', e ->> 'actor',
            (e ->> 'valuedate')::date, e ->> 'traceparent', sha256($1), $1
        from (select convert_from($1, 'UTF8')::jsonb as e) read
        """;

    const string MoveHead = """
        update journal.head set (sequence, hash, recorded_at) = (select sequence, hash, recorded_at from journal.entry order by sequence desc limit 1)
        where exists (select from journal.entry)
        """;

    static readonly JsonSerializerOptions WithoutNulls = new(StateJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    readonly JournalOptions options;
    readonly IReadOnlyList<Script> missing;
    readonly Feeds feeds = new();

    ScriptedDatabase(NpgsqlDataSource source, JournalOptions options, IReadOnlyList<Script> missing) =>
        (Source, this.options, this.missing) = (source, options, missing);

    /// <summary>The database itself, with an administrator's rights.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>A database of its own, with the scripts before those that are named; all of the journal's when none is.</summary>
    /// <param name="administrator">The connection string of a server's administrator.</param>
    /// <param name="service">The service's name.</param>
    /// <param name="evolution">Its evolution of today.</param>
    /// <param name="firstMissing">Its first script that the earlier version did not have; null when it had all of today's.</param>
    /// <param name="firstMissingOfJournal">The journal's first that it did not have.</param>
    public static async Task<ScriptedDatabase> Create(
        string administrator, string service, Evolution evolution, string? firstMissing, string? firstMissingOfJournal = null)
    {
        var (journal, journalMissing) = Divide(Script.OfJournal(service), firstMissingOfJournal);
        var (own, ownMissing) = Divide(Script.OfService(service, evolution), firstMissing);
        var name = $"old_{service}_{Guid.NewGuid():N}";
        await using (var server = NpgsqlDataSource.Create(administrator))
        {
            await Run(server, $"do $$ begin create role {service}_app; exception when duplicate_object or unique_violation then null; end $$");
            await Run(server, $"create database {name}");
        }
        var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(administrator) { Database = name, Timezone = "UTC", Pooling = false }.ConnectionString);
        var old = new ScriptedDatabase(source, new JournalOptions(service, evolution), [.. journalMissing, .. ownMissing]);
        foreach (var script in journal.Concat(own))
            await old.Execute(script.Sql);
        return old;
    }

    /// <summary>Writes the service's own entries, as they stand on the wire.</summary>
    public async Task WriteJournal(IEnumerable<string> entries)
    {
        foreach (var entry in entries)
            await Run(Source, InsertEntry, new NpgsqlParameter { Value = Encoding.UTF8.GetBytes(entry) });
        await Execute(MoveHead);
    }

    /// <summary>A followed source's journal: all of it is applied, or none in a version that did not follow it.</summary>
    public async Task WriteFollowed(string source, IReadOnlyList<string> entries, bool applied)
    {
        feeds.Serve(source, entries);
        if (entries.Count == 0 || !applied)
            return;
        await Run(
            Source,
            "insert into journal.followed (source, sequence, hash) values ($1, $2, sha256($3))",
            new() { Value = source }, new() { Value = (long)entries.Count }, new() { Value = Encoding.UTF8.GetBytes(entries[^1]) });
    }

    /// <summary>Writes rows as the journal does, by the names of their columns. A member without a column in this version is left out.</summary>
    public Task WriteRows(string table, IEnumerable<string> rows) => Run(
        Source,
        $"insert into {table} select * from jsonb_populate_recordset(null::{table}, $1)",
        new NpgsqlParameter { Value = $"[{string.Join(',', rows)}]", NpgsqlDbType = NpgsqlDbType.Jsonb });

    /// <summary>Writes the entries of a service of today, and its rows in those tables that were there.</summary>
    public async Task Write(MemoryService service)
    {
        await WriteJournal(service);
        foreach (var table in options.Evolution.Tables)
        {
            if (await Exists(table.Name) && Of(service, table.Kind) is { Count: > 0 } states)
                await WriteRows(table.Name, states.Values.Select(options.Tables[table.Kind].Write));
        }
    }

    /// <summary>Writes the entries of a service of today.</summary>
    public Task WriteJournal(MemoryService service)
    {
        var previous = new byte[32];
        return WriteJournal(service.Journal.Select(recorded =>
        {
            var entry = CloudEvent.Write(recorded, previous);
            previous = entry.Hash();
            return Encoding.UTF8.GetString(entry.Body.Span);
        }));
    }

    /// <summary>Runs some SQL, such as what makes rows of today those of before.</summary>
    public Task Execute(string sql) => Run(Source, sql);

    /// <summary>The one column of some rows.</summary>
    public async Task<IReadOnlyList<string>> Read(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }

    /// <summary>Applies the scripts that are missing, the journal's first, as provisioning does.</summary>
    public async Task Upgrade()
    {
        foreach (var script in missing)
            await Execute(script.Sql);
    }

    /// <summary>
    /// Applies what of its sources' journals is not applied, as the service does when it starts: a script may have it heard again.
    /// </summary>
    public async Task CatchUp()
    {
        using var signal = new RelaySignal();
        using var writer = new GroupWriter(Source, options, TimeProvider.System, Options.Create(new JsonOptions()), signal, NullLogger<GroupWriter>.Instance);
        await writer.StartAsync(CancellationToken.None);
        foreach (var (source, entries) in feeds.Journals.Where(journal => journal.Value.Count > 0))
        {
            var work = new FollowWork(source, [.. entries.Select(entry => CloudEvent.Read(Encoding.UTF8.GetBytes(entry)))]);
            await writer.Enqueue(work);
            await work.Applied;
        }
        await writer.StopAsync(CancellationToken.None);
    }

    /// <summary>Proves the books as the service does when it is asked to.</summary>
    public Task<VerificationReport> Verify() => new Verification(Source, options, feeds).Run(CancellationToken.None);

    /// <summary>How the rows differ from a service's states, in all tables or in those that are named; none when they are the same.</summary>
    public async Task<IReadOnlyList<string>> Differences(MemoryService service, params IReadOnlyList<string> tables)
    {
        var differences = new List<string>();
        foreach (var table in options.Evolution.Tables.Where(table => tables.Count == 0 || tables.Contains(table.Name)))
        {
            var (sql, expected) = (options.Tables[table.Kind], Of(service, table.Kind));
            foreach (var row in await Read($"select row_to_json(kept)::text from {table.Name} kept"))
            {
                var kept = sql.Read(row);
                if (!expected.Remove(kept.Id, out var state) || !sql.AreSame(state, kept))
                    differences.Add($"{table.Name}: {row} ought to be {(state is null ? "nothing" : sql.Write(state))}");
            }
            differences.AddRange(expected.Values.Select(state => $"{table.Name}: missing is {sql.Write(state)}"));
        }
        return differences;
    }

    /// <summary>
    /// The rows that today's service would write otherwise, though it reads them: such as one whose JSON lacks a member that a report's SQL
    /// looks for. A member that is null may as well be absent.
    /// </summary>
    public async Task<IReadOnlyList<string>> Unfinished()
    {
        var unfinished = new List<string>();
        foreach (var table in options.Evolution.Tables)
        {
            foreach (var row in await Read($"select jsonb_strip_nulls(to_jsonb(kept))::text from {table.Name} kept"))
            {
                using var there = JsonDocument.Parse(row);
                var written = JsonSerializer.SerializeToElement(options.Tables[table.Kind].Read(row), table.Kind, WithoutNulls);
                if (!JsonElement.DeepEquals(there.RootElement, written))
                    unfinished.Add($"{table.Name}: {row} would be {written}");
            }
        }
        return unfinished;
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Source.DisposeAsync();

    static Dictionary<string, State> Of(MemoryService service, Type kind) =>
        service.All.Where(state => state.GetType() == kind).ToDictionary(state => state.Id);

    static (IEnumerable<Script> There, IEnumerable<Script> Missing) Divide(IReadOnlyList<Script> scripts, string? first) =>
        first is null || scripts.Any(script => script.Name == first)
            ? (scripts.TakeWhile(script => script.Name != first), scripts.SkipWhile(script => script.Name != first))
            : throw new ArgumentException($"There is no script '{first}'.", nameof(first));

    static async Task Run(NpgsqlDataSource source, string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync();
    }

    async Task<bool> Exists(string table) => (await Read($"select coalesce(to_regclass('{table}')::text, '')"))[0].Length > 0;
}
