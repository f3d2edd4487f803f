using System.Text.Json;
using System.Text.Json.Serialization;

namespace TrustFund.AppHost.Local;

/// <summary>The first profile in a project's <c>Properties/launchSettings.json</c> that runs the project, which is also the one Aspire takes.</summary>
sealed record LaunchProfile(string Name, IReadOnlyList<Uri> Urls, IReadOnlyDictionary<string, string> EnvironmentVariables)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    public static LaunchProfile? Read(string projectPath)
    {
        var file = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        if (!File.Exists(file))
        {
            return null;
        }

        var profiles = JsonSerializer.Deserialize<LaunchSettings>(File.ReadAllText(file), Json)?.Profiles ?? [];
        return profiles.Where(profile => profile.Value.CommandName == "Project").Select(profile => From(profile.Key, profile.Value)).FirstOrDefault();
    }

    static LaunchProfile From(string name, Profile profile) => new(
        name,
        [.. (profile.ApplicationUrl ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(url => new Uri(url))],
        profile.EnvironmentVariables ?? []);

    sealed record LaunchSettings([property: JsonPropertyName("profiles")] Dictionary<string, Profile>? Profiles);

    sealed record Profile(string? CommandName, string? ApplicationUrl, Dictionary<string, string>? EnvironmentVariables);
}
