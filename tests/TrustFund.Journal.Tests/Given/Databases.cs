using System.Globalization;
using Npgsql;
using TrustFund.AppHost.Local;
using TrustFund.Provisioning;
using TrustFund.Provisioning.Databases;

namespace TrustFund.Journal.Tests.Given;

/// <summary>
/// A real PostgreSQL, made ready by the platform's own provisioning, so that what is tested has the rights it has in earnest. Each test gets
/// a database of its own, copied from a template.
/// </summary>
sealed class Databases : IAsyncDisposable
{
    const string Template = "rehearsal";

    // A throw-away server, on the loopback interface only.
    const string Password = "secret of the rehearsal";

    static readonly Uri NoBroker = new("amqp://nobody:nothing@127.0.0.1:9/");

    readonly SemaphoreSlim copying = new(1, 1);
    int copies;

    Databases(PostgresServer server) => Server = server;

    public PostgresServer Server { get; }

    public static async Task<Databases> Start(CancellationToken cancellation)
    {
        var databases = new Databases(await PostgresServer.StartAsync(cancellation: cancellation));
        var settings = new Settings(databases.Server.ConnectionString, NoBroker, NoBroker, [new(Template, Password, "")]);
        await DatabaseServer.ProvisionAsync(settings, TextWriter.Null, TimeProvider.System, cancellation);
        await new TestDatabase("", databases.Administrator(Template)).Execute($"set role {Template}_owner; {Account.Table}");
        return databases;
    }

    /// <summary>A database with an empty journal and an empty table of accounts, for the service's own role.</summary>
    public async Task<TestDatabase> New(CancellationToken cancellation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"journal_{Interlocked.Increment(ref copies)}");
        var server = new TestDatabase("", Administrator("postgres"));
        await copying.WaitAsync(cancellation);
        try
        {
            await server.Execute($"create database {name} template {Template} owner {Template}_owner");
            await server.Execute($"revoke all on database {name} from public; grant connect on database {name} to {Template}_app");
        }
        finally
        {
            copying.Release();
        }
        var app = Server.ConnectionStringFor(name, $"{Template}_app", Password) + ";Maximum Pool Size=20";
        return new TestDatabase(app, Administrator(name));
    }

    public ValueTask DisposeAsync()
    {
        copying.Dispose();
        return Server.DisposeAsync();
    }

    string Administrator(string database) =>
        new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Database = database, Pooling = false }.ConnectionString;
}
