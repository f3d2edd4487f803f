using RabbitMQ.Client;
using TrustFund.AppHost.Local;
using TrustFund.Journal.Tests.Given;
using TrustFund.Provisioning;
using TrustFund.Provisioning.Broker;

[assembly: AssemblyFixture(typeof(Servers))]

namespace TrustFund.Journal.Tests.Given;

/// <summary>A real PostgreSQL and a real RabbitMQ that all tests share, each made ready by the platform's own provisioning.</summary>
public sealed class Servers : IAsyncLifetime
{
    Task<RabbitMqServer> broker = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    internal Databases Databases { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        // The broker takes seconds to start; what needs none is tested meanwhile.
        broker = StartBroker();
        Databases = await Databases.Start(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await (await broker).DisposeAsync();
        await Databases.DisposeAsync();
    }

    internal Task<TestDatabase> NewDatabase() => Databases.New(Cancel);

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

    // A throw-away server, on the loopback interface only.
    static string Password(string login) => $"secret of {login}";
}
