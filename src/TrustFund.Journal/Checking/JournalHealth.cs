using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TrustFund.Journal.Checking;

static class JournalHealth
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Each check is made once: a new one for every probe would leave its metric behind every time.
    public static void AddJournalHealth(this IServiceCollection services) => services
        .AddSingleton<DatabaseCheck>()
        .AddSingleton<RelayCheck>()
        .AddSingleton<FollowersCheck>()
        .AddHealthChecks()
        .AddCheck<DatabaseCheck>("database", tags: ["ready"], timeout: Patience)
        .AddCheck<RelayCheck>("relay", tags: ["ready"], timeout: Patience)
        .AddCheck<FollowersCheck>("followers", HealthStatus.Degraded, tags: ["ready"], timeout: Patience);
}
