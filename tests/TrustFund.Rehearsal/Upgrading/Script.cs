using System.Reflection;
using TrustFund.Journal;

namespace TrustFund.Rehearsal.Upgrading;

/// <summary>A script that provisioning applies to a service's database, once.</summary>
/// <param name="Name">Its file's name without the ending, such as <c>0002_whole_life</c>.</param>
/// <param name="Sql">What it says, for the service's own login.</param>
sealed record Script(string Name, string Sql)
{
    public static IReadOnlyList<Script> OfJournal(string service) => Of(typeof(Evolution).Assembly, service);

    /// <summary>The service's own, in the order of their numbers.</summary>
    public static IReadOnlyList<Script> OfService(string service, Evolution evolution) => Of(evolution.GetType().Assembly, service);

    static List<Script> Of(Assembly assembly, string service) =>
        [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => new Script(resource.Split('.')[^2], Read(assembly, resource).Replace("$app$", $"{service}_app", StringComparison.Ordinal)))];

    static string Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
