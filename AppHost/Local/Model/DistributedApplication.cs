using Microsoft.Extensions.Configuration;

namespace TrustFund.AppHost.Local;

/// <summary>
/// The platform, run by this engine: PostgreSQL, RabbitMQ and the projects as child processes, on one data folder.
/// <see cref="RunAsync"/> is for a person at a terminal; tests use <see cref="StartAsync"/> and the members of the other part of this class.
/// </summary>
public sealed partial class DistributedApplication : IAsyncDisposable
{
    readonly Lazy<DataFolder> dataFolder;
    readonly IReadOnlyList<Resource> resources;
    readonly IConfiguration configuration;
    readonly Dictionary<string, RunningResource> running = new(StringComparer.OrdinalIgnoreCase);

    LogPrinter printer = LogPrinter.Silent;
    bool stopped;

    internal DistributedApplication(Lazy<DataFolder> dataFolder, IReadOnlyList<Resource> resources, IConfiguration configuration) =>
        (this.dataFolder, this.resources, this.configuration) = (dataFolder, resources, configuration);

    string PlatformFile => Path.Combine(dataFolder.Value.Path, "platform.json");

    /// <summary>Begins a topology.</summary>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    /// <summary>
    /// Starts everything, says where it is, and keeps it running until Ctrl-C, SIGTERM or the token asks for an end.
    /// When the platform cannot start, it says why on the error output and sets the exit code to 1.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        printer = new LogPrinter(Console.Out, LogPrinter.TerminalWantsColours, resources.Max(resource => resource is IResourceWithEnvironment ? resource.Name.Length : 0));
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var signals = new StopRequests(ending, watchInput: configuration.GetValue<bool>("StopWhenInputEnds"));
        try
        {
            await StartAsync(ending.Token);
            Console.WriteLine(Welcome.Text(Addresses()));
            await Task.Delay(Timeout.Infinite, ending.Token);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            Console.WriteLine("stopping; data stay in " + dataFolder.Value.Path);
        }
        catch (DistributedApplicationException failure)
        {
            await Console.Error.WriteLineAsync($"The platform cannot start. {failure.Message}");
            Environment.ExitCode = 1;
        }
        finally
        {
            await DisposeAsync();
        }
    }

    /// <summary>Starts every resource, each when those it waits for are healthy or complete, and returns when all are.</summary>
    /// <exception cref="DistributedApplicationException">The data folder is in use, or a resource cannot start; the message says which and why.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new DistributedApplicationException("This engine runs on Linux only; elsewhere the platform runs under Aspire, with a container engine.");
        }

        ChoosePorts();
        foreach (var resource in resources)
        {
            running[resource.Name] = RunningResource.Of(resource, dataFolder.Value, printer, IsWaitedToComplete(resource));
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(configuration.GetValue("StartTimeoutSeconds", 180)));
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        var starts = running.Values.Select(resource => StartInOrderAsync(resource, failed)).ToList();
        try
        {
            await Task.WhenAll(starts);
        }
        catch (Exception) when (starts.Select(start => start.Exception?.InnerException).OfType<DistributedApplicationException>().FirstOrDefault() is { } cause)
        {
            throw cause;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var late = running.Values.Where(resource => !resource.Started.IsCompletedSuccessfully).Select(resource => resource.Name);
            throw new DistributedApplicationException($"Not ready in time: {string.Join(", ", late)}. Their lines are in {dataFolder.Value.LogFolder}.");
        }

        await WritePlatformFileAsync();
    }

    /// <summary>Stops everything, each resource after those that wait for it at the start, and lets go of the data folder.</summary>
    public async Task StopAsync()
    {
        if (stopped || !dataFolder.IsValueCreated)
        {
            return;
        }

        stopped = true;
        File.Delete(PlatformFile);
        await Task.WhenAll(replicas.ToList().Select(replica => replica.DisposeAsync().AsTask()));
        var stops = new Dictionary<RunningResource, Task>();
        await Task.WhenAll(running.Values.Select(resource => StopInOrderAsync(resource, stops)));
        foreach (var resource in running.Values)
        {
            await resource.DisposeAsync();
        }

        ReleaseFolder();
    }

    internal void ReleaseFolder()
    {
        resources.SelectMany(resource => resource.Endpoints).ToList().ForEach(endpoint => Ports.Release(endpoint.Port));
        dataFolder.Value.Dispose();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await StopAsync();

    async Task StartInOrderAsync(RunningResource resource, CancellationTokenSource failed)
    {
        try
        {
            foreach (var wait in resource.Waits)
            {
                await running[wait.For.Name].Started.WaitAsync(failed.Token);
            }

            await resource.StartAsync(failed.Token);
        }
        catch (DistributedApplicationException)
        {
            // Nothing else can become complete without it.
            await failed.CancelAsync();
            throw;
        }
    }

    Task StopInOrderAsync(RunningResource resource, Dictionary<RunningResource, Task> stops)
    {
        return stops.TryGetValue(resource, out var stop) ? stop : stops[resource] = StopAfterAsync(
            running.Values.Where(other => other.Waits.Any(wait => wait.For.Name == resource.Name)).Select(other => StopInOrderAsync(other, stops)).ToList());

        async Task StopAfterAsync(List<Task> dependents)
        {
            await Task.WhenAll(dependents);
            await resource.StopAsync();
        }
    }

    internal void ChoosePorts()
    {
        dataFolder.Value.Ports.TakesUsualOnes = configuration["Ports"] != "any";
        foreach (var resource in resources)
        {
            foreach (var endpoint in resource.Endpoints)
            {
                endpoint.Port = dataFolder.Value.Ports.Choose($"{resource.Name}/{endpoint.Name}", endpoint.UsualPort);
            }
        }
    }

    bool IsWaitedToComplete(Resource resource) =>
        resources.Any(other => other.Waits.Exists(wait => wait.Completion && wait.For == (IResource)resource));

    SortedDictionary<string, string> Addresses() => new(
        resources.SelectMany(resource => resource.Endpoints.Select(endpoint => (Name: resource.Endpoints[0] == endpoint ? resource.Name : endpoint.Name, endpoint.Url)))
            .ToDictionary(address => address.Name, address => address.Url));

    async Task WritePlatformFileAsync() =>
        await File.WriteAllTextAsync(PlatformFile, System.Text.Json.JsonSerializer.Serialize(Addresses(), Welcome.Json));
}
