using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace TrustFund.Journal.Broker;

/// <summary>This service's login at the broker, for connections of its own beside MassTransit's: one to publish on, one to ask about queues.</summary>
sealed class BrokerLogin(IConfiguration configuration, JournalOptions options)
{
    public static Uri Address(IConfiguration configuration) => new(configuration.GetConnectionString("messaging")
        ?? throw new InvalidOperationException("ConnectionStrings:messaging is missing: the broker's address with this service's login."));

    /// <summary>
    /// Opens a connection. Whoever holds it closes it after any fault and opens another: the broker can leave one unanswered for ever whose
    /// heartbeats still come, and one that mended itself in silence would only blur where its holder stands.
    /// </summary>
    /// <param name="purpose">What it is for, as the broker lists it behind the service's name.</param>
    /// <param name="patience">How long the broker may take to answer one question on it.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="RabbitMQ.Client.Exceptions.BrokerUnreachableException">The broker is away.</exception>
    public Task<IConnection> Connect(string purpose, TimeSpan patience, CancellationToken cancellation) => new ConnectionFactory
    {
        Uri = Address(configuration),
        AutomaticRecoveryEnabled = false,
        TopologyRecoveryEnabled = false,
        RequestedHeartbeat = TimeSpan.FromSeconds(10),
        ContinuationTimeout = patience,
    }.CreateConnectionAsync($"{options.Source} {purpose}", cancellation);
}
