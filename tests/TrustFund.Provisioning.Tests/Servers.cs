using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Npgsql;
using RabbitMQ.Client;
using TrustFund.AppHost.Local;
using TrustFund.Journal;

[assembly: AssemblyFixture(typeof(TrustFund.Provisioning.Tests.Servers))]
// All share the two servers, and some change them.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace TrustFund.Provisioning.Tests;

/// <summary>A real PostgreSQL and a real RabbitMQ of the tests' own, provisioned once before the first test.</summary>
public sealed class Servers : IAsyncLifetime
{
    PostgresServer? postgres;
    RabbitMqServer? broker;

    internal Settings Settings { get; private set; } = null!;

    /// <summary>What the first provisioning said, line by line.</summary>
    internal IReadOnlyList<string> FirstRun { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        var starting = PostgresServer.StartAsync(cancellation: cancel);
        broker = await RabbitMqServer.StartAsync(cancellation: cancel);
        postgres = await starting;
        Settings = new Settings(
            postgres.ConnectionString,
            broker.AmqpUri,
            broker.ManagementUri,
            [.. Followings.Services.Select(name => new ServiceLogins(name, $"it's {name}\\1", $"mq {name}/@:1"))]);
        await AddWellKnownLoginAsync(cancel);
        FirstRun = await ProvisionAsync(Settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (broker is not null)
        {
            await broker.DisposeAsync();
        }

        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }
    }

    /// <summary>Provisions and gives back the lines that it says.</summary>
    internal static async Task<IReadOnlyList<string>> ProvisionAsync(Settings settings)
    {
        using var report = new StringWriter();
        await Provision.RunAsync(settings, report, TimeProvider.System, TestContext.Current.CancellationToken);
        return report.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>A connection string of a service's own role, to its own database unless another is named.</summary>
    internal string AppConnection(string service, string? database = null) =>
        new NpgsqlConnectionStringBuilder(Settings.Postgres)
        {
            Username = $"{service}_app",
            Password = Logins(service).DatabasePassword,
            Database = database ?? service,
            Pooling = false,
        }.ConnectionString;

    internal string AdministratorConnection(string database) =>
        new NpgsqlConnectionStringBuilder(Settings.Postgres) { Database = database, Pooling = false }.ConnectionString;

    /// <summary>A connection to the broker with a service's own login.</summary>
    internal Task<IConnection> BrokerAsync(string service) => BrokerAsync(service, Logins(service).BrokerPassword);

    internal Task<IConnection> BrokerAsync(string login, string password) =>
        new ConnectionFactory
        {
            HostName = Settings.Messaging.Host,
            Port = Settings.Messaging.Port,
            UserName = login,
            Password = password,
            AutomaticRecoveryEnabled = false,
        }.CreateConnectionAsync(TestContext.Current.CancellationToken);

    /// <summary>A connection to the broker as its administrator.</summary>
    internal Task<IConnection> BrokerAdministratorAsync()
    {
        var credentials = Settings.Messaging.UserInfo.Split(':');
        return BrokerAsync(credentials[0], credentials[1]);
    }

    /// <summary>A client of the management API, as the broker's administrator.</summary>
    internal HttpClient Management() => new()
    {
        BaseAddress = Settings.ManagementUri,
        DefaultRequestHeaders =
        {
            Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Settings.Messaging.UserInfo))),
        },
    };

    // A broker as it comes out of its package has this login.
    async Task AddWellKnownLoginAsync(CancellationToken cancel)
    {
        using var http = Management();
        using var user = await http.PutAsJsonAsync("/api/users/guest", new { password = "guest", tags = "administrator" }, cancel);
        using var rights = await http.PutAsJsonAsync("/api/permissions/%2F/guest", new { configure = ".*", write = ".*", read = ".*" }, cancel);
        user.EnsureSuccessStatusCode();
        rights.EnsureSuccessStatusCode();
        await using var guest = await BrokerAsync("guest", "guest");
    }

    internal ServiceLogins Logins(string service) => Settings.Services.Single(login => login.Name == service);
}
