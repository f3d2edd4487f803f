using AppHost.TestService;

namespace AppHost.Tests;

/// <summary>One running platform that several tests look at: the test topology with its real servers.</summary>
public sealed class RunningPlatform : IAsyncLifetime
{
    readonly ScratchFolder folder = new();

    internal DistributedApplication App { get; private set; } = null!;

    internal string DataFolder => folder.Path;

    internal static HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(30) };

    public async ValueTask InitializeAsync()
    {
        var builder = DistributedApplication.CreateBuilder(["--DataFolder", folder.Path, "--Ports", "any"]);
        TestTopology.Configure(builder);
        App = builder.Build();
        await App.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await App.StopResourceAsync("messaging", kill: true);
        await App.DisposeAsync();
        folder.Dispose();
    }

    internal Task<string> AskAsync(string resource, string path) => AskAsync(App.GetEndpoint(resource), path);

    internal static Task<string> AskAsync(Uri address, string path) =>
        Http.GetStringAsync(new Uri(address, path), TestContext.Current.CancellationToken);

    internal async Task<Dictionary<string, string>> EnvironmentOfProcessAsync(string resource) =>
        (await AskAsync(resource, "/environment")).Split('\n').Select(line => line.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
}

/// <summary>Tests that share one running platform; they run one after the other.</summary>
[CollectionDefinition("running platform")]
public sealed class RunningPlatformTests : ICollectionFixture<RunningPlatform>;
