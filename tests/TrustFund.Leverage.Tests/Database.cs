using TrustFund.AppHost.Local;
using TrustFund.Leverage.Tests;
using TrustFund.Rehearsal;
using TrustFund.Rehearsal.Upgrading;

[assembly: AssemblyFixture(typeof(Database))]

namespace TrustFund.Leverage.Tests;

/// <summary>A real PostgreSQL with databases made by the migration scripts of the journal and of Leverage.</summary>
public sealed class Database : IAsyncLifetime
{
    PostgresServer server = null!;

    public async ValueTask InitializeAsync() => server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>A database of its own, with the scripts before this one; with all of them when it is null.</summary>
    internal Task<ScriptedDatabase> Create(string? firstMissing = null) =>
        ScriptedDatabase.Create(server.ConnectionString, "leverage", new LeverageEvolution(), firstMissing);

    /// <summary>A database of its own with the service's rows and entries, and how far Pledges is applied.</summary>
    internal async Task<ScriptedDatabase> Create(MemoryService service, long pledges)
    {
        var database = await Create();
        await database.Write(service);
        await database.Execute($"insert into journal.followed (source, sequence, hash) values ('pledges', {pledges}, decode(repeat('00', 32), 'hex'))");
        return database;
    }
}
