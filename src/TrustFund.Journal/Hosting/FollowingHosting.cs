using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using TrustFund.Journal.Broker;
using TrustFund.Journal.Followers;

namespace TrustFund.Journal.Hosting;

/// <summary>One MassTransit endpoint for each source followed.</summary>
static class FollowingHosting
{
    const int BatchSize = 100;

    // How long a fact may wait for company: each batch costs a transaction, however little is in it.
    static readonly TimeSpan BatchTime = TimeSpan.FromMilliseconds(20);

    public static void AddFollowing(this IServiceCollection services, IConfiguration configuration, string follower)
    {
        var broker = BrokerLogin.Address(configuration);
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            // Without the broker people can still record, and what others record arrives later.
            bus.ConfigureHealthCheckOptions(health => health.MinimalFailureStatus = HealthStatus.Degraded);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker, host =>
                {
                    host.ConnectionName($"{follower} followers");
                    // A replica that was stopped must not keep its place as the queues' one consumer for long.
                    host.Heartbeat(TimeSpan.FromSeconds(10));
                });
                var format = new CloudEventSerialization();
                rabbit.ClearSerialization();
                rabbit.AddSerializer(format, isSerializer: true);
                rabbit.AddDeserializer(format, isDefault: true);
                rabbit.Message<Delivery>(topology => topology.SetEntityName(Topology.Events));
                rabbit.Publish<Delivery>(topology => topology.ExchangeType = "topic");
                foreach (var following in Followings.Of(follower))
                    rabbit.ReceiveEndpoint(following.Queue, endpoint => Configure(endpoint, following, context));
            });
        });
        services.AddSingleton<ConsumerWatch>();
        services.AddReceiveEndpointObserver(provider => provider.GetRequiredService<ConsumerWatch>());
        services.AddHostedService(provider => provider.GetRequiredService<ConsumerWatch>());
        services.Configure<MassTransitHostOptions>(options =>
        {
            // The service starts, and serves what needs no broker, while the broker is away.
            options.WaitUntilStarted = false;
            // What is delivered when the service stops is applied still: refused, it would only be delivered again until the bus is closed.
            // A follower that waits for a server by then stops waiting.
            options.ConsumerStopTimeout = TimeSpan.FromSeconds(3);
            options.StopTimeout = TimeSpan.FromSeconds(8);
        });
    }

    static void Configure(IRabbitMqReceiveEndpointConfigurator endpoint, Following following, IBusRegistrationContext context)
    {
        var follower = context.GetRequiredService<FollowerSet>().All[following.Source];
        var log = context.GetRequiredService<ILogger<FollowingConsumer>>();
        endpoint.ConfigureConsumeTopology = false;
        // A fault would be one more message to nobody; a follower waits rather than faults, and the feed has what it missed.
        endpoint.PublishFaults = false;
        // What cannot even be handed over goes back to the queue, and after its last delivery to the dead letters.
        endpoint.RethrowFaultedMessages();
        // The queue and its binding are made by provisioning and, should they be lost, by the source's relay.
        endpoint.BindQueue = false;
        endpoint.PrefetchCount = 5 * BatchSize;
        endpoint.Consumer(() => new FollowingConsumer(follower, log), consumer =>
            consumer.Options<BatchOptions>(batch => batch.SetMessageLimit(BatchSize).SetTimeLimit(BatchTime).SetConcurrencyLimit(1)));
    }
}
