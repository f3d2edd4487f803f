using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using TrustFund.Journal;
using TrustFund.Journal.Broker;

namespace TrustFund.Provisioning.Broker;

/// <summary>The platform's exchanges and queues, exactly as the services declare them, and where their dead letters go.</summary>
static class Exchanges
{
    const string Policy = "trustfund.followings";

    // Dead letters are there to be looked at; the events themselves are read again from their source's journal, so the oldest may go.
    const int MostDeadLetters = 100_000;

    public static async Task DeclareAsync(ManagementApi api, TextWriter report, CancellationToken cancel)
    {
        await DeclareExchangeAsync(api, Topology.Events, "topic", report, cancel);
        await DeclareExchangeAsync(api, Topology.Dead, "fanout", report, cancel);
        await DeclareQueueAsync(
            api, Topology.Dead, new Dictionary<string, object?> { ["x-queue-type"] = "quorum", ["x-max-length"] = MostDeadLetters }, report, cancel);
        await BindAsync(api, Topology.Dead, Topology.Dead, "", cancel);

        // Set before the queues are, so that none is ever without it.
        var queues = string.Join('|', Followings.All.Select(following => Regex.Escape(following.Queue)));
        await api.PutAsync(
            "the policy for dead letters",
            ["policies", BrokerServer.VirtualHost, Policy],
            new QueuePolicy($"^({queues})$", "queues", 0, new Dictionary<string, object> { ["dead-letter-exchange"] = Topology.Dead }),
            cancel);

        foreach (var following in Followings.All)
        {
            // MassTransit declares an exchange of the queue's name; ours is here before it, but no message passes through it.
            await DeclareExchangeAsync(api, following.Queue, "fanout", report, cancel);
            await DeclareQueueAsync(api, following.Queue, Topology.QueueArguments(), report, cancel);
            await BindAsync(api, Topology.Events, following.Queue, Topology.Pattern(following.Source), cancel);
        }

        await report.WriteLineAsync($"RabbitMQ: {Followings.All.Count} queues bound to {Topology.Events}, their dead letters to {Topology.Dead}");
    }

    static async Task DeclareExchangeAsync(ManagementApi api, string name, string type, TextWriter report, CancellationToken cancel)
    {
        if (await api.PutAsync($"the exchange {name}", ["exchanges", BrokerServer.VirtualHost, name], new Exchange(type, true, false), cancel))
        {
            await report.WriteLineAsync($"RabbitMQ: exchange {name} ({type}) declared");
        }
    }

    static async Task DeclareQueueAsync(
        ManagementApi api, string name, IDictionary<string, object?> arguments, TextWriter report, CancellationToken cancel)
    {
        if (await api.PutAsync($"the queue {name}", ["queues", BrokerServer.VirtualHost, name], new Queue(true, false, arguments), cancel))
        {
            await report.WriteLineAsync($"RabbitMQ: queue {name} declared");
        }
    }

    static Task BindAsync(ManagementApi api, string exchange, string queue, string routingKey, CancellationToken cancel) =>
        api.PostAsync(
            $"the binding of {queue} to {exchange}",
            ["bindings", BrokerServer.VirtualHost, "e", exchange, "q", queue],
            new Binding(routingKey),
            cancel);

    sealed record Exchange(
        [property: JsonPropertyName("type")] string Type,
        [property: JsonPropertyName("durable")] bool Durable,
        [property: JsonPropertyName("auto_delete")] bool AutoDelete);

    sealed record Queue(
        [property: JsonPropertyName("durable")] bool Durable,
        [property: JsonPropertyName("auto_delete")] bool AutoDelete,
        [property: JsonPropertyName("arguments")] IDictionary<string, object?> Arguments);

    sealed record Binding([property: JsonPropertyName("routing_key")] string RoutingKey);

    sealed record QueuePolicy(
        [property: JsonPropertyName("pattern")] string Pattern,
        [property: JsonPropertyName("apply-to")] string ApplyTo,
        [property: JsonPropertyName("priority")] int Priority,
        [property: JsonPropertyName("definition")] IReadOnlyDictionary<string, object> Definition);
}
