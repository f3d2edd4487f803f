using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using TrustFund.AppHost;
using TrustFund.AppHost.Local;

namespace TrustFund.Bench;

/// <summary>
/// Audit's reports over a million journal entries: today's from kept balances, and those as of a day from the ledger's lines, each beside the
/// same sums in plain SQL over the same lines, in the same run. A report that says another sum than the SQL ends the run.
/// </summary>
static class ReportBench
{
    const string AsOf = "2021-12-31";

    static readonly (string Name, string Path, string Total, string Sql)[] Reports =
    [
        ("state of play by window", "state-of-play?by=window", "total.paid", Paid("window_code")),
        ("state of play by country", "state-of-play?by=country", "total.paid", Paid("contract_id")),
        ("sources and uses", "sources-and-uses", "closing",
            "select sum(total) from (select flow, sum(debit - credit) as total from ledger_entries where fund = $1 and booked_on <= $2 and account = 'cash' group by flow) flows"),
        ("donor statement", "donors", "total.received",
            "select sum(total) from (select pledge_id, sum(debit - credit) as total from ledger_entries where fund = $1 and booked_on <= $2 and account = 'cash' and pledge_id is not null group by pledge_id) pledges"),
    ];

    static string Paid(string by) => $"""
        select sum(total) from (
            select {by}, sum(debit - credit) as total from ledger_entries
            where fund = $1 and booked_on <= $2 and account in ('payments', 'pre-financing') group by {by}) rows
        """;

    public static async Task Run(int entries, int repeats)
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
            using var api = new Api(platform.GetEndpoint("signin"));
            Say("Setting up a fund");
            await new ReportStage(platform, api).Set();
            await using var audit = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(platform.GetConnectionString("postgres")) { Database = "audit", Pooling = false }.ConnectionString);
            await audit.OpenAsync();
            Say($"Multiplying its entries to {entries:N0}");
            await ReportHistory.Write(audit, ReportStage.Fund, entries);
            await Measure(platform.GetEndpoint("audit"), api, audit, repeats);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task Measure(Uri address, Api api, NpgsqlConnection audit, int repeats)
    {
        Console.WriteLine($"Over {await Count(audit):N0} journal entries; medians of {repeats}, over HTTP, {Environment.ProcessorCount} cores. SQL is one plain statement on the same server.");
        Console.WriteLine();
        Console.WriteLine("| report                   | today ms | same in SQL ms | SQL / report | as of a day ms | same in SQL ms | SQL / report |");
        Console.WriteLine("|--------------------------|---------:|---------------:|-------------:|---------------:|---------------:|-------------:|");
        foreach (var (name, path, total, sql) in Reports)
        {
            var today = await Compare(address, api, audit, path, total, sql, "9999-12-31", "", repeats * 5, repeats);
            var asOf = await Compare(address, api, audit, path, total, sql, AsOf, $"asOf={AsOf}", repeats, repeats);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name,-24} | {today.Report,8:0.0} | {today.Sql,14:0.0} | {today.Sql / today.Report,12:0.0} | {asOf.Report,14:0.0} | {asOf.Sql,14:0.0} | {asOf.Sql / asOf.Report,12:0.00} |"));
        }
    }

    static async Task<(double Report, double Sql)> Compare(
        Uri address, Api api, NpgsqlConnection audit, string path, string total, string sql, string through, string asOf, int reports, int statements)
    {
        var query = asOf.Length == 0 ? "" : $"{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{asOf}";
        var (said, added) = (0m, 0m);
        var report = await Median(reports, async () => said = Amount(await api.Read(address, $"/funds/{ReportStage.Fund}/reports/{path}{query}"), total));
        var plain = await Median(statements, async () =>
        {
            await using var command = new NpgsqlCommand(sql, audit) { CommandTimeout = 0 };
            command.Parameters.AddWithValue(ReportStage.Fund);
            command.Parameters.AddWithValue(DateOnly.ParseExact(through, "yyyy-MM-dd", CultureInfo.InvariantCulture));
            added = (decimal)(await command.ExecuteScalarAsync())!;
        });
        return said == added
            ? (report, plain)
            : throw new InvalidOperationException($"{path}{query} says {said}; the lines of the ledger add up to {added}.");
    }

    static async Task<double> Median(int repeats, Func<Task> act)
    {
        await act();
        var times = new List<double>();
        for (var turn = 0; turn < repeats; turn++)
        {
            var started = Stopwatch.GetTimestamp();
            await act();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        times.Sort();
        return times[times.Count / 2];
    }

    static decimal Amount(JsonElement answer, string path)
    {
        foreach (var member in path.Split('.'))
            answer = answer.GetProperty(member);
        return decimal.Parse(answer.GetProperty("amount").GetString()!, CultureInfo.InvariantCulture);
    }

    static async Task<long> Count(NpgsqlConnection audit)
    {
        await using var command = new NpgsqlCommand("select count(*) from heard_entries", audit);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    static void Say(string what) => Console.Error.WriteLine(what);
}
