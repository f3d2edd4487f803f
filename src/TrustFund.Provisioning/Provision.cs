using TrustFund.Provisioning.Broker;
using TrustFund.Provisioning.Databases;

namespace TrustFund.Provisioning;

/// <summary>
/// Makes what the services need on both servers, and nothing twice: run again, it only sets the passwords anew and applies migrations
/// that are new. It alone holds the servers' administrator logins.
/// </summary>
static class Provision
{
    /// <exception cref="ProvisioningException">It cannot be finished; what was done stays, and a later run goes on from there.</exception>
    public static async Task RunAsync(Settings settings, TextWriter report, TimeProvider time, CancellationToken cancel)
    {
        await DatabaseServer.ProvisionAsync(settings, report, time, cancel);
        await BrokerServer.ProvisionAsync(settings, report, time, cancel);
        await report.WriteLineAsync("provisioned");
    }
}
