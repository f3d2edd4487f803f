using System.Security.Cryptography;

namespace TrustFund.AppHost.Local;

/// <summary>The verb that adds a .NET project, run as a process of its own.</summary>
public static class ProjectVerbs
{
    /// <summary>Adds a project with the usual port and the variables of its own launch settings, as <c>dotnet run</c> would use them.</summary>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name)
        where TProject : IProjectMetadata, new()
    {
        var metadata = new TProject();
        var profile = LaunchProfile.Read(metadata.ProjectPath);
        var project = new ProjectResource(name, metadata.ProjectPath);
        project.Endpoints.AddRange((profile?.Urls ?? []).Select(url => new Endpoint(url.Scheme, url.Scheme, url.Port)));
        var telemetry = new Telemetry(builder.Configuration, builder.IsDevelopment);
        return builder.AddResource(project)
            .With(environment => telemetry.AddTo(environment, name, project.InstanceId))
            .With(environment => AddHosting(environment, project, profile));
    }

    static void AddHosting(IDictionary<string, string> environment, ProjectResource project, LaunchProfile? profile)
    {
        // Aspire sets both for every project, so that its console shows the services' colours.
        environment["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = "true";
        environment["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
        if (project.Endpoints.Count > 0)
        {
            environment["ASPNETCORE_URLS"] = string.Join(';', project.Endpoints.Select(endpoint => endpoint.Url));
        }

        if (profile is not null)
        {
            environment.TryAdd("DOTNET_LAUNCH_PROFILE", profile.Name);
            foreach (var (key, value) in profile.EnvironmentVariables)
            {
                environment.TryAdd(key, Environment.ExpandEnvironmentVariables(value));
            }
        }
    }
}

/// <summary>A .NET project of the platform, run as a process of its own.</summary>
public sealed class ProjectResource(string name, string projectPath)
    : Resource(name), IResourceWithEnvironment, IResourceWithServiceDiscovery, IResourceWithWaitSupport
{
    /// <summary>The project file.</summary>
    public string ProjectPath { get; } = projectPath;

    /// <summary>Tells this run of the resource from others in telemetry: eight characters, as Aspire makes them.</summary>
    internal string InstanceId { get; } = NewInstanceId();

    internal string? HealthPath { get; set; }

    internal static string NewInstanceId() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz", 8);
}
