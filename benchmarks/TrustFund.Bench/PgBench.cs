using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace TrustFund.Bench;

/// <summary>pgbench on the platform's own PostgreSQL server, in a database of its own, running one kind's transactions singly.</summary>
sealed class PgBench(NpgsqlConnectionStringBuilder server, string programs, int funds)
{
    const string Database = "bench";

    static string Sql(string name) => Path.Combine(AppContext.BaseDirectory, "Sql", $"{name}.sql");

    /// <summary>Makes the tables, as many funds as the platform has.</summary>
    public async Task Prepare()
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {Database}", connection);
        await create.ExecuteNonQueryAsync();
        await Run("psql", ["--quiet", "--set", "ON_ERROR_STOP=1", "--set", string.Create(CultureInfo.InvariantCulture, $"funds={funds}"), "--file", Sql("schema")]);
    }

    /// <summary>Runs these scripts, equally often, over this many funds.</summary>
    public async Task<Measure> Run(string[] scripts, int clients, TimeSpan duration, int overFunds)
    {
        var folder = Directory.CreateTempSubdirectory("trustfund-bench-");
        try
        {
            var seconds = ((int)duration.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await Run("pgbench", [
                "--no-vacuum", "--protocol", "prepared", "--client", clients.ToString(CultureInfo.InvariantCulture), "--jobs", Math.Min(2, clients).ToString(CultureInfo.InvariantCulture),
                "--time", seconds, "--log", "--log-prefix", Path.Combine(folder.FullName, "log"),
                "--define", string.Create(CultureInfo.InvariantCulture, $"funds={overFunds}"), .. scripts.SelectMany(script => new[] { "--file", Sql(script) })]);
            // One line a transaction: client, number, microseconds, …
            var latencies = folder.EnumerateFiles().SelectMany(file => File.ReadLines(file.FullName))
                .Select(line => long.Parse(line.Split(' ', 4)[2], CultureInfo.InvariantCulture)).ToList();
            return Measure.Of(latencies, duration);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    async Task Run(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(programs, program), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PGHOST"] = server.Host;
        start.Environment["PGPORT"] = server.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGUSER"] = server.Username;
        start.Environment["PGPASSWORD"] = server.Password;
        start.Environment["PGDATABASE"] = Database;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        await output;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} failed: {await errors}");
    }
}
