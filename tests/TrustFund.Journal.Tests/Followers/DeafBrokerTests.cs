using Microsoft.Extensions.Diagnostics.HealthChecks;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Followers;

[Collection(InTurn.Name)]
public sealed class DeafBrokerTests(Servers servers)
{
    [Fact]
    public async Task A_connection_that_is_not_answered_is_given_up_though_its_heartbeats_come()
    {
        await using var platform = await Platform.Prepare(servers);
        await using var proxy = new DeafProxy((await servers.Messaging("pledges")).Port);
        var pledges = await platform.StartPledges(proxy);
        await pledges.Receive("F", 1.00m, "heard");
        await Until.Is(1, () => platform.PledgesDatabase.Relayed());
        await Until.Is("healthy", () => Followers(pledges));

        proxy.GoDeaf();
        await pledges.Receive("F", 1.00m, "unheard");

        await Until.Is("The broker does not answer: events wait.", () => Followers(pledges));
        await Until.Is("healthy", () => Followers(pledges));
        await Until.Is(2, () => platform.PledgesDatabase.Relayed());
    }

    /// <summary>What the check of the followers complains of, or that it is healthy.</summary>
    static async Task<string?> Followers(Service service)
    {
        var check = (await service.Health()).Entries["followers"];
        return check.Status == HealthStatus.Healthy ? "healthy" : check.Description;
    }
}
