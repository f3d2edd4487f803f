using System.Diagnostics;
using Npgsql;

namespace TrustFund.Bench;

/// <summary>What was recorded and not everybody who follows it has applied: while there is any, the platform is not idle.</summary>
sealed class Backlog(string server)
{
    const string SelectHead = "select sequence from journal.head";
    const string SelectFollowed = "select source, sequence from journal.followed";

    static readonly string[] Services = ["pledges", "contracts", "disbursements", "leverage", "audit"];
    static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>Waits until there is none.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> Gone()
    {
        var started = Stopwatch.GetTimestamp();
        while (await Exists())
        {
            if (Stopwatch.GetElapsedTime(started) > Deadline)
                throw new TimeoutException($"Within {Deadline.TotalSeconds} seconds the followers did not come to the end.");
            await Task.Delay(Look);
        }
        return Stopwatch.GetElapsedTime(started);
    }

    async Task<bool> Exists()
    {
        var (heads, followed) = (new Dictionary<string, long>(), new List<(string Source, long Sequence)>());
        foreach (var service in Services)
        {
            await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Database = service, Pooling = false });
            await using var head = database.CreateCommand(SelectHead);
            heads[service] = (long)(await head.ExecuteScalarAsync())!;
            await using var command = database.CreateCommand(SelectFollowed);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                followed.Add((reader.GetString(0), reader.GetInt64(1)));
        }
        return followed.Exists(each => each.Sequence < heads[each.Source]);
    }
}
