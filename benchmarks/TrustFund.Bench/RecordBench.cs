using System.Globalization;
using Npgsql;
using TrustFund.AppHost;
using TrustFund.AppHost.Local;

namespace TrustFund.Bench;

/// <summary>
/// Durable recording over HTTP beside pgbench running the equivalent SQL transaction singly, on the same server in the same run,
/// alternating. Everything runs meanwhile: relays, broker, followers.
/// </summary>
static class RecordBench
{
    static readonly int[] Clients = [1, 8, 32];
    static readonly string[] ReceiptSql = ["receipt"];
    static readonly string[] PaymentSql = ["payment-1-request", "payment-2-verify", "payment-3-authorise", "payment-4-execute"];

    public static async Task Run(int rounds, TimeSpan duration, int funds)
    {
        // An ordinary folder, not a closed temporary one: the servers run as users of their own, who must get in.
        var folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"trustfund-bench-{Guid.NewGuid():N}"));
        try
        {
            Say($"Starting the platform on {folder.FullName}");
            var builder = DistributedApplication.CreateBuilder([$"--DataFolder={folder.FullName}"]);
            Topology.Configure(builder);
            await using var platform = builder.Build();
            await platform.StartAsync();
            await Measure(platform, rounds, duration, funds);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task Measure(DistributedApplication platform, int rounds, TimeSpan duration, int funds)
    {
        using var api = new Api(platform.GetEndpoint("signin"));
        Say($"Setting up {funds} funds");
        var staged = await new Stage(platform, api).Set(funds);
        var pgBench = new PgBench(new NpgsqlConnectionStringBuilder(platform.GetConnectionString("postgres")) { Pooling = false }, Programs(), funds);
        await pgBench.Prepare();

        var backlog = new Backlog(platform.GetConnectionString("postgres"));
        var (fiona, vera, arthur) = (await api.Token("fiona"), await api.Token("vera"), await api.Token("arthur"));
        IWorkload Receipts(IReadOnlyList<StagedFund> on) => new Receipts(platform.GetEndpoint("pledges"), on, fiona);
        IWorkload Payments(IReadOnlyList<StagedFund> on) => new Payments(platform.GetEndpoint("disbursements"), on, fiona, vera, arthur);
        Say("Warming up");
        await Load.Run(Receipts(staged), 8, duration);
        await Load.Run(Payments(staged), 8, duration);

        Console.WriteLine();
        Console.WriteLine($"Medians of {rounds} rounds of {duration.TotalSeconds:0} s, {Environment.ProcessorCount} cores; each side is alone with its clients, the platform's relays and followers running;");
        Console.WriteLine("'behind' is how long, after the last answer, until everybody who follows has applied everything. Only then pgbench begins.");
        Console.WriteLine("A disbursement is four recorded commands; a transaction of pgbench is one of the four in SQL.");
        Console.WriteLine();
        Console.WriteLine("| recording     | funds | clients | platform /s |  p50 ms |  p99 ms | behind s | pgbench /s |  p50 ms |  p99 ms | ratio |");
        Console.WriteLine("|---------------|------:|--------:|------------:|--------:|--------:|---------:|-----------:|--------:|--------:|------:|");
        var headline = double.MaxValue;
        foreach (var (name, workload, sql) in new (string, Func<IReadOnlyList<StagedFund>, IWorkload>, string[])[] { ("receipts", Receipts, ReceiptSql), ("disbursements", Payments, PaymentSql) })
        {
            foreach (var on in new[] { staged, [staged[0]] })
            {
                foreach (var clients in Clients)
                {
                    var ratio = await Compare(name, workload(on), backlog, pgBench, sql, on.Count, clients, rounds, duration);
                    if (clients == 32 && on.Count > 1) headline = Math.Min(headline, ratio);
                }
            }
        }
        WriteMemory(platform);
        Console.WriteLine();
        Console.WriteLine("R is the lower of the two ratios at 32 clients on many funds.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {headline:0.00}"));
    }

    static async Task<double> Compare(string name, IWorkload workload, Backlog backlog, PgBench pgBench, string[] sql, int funds, int clients, int rounds, TimeSpan duration)
    {
        var (ours, theirs, lags) = (new List<Measure>(), new List<Measure>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(await Load.Run(workload, clients, duration));
            lags.Add((await backlog.Gone()).TotalSeconds);
            theirs.Add(await pgBench.Run(sql, clients, duration, funds));
        }
        var (our, their) = (Bench.Measure.Median(ours), Bench.Measure.Median(theirs));
        var ratio = our.PerSecond / their.PerSecond;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name,-13} | {funds,5} | {clients,7} | {our.PerSecond,11:0} | {our.P50,7:0.00} | {our.P99,7:0.00} | {lags.Order().ElementAt(lags.Count / 2),8:0.0} | {their.PerSecond,10:0} | {their.P50,7:0.00} | {their.P99,7:0.00} | {ratio,5:0.00} |"));
        return ratio;
    }

    static void WriteMemory(DistributedApplication platform)
    {
        Console.WriteLine();
        Console.WriteLine("| process        | resident MB |");
        Console.WriteLine("|----------------|------------:|");
        foreach (var resource in new[] { "pledges", "contracts", "disbursements", "leverage", "audit", "signin", "messaging" })
        {
            if (platform.ProcessId(resource) is { } process)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {resource,-14} | {ResidentMegabytes(process),11} |"));
        }
    }

    static long ResidentMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    static string Programs() => Directory.EnumerateDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(version => Path.Combine(version, "bin")).LastOrDefault()
        ?? throw new InvalidOperationException("pgbench is not installed: ./run installs PostgreSQL.");

    static void Say(string what) => Console.Error.WriteLine(what);
}
