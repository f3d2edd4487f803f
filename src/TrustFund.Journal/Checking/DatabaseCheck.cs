using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace TrustFund.Journal.Checking;

/// <summary>The database answers and the journal is there.</summary>
sealed class DatabaseCheck(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = database.CreateCommand("select sequence from journal.head");
            return HealthCheckResult.Healthy($"The journal stands at {await command.ExecuteScalarAsync(cancellationToken)}.");
        }
        catch (NpgsqlException failure)
        {
            return HealthCheckResult.Unhealthy("The database does not answer: nothing can be recorded.", failure);
        }
    }
}
