using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using TrustFund.AppHost;
using TrustFund.AppHost.Local;

namespace TrustFund.Platform.Tests.Given;

/// <summary>The real topology, started once for all tests on a folder and ports of its own, with two replicas of every service.</summary>
public sealed class Platform : IAsyncLifetime
{
    /// <summary>The services, in the order in which money passes them.</summary>
    public static readonly string[] Services = ["pledges", "contracts", "disbursements", "leverage", "audit"];

    // An ordinary folder, not a closed temporary one: the servers run as users of their own, who must get in.
    readonly DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"trustfund-platform-{Guid.NewGuid():N}"));
    readonly Dictionary<string, Replica> second = [];
    readonly HttpClient http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(20) }) { Timeout = TimeSpan.FromSeconds(60) };

    internal DistributedApplication App { get; private set; } = null!;

    internal People People { get; private set; } = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = DistributedApplication.CreateBuilder(["--DataFolder", folder.FullName, "--Ports", "any"]);
        Topology.Configure(builder);
        App = builder.Build();
        await App.StartAsync(Cancel);
        var replicas = await Task.WhenAll(Services.Select(service => App.StartReplicaAsync(service, Cancel)));
        foreach (var (service, replica) in Services.Zip(replicas))
            second[service] = replica;
        People = new(App.GetEndpoint("signin"), Path.Combine(folder.FullName, "signin", "key.pem"));
        await People.SignIn(http);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        http.Dispose();
        if (Environment.GetEnvironmentVariable("TRUSTFUND_KEEP") is null)
            folder.Delete(recursive: true);
        else
            await Console.Error.WriteLineAsync($"The platform's data and logs are in {folder.FullName}.");
    }

    /// <summary>The broker's last warnings and errors: of a failure that does not come again they may be all there is.</summary>
    internal async Task<IEnumerable<string>> BrokerComplaints() =>
        (await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "messaging", "log", "broker.log"), Cancel))
            .Where(line => line.Contains("[warning]", StringComparison.Ordinal) || line.Contains("[error]", StringComparison.Ordinal))
            .TakeLast(60);

    /// <summary>The replica that the test, not the topology, started.</summary>
    internal Replica Second(string service) => second[service];

    /// <summary>Both replicas' addresses.</summary>
    internal Uri[] Replicas(string service) => [App.GetEndpoint(service), second[service].Address];

    internal Task<Answer> Get(string service, string path, string person = "aude") => Send(HttpMethod.Get, App.GetEndpoint(service), path, person);

    internal Task<Answer> Post(string service, string path, string person, object? body, string? key = null) =>
        Send(HttpMethod.Post, App.GetEndpoint(service), path, person, Json(body), key ?? Guid.NewGuid().ToString());

    internal static string Json(object? body) => body is null ? "" : JsonSerializer.Serialize(body, JsonSerializerOptions.Web);

    /// <summary>Sends one request, once.</summary>
    /// <param name="method">GET or POST.</param>
    /// <param name="replica">The address of one replica.</param>
    /// <param name="path">Path and query.</param>
    /// <param name="person">Whose token it carries; null for none.</param>
    /// <param name="body">The body as it goes out; null or empty for none.</param>
    /// <param name="key">The idempotency key; null for none.</param>
    /// <param name="traceParent">The trace it belongs to; null for one of its own.</param>
    /// <param name="cancellation">Gives up waiting for the answer.</param>
    internal async Task<Answer> Send(
        HttpMethod method, Uri replica, string path, string? person, string? body = null, string? key = null, string? traceParent = null, CancellationToken? cancellation = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(replica, path));
        if (!string.IsNullOrEmpty(body))
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (person is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", People.Token(person));
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        if (traceParent is not null)
            request.Headers.Add("traceparent", traceParent);
        using var response = await http.SendAsync(request, cancellation ?? Cancel);
        return await Answer.Of(response);
    }

    /// <summary>The journal's entries after a sequence, all of them.</summary>
    internal async Task<IReadOnlyList<JsonElement>> Journal(string service, long after = 0)
    {
        var entries = new List<JsonElement>();
        while (true)
        {
            var page = await Get(service, $"/journal?after={after + entries.Count}&limit=1000");
            Assert.True(page.Succeeded, page.ToString());
            var count = entries.Count;
            entries.AddRange(page.Json.EnumerateArray());
            if (entries.Count == count)
                return entries;
        }
    }

    /// <summary>Proves the books of every service, at both replicas' leisure: at the first.</summary>
    internal async Task AssertProved()
    {
        foreach (var service in Services)
        {
            var report = await Get(service, "/journal/verify");
            Assert.True(report.Succeeded && report.Json.GetProperty("proved").GetBoolean(), $"{service}: {report}");
        }
    }

    /// <summary>Waits until every replica of every service says that all its checks are healthy, not merely degraded.</summary>
    internal async Task AssertHealthy()
    {
        foreach (var service in Services)
        {
            foreach (var replica in Replicas(service))
            {
                var last = "no answer";
                await Until.Holds(() => $"{service} at {replica} is healthy; it says {last}", async () =>
                    (last = await Health(replica)).StartsWith("{\"status\":\"healthy\"", StringComparison.Ordinal));
            }
        }
    }

    async Task<string> Health(Uri replica)
    {
        try
        {
            return (await Send(HttpMethod.Get, replica, "/health", null)).Text;
        }
        catch (HttpRequestException down)
        {
            return down.Message;
        }
    }
}

/// <summary>All tests share the one platform, and some harm it: they run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class OnePlatform : ICollectionFixture<Platform>
{
    public const string Name = "one platform";
}
