using System.Text.RegularExpressions;
using TrustFund.Journal;
using TrustFund.Journal.Broker;

namespace TrustFund.Provisioning.Broker;

/// <summary>
/// What a service's broker login may do, as the regular expressions of RabbitMQ's access control
/// (https://www.rabbitmq.com/docs/access-control, "How Permissions Work"). It may:
/// publish on the events' exchange under its own source; declare its followers' queues and bind them to its own events; declare the
/// exchanges of its own queues, as MassTransit does; and consume from its own queues.
/// </summary>
/// <remarks>
/// No exchange but the events' is both readable and writable: whoever can publish to an exchange (write) and use it as the source of a
/// binding (read) could bind the events' exchange behind it and publish under any source through it, past the topic permissions. For
/// the same reason the queues get their dead-letter exchange by a policy: as a queue argument, whoever declares the queue would have
/// to be allowed to read from it, and to write to the dead-letter exchange.
/// </remarks>
/// <param name="Configure">Names it may declare and delete.</param>
/// <param name="Write">Exchanges it may publish to, and queues it may bind.</param>
/// <param name="Read">Queues it may consume from, and exchanges it may bind to.</param>
/// <param name="Topics">Routing keys on the events' exchange, to publish and to bind with.</param>
sealed record Rights(string Configure, string Write, string Read, string Topics)
{
    public static Rights Of(string service)
    {
        var followers = Followings.From(service).Select(following => following.Queue).ToArray();
        var own = Followings.Of(service).Select(following => following.Queue).ToArray();
        return new(
            Exactly([.. followers, .. own]),
            Exactly([Topology.Events, .. followers]),
            Exactly([Topology.Events, .. own]),
            $@"^{Regex.Escape(service)}\.");
    }

    // An empty pattern stands for "nothing" in RabbitMQ, as "^$" does.
    static string Exactly(IReadOnlyCollection<string> names) =>
        names.Count == 0 ? "^$" : $"^({string.Join('|', names.Select(Regex.Escape))})$";
}
