using System.Globalization;
using Npgsql;
using RabbitMQ.Client;
using TrustFund.AppHost.Local;
using TrustFund.Journal.Tests.Given;
using TrustFund.Provisioning;
using TrustFund.Provisioning.Broker;
using TrustFund.Provisioning.Databases;

[assembly: AssemblyFixture(typeof(Servers))]

namespace TrustFund.Journal.Tests.Given;

/// <summary>
/// A real PostgreSQL and a real RabbitMQ of the tests' own, made ready by the platform's own provisioning, so that what is tested has the
/// rights it has in earnest. Each test gets a database of its own, copied from a template.
/// </summary>
public sealed class Servers : IAsyncLifetime
{
    const string Template = "rehearsal";

    static readonly Uri Nowhere = new("amqp://nobody:nothing@127.0.0.1:9/");

    readonly SemaphoreSlim copying = new(1, 1);
    Task<RabbitMqServer> broker = null!;
    int copies;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal PostgresServer Postgres { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // The broker takes seconds to start; what needs none is tested meanwhile.
        broker = StartBroker();
        Postgres = await PostgresServer.StartAsync(cancellation: Cancel);
        var settings = new Settings(Postgres.ConnectionString, Nowhere, Nowhere, [new(Template, Password(Template), "")]);
        await DatabaseServer.ProvisionAsync(settings, TextWriter.Null, TimeProvider.System, Cancel);
        await new TestDatabase("", Administrator(Template)).Execute($"set role {Template}_owner; {Account.Table}");
    }

    public async ValueTask DisposeAsync()
    {
        copying.Dispose();
        await (await broker).DisposeAsync();
        await Postgres.DisposeAsync();
    }

    /// <summary>A database with an empty journal and an empty table of accounts, for the service's own role.</summary>
    internal async Task<TestDatabase> NewDatabase()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"journal_{Interlocked.Increment(ref copies)}");
        var server = new TestDatabase("", Administrator("postgres"));
        await copying.WaitAsync(Cancel);
        try
        {
            await server.Execute($"create database {name} template {Template} owner {Template}_owner");
            await server.Execute($"revoke all on database {name} from public; grant connect on database {name} to {Template}_app");
        }
        finally
        {
            copying.Release();
        }
        var app = Postgres.ConnectionStringFor(name, $"{Template}_app", Password(Template)) + ";Maximum Pool Size=20";
        return new TestDatabase(app, Administrator(name));
    }

    internal Task<RabbitMqServer> Broker() => broker.WaitAsync(Cancel);

    /// <summary>The broker's address with a service's own login.</summary>
    internal async Task<Uri> Messaging(string service) => (await Broker()).AmqpUriFor(service, Password(service));

    /// <summary>A connection with a service's own login, or the administrator's.</summary>
    internal async Task<IConnection> Connect(string? service = null) => await new ConnectionFactory
    {
        Uri = service is null ? (await Broker()).AmqpUri : await Messaging(service),
        AutomaticRecoveryEnabled = false,
    }.CreateConnectionAsync(Cancel);

    static async Task<RabbitMqServer> StartBroker()
    {
        var started = await RabbitMqServer.StartAsync(cancellation: Cancel);
        var logins = Followings.Services.Select(name => new ServiceLogins(name, "", Password(name)));
        var settings = new Settings("", started.AmqpUri, started.ManagementUri, [.. logins]);
        await BrokerServer.ProvisionAsync(settings, TextWriter.Null, TimeProvider.System, Cancel);
        return started;
    }

    string Administrator(string database) =>
        new NpgsqlConnectionStringBuilder(Postgres.ConnectionString) { Database = database, Pooling = false }.ConnectionString;

    // A throw-away server, on the loopback interface only.
    static string Password(string login) => $"secret of {login}";
}
