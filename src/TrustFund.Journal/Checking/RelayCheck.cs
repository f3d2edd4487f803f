using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace TrustFund.Journal.Checking;

/// <summary>How old the oldest entry is that the broker has not confirmed. Behind, the service still records: others learn of it later.</summary>
sealed class RelayCheck : IHealthCheck
{
    const string SelectLag = """
        select coalesce(extract(epoch from now() - oldest.recorded_at), 0)::bigint, head.sequence - relayed.sequence
        from journal.head cross join journal.relayed
        left join lateral (select recorded_at from journal.entry where sequence > relayed.sequence order by sequence limit 1) oldest on true
        """;

    const long SecondsUntilBehind = 15;

    readonly NpgsqlDataSource database;
    long lastSeconds;

    public RelayCheck(NpgsqlDataSource database, IMeterFactory meters)
    {
        this.database = database;
        meters.Create(JournalTelemetry.Name).CreateObservableGauge(
            "trustfund.relay.oldest_unsent.age", () => Volatile.Read(ref lastSeconds), "s", "Age of the oldest entry that the broker has not confirmed.");
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand(SelectLag);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            await reader.ReadAsync(cancellationToken);
            var (seconds, entries) = (reader.GetInt64(0), reader.GetInt64(1));
            Volatile.Write(ref lastSeconds, seconds);
            return seconds > SecondsUntilBehind
                ? HealthCheckResult.Degraded($"Behind: {entries} entries are not sent, the oldest for {seconds} s.")
                : HealthCheckResult.Healthy($"{entries} entries are on their way.");
        }
        catch (NpgsqlException failure)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", failure);
        }
    }
}
