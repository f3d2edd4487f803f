using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace TrustFund.Journal.Tests.Given;

/// <summary>The two services that talk to each other over the broker, with whom nothing else runs at the time.</summary>
sealed class Platform(Servers servers) : IAsyncDisposable
{
    readonly List<Service> started = [];

    public Peers Peers { get; } = new();

    public TestDatabase PledgesDatabase { get; private set; } = null!;

    public TestDatabase ContractsDatabase { get; private set; } = null!;

    /// <summary>Fresh databases and empty queues.</summary>
    public static async Task<Platform> Prepare(Servers servers, Databases? databases = null)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var platform = new Platform(servers)
        {
            PledgesDatabase = await (databases ?? servers.Databases).New(cancellation),
            ContractsDatabase = await (databases ?? servers.Databases).New(cancellation),
        };
        await using var connection = await servers.Connect();
        foreach (var following in Followings.All)
            await Purge(connection, following.Queue);
        return platform;
    }

    public async Task<Service> StartPledges(TimeProvider? clock = null) =>
        Started(await Service.Start("pledges", PledgesDatabase, await servers.Messaging("pledges"), Peers, clock));

    /// <summary>The source with something between it and the broker.</summary>
    public async Task<Service> StartPledges(Proxy proxy) =>
        Started(await Service.Start("pledges", PledgesDatabase, new UriBuilder(await servers.Messaging("pledges")) { Port = proxy.Port }.Uri, Peers));

    /// <summary>The source with its feed but without its relay: what goes over the broker is the test's to say.</summary>
    public async Task<Service> StartPledgesWithoutBroker(TimeProvider? clock = null) =>
        Started(await Service.Start("pledges", PledgesDatabase, Service.NoBroker, Peers, clock));

    public async Task<Service> StartContracts() =>
        Started(await Service.Start("contracts", ContractsDatabase, await servers.Messaging("contracts"), Peers));

    public async Task Stop(Service service)
    {
        started.Remove(service);
        await service.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var service in Enumerable.Reverse(started))
            await service.DisposeAsync();
    }

    Service Started(Service service)
    {
        started.Add(service);
        return service;
    }

    // A queue that a test deleted is made again by the next relay.
    static async Task Purge(IConnection connection, string queue)
    {
        try
        {
            await using var channel = await connection.CreateChannelAsync();
            await channel.QueuePurgeAsync(queue);
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == 404)
        {
            return;
        }
    }
}
