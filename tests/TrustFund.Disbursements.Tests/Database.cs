using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TrustFund.AppHost.Local;
using TrustFund.Events;
using TrustFund.Journal;
using TrustFund.Rehearsal;

namespace TrustFund.Disbursements.Tests;

/// <summary>A real PostgreSQL with databases made by the migration scripts of the journal and of Disbursements.</summary>
public sealed class Database : IAsyncLifetime
{
    PostgresServer server = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await PostgresServer.StartAsync(cancellation: Cancel);
        await using var administrator = NpgsqlDataSource.Create(server.ConnectionString);
        await Execute(administrator, "create role disbursements_app");
    }

    public async ValueTask DisposeAsync() => await server.DisposeAsync();

    /// <summary>A database of its own, migrated by the scripts before this one.</summary>
    internal async Task<NpgsqlDataSource> CreateBefore(string script)
    {
        var name = $"before_{script}";
        await using (var administrator = NpgsqlDataSource.Create(server.ConnectionString))
            await Execute(administrator, $"create database {name}");
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name, Timezone = "UTC" }.ConnectionString);
        foreach (var (_, sql) in Scripts(typeof(Command)).Concat(Scripts(typeof(DisbursementsEvolution)).TakeWhile(earlier => earlier.Name != script)))
            await Execute(source, sql);
        return source;
    }

    /// <summary>Runs this script of Disbursements and those after it.</summary>
    internal static async Task MigrateFrom(NpgsqlDataSource source, string script)
    {
        foreach (var (_, sql) in Scripts(typeof(DisbursementsEvolution)).SkipWhile(earlier => earlier.Name != script))
            await Execute(source, sql);
    }

    /// <summary>Writes the service's entries, and of its rows what the tables have columns for.</summary>
    internal static async Task Write(NpgsqlDataSource source, MemoryService service)
    {
        foreach (var table in new DisbursementsEvolution().Tables)
        {
            var rows = service.All.Where(state => state.GetType() == table.Kind).Select(state => JsonSerializer.Serialize(state, table.Kind, StateJson.Options));
            await using var command = source.CreateCommand($"insert into {table.Name} select * from jsonb_populate_recordset(null::{table.Name}, $1)");
            command.Parameters.Add(new() { Value = $"[{string.Join(',', rows)}]", NpgsqlDbType = NpgsqlDbType.Jsonb });
            await command.ExecuteNonQueryAsync(Cancel);
        }
        foreach (var entry in service.Journal)
        {
            await Execute(
                source,
                """
                insert into journal.entry (sequence, recorded_at, type, routing_key, fund, subject, actor, hash, body)
                values ($1, $2, $3, '', $4, $5, $6, decode(repeat('00', 32), 'hex'), $7)
                """,
                entry.Sequence, entry.At, EventTypes.NameOf(entry.Event.GetType()), entry.Event.Fund, entry.Event.Subject, entry.Actor,
                JsonSerializer.SerializeToUtf8Bytes(new { Data = JsonSerializer.SerializeToElement(entry.Event, entry.Event.GetType(), EventJson.Options) }, JsonSerializerOptions.Web));
        }
    }

    internal static async Task Execute(NpgsqlDataSource source, string sql, params object[] parameters)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new() { Value = parameter });
        await command.ExecuteNonQueryAsync(Cancel);
    }

    internal static async Task<List<string>> Read(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel))
            rows.Add(reader.GetString(0));
        return rows;
    }

    static IEnumerable<(string Name, string Sql)> Scripts(Type of) => of.Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
        .Select(name =>
        {
            using var reader = new StreamReader(of.Assembly.GetManifestResourceStream(name)!);
            return (Name: name.Split('.')[^2], Sql: reader.ReadToEnd().Replace("$app$", "disbursements_app", StringComparison.Ordinal));
        })
        .OrderBy(script => script.Name, StringComparer.Ordinal);
}
