namespace TrustFund.AppHost.Local;

/// <summary>Runs a built .NET project as a child process.</summary>
static class ProjectProcess
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    // Aspire does not hand these down either: they are the AppHost's own, not its children's.
    static readonly string[] NotInherited = ["ASPNETCORE_URLS", "DOTNET_LAUNCH_PROFILE", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPIRE_LOG_LEVEL"];

    public static SupervisedProcess Create(
        ProjectResource project, string name, DataFolder folder, ResourceLog log, Func<IReadOnlyDictionary<string, string>> environment) =>
        new(
            name,
            folder.RunFolder,
            log,
            _ => Task.FromResult(Spec(project.ProjectPath, environment())),
            cancellation => IsHealthyAsync(HealthAddress(project, environment()), cancellation));

    public static ProcessSpec Spec(string projectPath, IReadOnlyDictionary<string, string> environment)
    {
        var variables = NotInherited.ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, value) in environment)
        {
            variables[name] = value;
        }

        return new ProcessSpec(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [BuiltProject.Assembly(projectPath)])
        {
            WorkingFolder = Path.GetDirectoryName(projectPath)!,
            Environment = variables,
        };
    }

    static Uri? HealthAddress(ProjectResource project, IReadOnlyDictionary<string, string> environment) =>
        project.HealthPath is { } path && environment.TryGetValue("ASPNETCORE_URLS", out var urls)
            ? new Uri(new Uri(urls.Split(';')[0]), path)
            : null;

    static async Task<bool> IsHealthyAsync(Uri? address, CancellationToken cancellation)
    {
        if (address is null)
        {
            // Without a health check a project counts as healthy when it runs.
            return true;
        }

        try
        {
            using var response = await Http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return response.StatusCode == System.Net.HttpStatusCode.OK;
        }
        catch (Exception unready) when (unready is HttpRequestException || (unready is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }
}
