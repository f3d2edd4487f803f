using System.Text.Json.Serialization;
using TrustFund.Journal.Broker;

namespace TrustFund.Provisioning.Broker;

/// <summary>A service's own broker login, with its <see cref="Rights"/> and no others.</summary>
static class Logins
{
    public static async Task SetAsync(ManagementApi api, ServiceLogins service, TextWriter report, CancellationToken cancel)
    {
        var rights = Rights.Of(service.Name);
        var created = await api.PutAsync(
            $"the login {service.Name}", ["users", service.Name], new Login(service.BrokerPassword, ""), cancel);
        await api.PutAsync(
            $"the permissions of {service.Name}",
            ["permissions", BrokerServer.VirtualHost, service.Name],
            new Permissions(rights.Configure, rights.Write, rights.Read),
            cancel);
        await api.PutAsync(
            $"the topic permissions of {service.Name}",
            ["topic-permissions", BrokerServer.VirtualHost, service.Name],
            new TopicPermissions(Topology.Events, rights.Topics, rights.Topics),
            cancel);
        await report.WriteLineAsync(
            $"{service.Name}: broker login {(created ? "created" : "and its password set")}; it publishes only {rights.Topics} and reads only {rights.Read}");
    }

    sealed record Login(
        [property: JsonPropertyName("password")] string Password,
        [property: JsonPropertyName("tags")] string Tags);

    sealed record Permissions(
        [property: JsonPropertyName("configure")] string Configure,
        [property: JsonPropertyName("write")] string Write,
        [property: JsonPropertyName("read")] string Read);

    sealed record TopicPermissions(
        [property: JsonPropertyName("exchange")] string Exchange,
        [property: JsonPropertyName("write")] string Write,
        [property: JsonPropertyName("read")] string Read);
}
