using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TrustFund.AppHost.Local;
using TrustFund.Journal;
using TrustFund.Leverage.Tests;
using TrustFund.Rehearsal;

[assembly: AssemblyFixture(typeof(Database))]

namespace TrustFund.Leverage.Tests;

/// <summary>A real PostgreSQL with databases made by the migration scripts of the journal and of Leverage.</summary>
public sealed class Database : IAsyncLifetime
{
    PostgresServer server = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await PostgresServer.StartAsync(cancellation: Cancel);
        await using var administrator = NpgsqlDataSource.Create(server.ConnectionString);
        await Execute(administrator, "create role leverage_app");
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    /// <summary>A database of its own, migrated up to a script of Leverage's.</summary>
    internal async Task<NpgsqlDataSource> Create(string name, string lastScript)
    {
        await using (var administrator = NpgsqlDataSource.Create(server.ConnectionString))
            await Execute(administrator, $"create database {name}");
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, Timezone = "UTC" }.ConnectionString);
        foreach (var script in Scripts(typeof(Command)).Concat(Scripts(typeof(LeverageEvolution)).TakeWhile(script => string.CompareOrdinal(script.Name, lastScript) <= 0)))
            await Execute(source, script.Sql);
        return source;
    }

    /// <summary>Runs one more of Leverage's scripts.</summary>
    internal static Task Migrate(NpgsqlDataSource source, string script) =>
        Execute(source, Scripts(typeof(LeverageEvolution)).Single(candidate => candidate.Name == script).Sql);

    internal static async Task Execute(NpgsqlDataSource source, string sql, params object[] parameters)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Writes every row as the journal does, by the names of its columns, its entries, and how far Pledges is applied.</summary>
    internal static async Task Write(NpgsqlDataSource source, MemoryService service, long pledges)
    {
        foreach (var table in new LeverageEvolution().Tables)
        {
            var rows = service.All.Where(state => state.GetType() == table.Kind).Select(state => JsonSerializer.Serialize(state, table.Kind, StateJson.Options));
            await using var command = source.CreateCommand($"insert into {table.Name} select * from jsonb_populate_recordset(null::{table.Name}, $1)");
            command.Parameters.Add(new() { Value = $"[{string.Join(',', rows)}]", NpgsqlDbType = NpgsqlDbType.Jsonb });
            await command.ExecuteNonQueryAsync(Cancel);
        }
        await WriteJournal(source, service);
        await Execute(source, "insert into journal.followed (source, sequence, hash) values ('pledges', $1, decode(repeat('00', 32), 'hex'))", pledges);
    }

    /// <summary>Writes the service's own entries.</summary>
    internal static async Task WriteJournal(NpgsqlDataSource source, MemoryService service)
    {
        foreach (var entry in service.Journal)
        {
            await Execute(
                source,
                """
                insert into journal.entry (sequence, recorded_at, type, routing_key, fund, subject, actor, value_date, hash, body)
                values ($1, $2, $3, '', $4, $5, 'fiona', $6, decode(repeat('00', 32), 'hex'), $7)
                """,
                entry.Sequence, entry.At, Events.EventTypes.NameOf(entry.Event.GetType()), entry.Event.Fund, entry.Event.Subject, entry.Event.ValueDate!.Value,
                JsonSerializer.SerializeToUtf8Bytes(new { Data = JsonSerializer.SerializeToElement(entry.Event, entry.Event.GetType(), Events.EventJson.Options) }, JsonSerializerOptions.Web));
        }
        await Execute(source, "update journal.head set sequence = $1, recorded_at = $2", (long)service.Journal.Count, service.Now());
    }

    static IEnumerable<(string Name, string Sql)> Scripts(Type of) => of.Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
        .Select(name =>
        {
            using var reader = new StreamReader(of.Assembly.GetManifestResourceStream(name)!);
            return (name.Split('.')[^2], reader.ReadToEnd().Replace("$app$", "leverage_app", StringComparison.Ordinal));
        })
        .OrderBy(script => script.Item1, StringComparer.Ordinal);
}
