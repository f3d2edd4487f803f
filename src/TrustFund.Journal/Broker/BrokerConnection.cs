using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace TrustFund.Journal.Broker;

/// <summary>This service's own connection to the broker, beside MassTransit's: for publishing what is in the journal and for asking about queues.</summary>
sealed class BrokerConnection(IConfiguration configuration, JournalOptions options) : IAsyncDisposable
{
    readonly SemaphoreSlim opening = new(1, 1);
    IConnection? connection;

    public static Uri Address(IConfiguration configuration) => new(configuration.GetConnectionString("messaging")
        ?? throw new InvalidOperationException("ConnectionStrings:messaging is missing: the broker's address with this service's login."));

    /// <summary>A channel on the open connection, opening it when there is none.</summary>
    /// <exception cref="RabbitMQ.Client.Exceptions.BrokerUnreachableException">The broker is away.</exception>
    public async Task<IChannel> OpenChannel(CreateChannelOptions? channelOptions, CancellationToken cancellation)
    {
        await opening.WaitAsync(cancellation);
        try
        {
            if (connection is not { IsOpen: true })
            {
                if (connection is not null) await connection.DisposeAsync();
                connection = await Factory().CreateConnectionAsync($"{options.Source} journal", cancellation);
            }
            return await connection.CreateChannelAsync(channelOptions, cancellation);
        }
        finally
        {
            opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        opening.Dispose();
        if (connection is not null) await connection.DisposeAsync();
    }

    // The relay starts over from its cursor after any fault; a connection that mends itself in silence would only blur where it stands.
    ConnectionFactory Factory() => new()
    {
        Uri = Address(configuration),
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        ContinuationTimeout = TimeSpan.FromSeconds(10),
    };
}
