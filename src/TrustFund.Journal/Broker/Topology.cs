namespace TrustFund.Journal.Broker;

/// <summary>Names and arguments of the platform's exchanges and queues: the same wherever they are declared, or the broker refuses.</summary>
public static class Topology
{
    /// <summary>The durable topic exchange that carries every event, by the routing key <c>&lt;source&gt;.&lt;fund&gt;.&lt;event&gt;</c>.</summary>
    public const string Events = "trustfund.events";

    /// <summary>The fanout exchange, and its queue of the same name, for messages that a queue gave up on.</summary>
    public const string Dead = "trustfund.dead";

    /// <summary>How often a quorum queue delivers a message before it gives it up. A message lost so is read again from its source's feed.</summary>
    public const int DeliveryLimit = 20;

    /// <summary>
    /// The arguments of every following's queue. Its dead-letter exchange comes from a policy: as an argument, whoever declares the queue
    /// would need rights on that exchange.
    /// </summary>
    public static IDictionary<string, object?> QueueArguments() => new Dictionary<string, object?>
    {
        ["x-queue-type"] = "quorum",
        ["x-single-active-consumer"] = true,
        ["x-delivery-limit"] = DeliveryLimit,
    };

    /// <summary>The routing-key pattern of everything that <paramref name="source"/> records.</summary>
    public static string Pattern(string source) => $"{source}.#";
}
