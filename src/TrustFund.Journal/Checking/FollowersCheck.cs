using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;
using RabbitMQ.Client.Exceptions;
using TrustFund.Journal.Broker;
using TrustFund.Journal.Followers;

namespace TrustFund.Journal.Checking;

/// <summary>
/// Every source followed has a consumer as the broker counts them, nothing blocks a follower, and nothing was put aside. Otherwise
/// degraded, not unhealthy: people can still record, and what others record arrives later.
/// </summary>
sealed class FollowersCheck(JournalOptions options, ConsumerCount consumers, FollowerSet followers, NpgsqlDataSource database) : IHealthCheck
{
    const string CountUnapplied = "select count(*) from journal.unapplied where replayed_at is null";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var complaints = await Complaints(cancellationToken).ToListAsync(cancellationToken);
            return complaints.Count == 0
                ? HealthCheckResult.Healthy($"Following {string.Join(", ", options.Followed)}.")
                : HealthCheckResult.Degraded(string.Join(" ", complaints));
        }
        catch (NpgsqlException failure)
        {
            return HealthCheckResult.Degraded("The database does not answer.", failure);
        }
        catch (Exception failure) when (failure is RabbitMQClientException or IOException or TimeoutException)
        {
            return HealthCheckResult.Degraded("The broker does not answer: events wait.", failure);
        }
    }

    async IAsyncEnumerable<string> Complaints([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using (var command = database.CreateCommand(CountUnapplied))
        {
            if (await command.ExecuteScalarAsync(cancellation) is long and > 0 and var count)
                yield return $"{count} events could not be applied: see /journal/unapplied.";
        }
        foreach (var follower in followers.All.Values)
        {
            if (follower.Blocked is { } reason)
                yield return $"{follower.Source}: {reason}";
        }
        foreach (var following in Followings.Of(options.Source))
        {
            // Without the queue nobody consumes it either: its source will declare it again.
            if (await consumers.Of(following.Queue, cancellation) is null or 0)
                yield return $"Nobody consumes {following.Queue}.";
        }
    }
}
