using System.Text.Json;

namespace TrustFund.Upgrades.Tests;

/// <summary>
/// What the services of an earlier version wrote: their journals, as they stand on the wire, and their rows. That version's own code wrote
/// both, in a random run of its simulation with a few more commands at the end; nobody edits them.
/// </summary>
/// <param name="Name">The folder of its files.</param>
/// <param name="FirstMissing">Of each service, the first script that came later; null when none did.</param>
/// <param name="FirstMissingOfJournal">The journal's first that came later.</param>
/// <param name="Followings">Whom each service followed.</param>
sealed record Release(
    string Name, IReadOnlyDictionary<string, string?> FirstMissing, string FirstMissingOfJournal, IReadOnlyDictionary<string, string[]> Followings)
{
    /// <summary>The first one: pledges, contracts, payments and expected mobilisation.</summary>
    public static Release First { get; } = new(
        "1",
        new Dictionary<string, string?>
        {
            ["pledges"] = "0002_whole_life",
            ["contracts"] = "0002_whole_life",
            ["disbursements"] = "0002_life_of_money",
            ["leverage"] = "0002_mobilisation",
        },
        "0002_periods",
        new Dictionary<string, string[]>
        {
            ["pledges"] = ["contracts"],
            ["contracts"] = ["pledges", "disbursements"],
            ["disbursements"] = ["pledges", "contracts"],
            ["leverage"] = ["pledges"],
        });

    /// <summary>The second one: the whole life of fund money, its periods, its ledger and its history.</summary>
    public static Release Second { get; } = new(
        "2",
        new Dictionary<string, string?>
        {
            ["pledges"] = "0003_who_pledged",
            ["contracts"] = "0003_corrections",
            ["disbursements"] = "0004_corrections",
            ["leverage"] = null,
            ["audit"] = null,
        },
        "0004_import_notices",
        Journal.Followings.Services.ToDictionary(
            service => service, service => Journal.Followings.Of(service).Select(following => following.Source).ToArray()));

    /// <summary>A service's entries, in their order.</summary>
    public IReadOnlyList<string> JournalOf(string service) => [.. Lines($"{service}.journal")];

    /// <summary>A service's rows, by table.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> RowsOf(string service)
    {
        var rows = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var group in Lines($"{service}.rows").Select(line => JsonDocument.Parse(line).RootElement).GroupBy(line => line.GetProperty("table").GetString()!))
            rows[group.Key] = [.. group.Select(line => line.GetProperty("row").GetRawText())];
        return rows;
    }

    IEnumerable<string> Lines(string file)
    {
        using var reader = new StreamReader(typeof(Release).Assembly.GetManifestResourceStream($"{Name}/{file}.jsonl")!);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
