using System.Globalization;

namespace TrustFund.AppHost.Local;

/// <summary>Finds PostgreSQL's programs. A data folder can only be opened by the major version that made it.</summary>
static class PostgresPrograms
{
    const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>The folder of the programs that fit the data, or of the newest when there are no data yet.</summary>
    public static string For(string dataFolder)
    {
        var versionFile = Path.Combine(dataFolder, "PG_VERSION");
        var made = File.Exists(versionFile) ? File.ReadAllText(versionFile).Trim() : null;
        var installed = Installed();
        if (made is not null && installed.Count > 0)
        {
            return installed.TryGetValue(int.Parse(made, CultureInfo.InvariantCulture), out var fitting)
                ? fitting
                : throw new DistributedApplicationException(
                    $"The data in {dataFolder} were made by PostgreSQL {made}, which is not installed (there is {string.Join(", ", installed.Keys)}). "
                    + "Install it, or choose another data folder with --data.");
        }

        return installed.Values.LastOrDefault() ?? OnPath()
            ?? throw new DistributedApplicationException("PostgreSQL is not installed; './run' installs it, or 'apt-get install postgresql'.");
    }

    static SortedDictionary<int, string> Installed()
    {
        var found = new SortedDictionary<int, string>();
        foreach (var folder in Directory.Exists(DebianFolder) ? Directory.EnumerateDirectories(DebianFolder) : [])
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) && File.Exists(Path.Combine(folder, "bin", "postgres")))
            {
                found[version] = Path.Combine(folder, "bin");
            }
        }

        return found;
    }

    static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
}
