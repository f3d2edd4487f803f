using System.Reflection;
using DbUp;
using DbUp.Engine;
using Npgsql;
using TrustFund.Journal;

namespace TrustFund.Provisioning.Databases;

/// <summary>
/// Applies, as the database's owner, each script that was not applied before: first the journal's own, then the service's, each in a
/// transaction of its own. Where a script says <c>$app$</c> it means the role of the service's login.
/// </summary>
static class Migrations
{
    /// <summary>Where DbUp keeps what was applied; the service's login cannot look into it.</summary>
    public const string Schema = "provisioning";

    public static async Task ApplyAsync(NpgsqlConnectionStringBuilder inside, string service, TextWriter report)
    {
        await ApplyAsync(inside, service, ScriptsOf(typeof(Followings).Assembly, "TrustFund.Journal.Schema.", "journal/", service), report);
        await ApplyAsync(inside, service, ScriptsOf(typeof(Migrations).Assembly, $"{service}/", $"{service}/", service), report);
    }

    static async Task ApplyAsync(NpgsqlConnectionStringBuilder inside, string service, List<SqlScript> scripts, TextWriter report)
    {
        if (scripts.Count == 0)
        {
            return;
        }

        var owner = new NpgsqlConnectionStringBuilder(inside.ConnectionString)
        {
            Options = $"{inside.Options} -c role={ServiceDatabase.Owner(service)}".Trim(),
        };

        // DbUp's own variables are off: to it, the $body$ of a function would be one.
        var upgrade = DeployChanges.To.PostgresqlDatabase(owner.ConnectionString)
            .WithScripts(scripts)
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .JournalToPostgresqlTable(Schema, "applied")
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        foreach (var script in upgrade.Scripts)
        {
            await report.WriteLineAsync($"{service}: migration {script.Name} applied");
        }

        if (!upgrade.Successful)
        {
            throw new ProvisioningException($"the migration {upgrade.ErrorScript?.Name} of {service} failed: {upgrade.Error.Message}", upgrade.Error);
        }
    }

    static List<SqlScript> ScriptsOf(Assembly assembly, string prefix, string name, string service) =>
        [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal) && resource.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => new SqlScript(name + resource[prefix.Length..], Read(assembly, resource).Replace("$app$", ServiceDatabase.App(service), StringComparison.Ordinal)))];

    static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
