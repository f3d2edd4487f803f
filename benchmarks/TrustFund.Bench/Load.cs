using System.Diagnostics;

namespace TrustFund.Bench;

/// <summary>Drives a workload with a number of clients, each sending its next command when the last one is answered.</summary>
static class Load
{
    public static async Task<Measure> Run(IWorkload workload, int clients, TimeSpan duration)
    {
        var started = Stopwatch.GetTimestamp();
        var loops = Enumerable.Range(0, clients).Select(client => Task.Run(() => Loop(workload, client, started, duration))).ToList();
        var latencies = await Task.WhenAll(loops);
        return Measure.Of([.. latencies.SelectMany(each => each)], Stopwatch.GetElapsedTime(started));
    }

    static async Task<List<long>> Loop(IWorkload workload, int client, long started, TimeSpan duration)
    {
        using var connection = await Connection.Open(workload.Address);
        await using var steps = workload.Steps(connection, client);
        var latencies = new List<long>();
        while (Stopwatch.GetElapsedTime(started) < duration)
        {
            var before = Stopwatch.GetTimestamp();
            await steps.MoveNextAsync();
            latencies.Add((long)Stopwatch.GetElapsedTime(before).TotalMicroseconds);
        }
        return latencies;
    }
}

/// <summary>An endless run of commands, one at each step.</summary>
interface IWorkload
{
    Uri Address { get; }

    IAsyncEnumerator<bool> Steps(Connection connection, int client);
}
