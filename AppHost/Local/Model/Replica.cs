namespace TrustFund.AppHost.Local;

/// <summary>One more process of a service, beside the one that the topology starts.</summary>
public sealed class Replica : IAsyncDisposable
{
    readonly SupervisedProcess process;
    readonly int port;
    bool disposed;

    internal Replica(ProjectResource project, int number, DataFolder folder, LogPrinter printer)
    {
        var name = $"{project.Name}-{number}";
        port = Ports.ChooseAny();
        var environment = project.EvaluateEnvironment();
        environment["ASPNETCORE_URLS"] = Address.ToString().TrimEnd('/');
        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={ProjectResource.NewInstanceId()}";
        Environment = environment;
        process = ProjectProcess.Create(project, name, folder, new ResourceLog(name, folder.LogFolder, printer), () => environment);
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new($"http://127.0.0.1:{port}");

    /// <summary>The variables it was started with.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The number of its process, or null while there is none.</summary>
    public int? ProcessId => process.ProcessId;

    /// <summary>Kills it (SIGKILL). The engine starts it again, as it would after a crash.</summary>
    public Task KillAsync() => process.KillAsync();

    /// <summary>Halts it where it stands (SIGSTOP).</summary>
    public Task PauseAsync() => process.PauseAsync();

    /// <summary>Lets it go on (SIGCONT).</summary>
    public void Resume() => process.Resume();

    /// <summary>Takes it down until <see cref="StartAsync"/>.</summary>
    /// <param name="kill">Kills it instead of asking it to end.</param>
    public Task StopAsync(bool kill = false) => process.StopAsync(kill);

    /// <summary>Starts it, and waits until it is healthy.</summary>
    public Task StartAsync(CancellationToken cancellation = default) => process.StartAsync(cancellation);

    /// <summary>Waits until it, or the process that takes its place, is healthy.</summary>
    public Task WaitHealthyAsync(CancellationToken cancellation = default) => process.WaitReadyAsync(cancellation);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // The platform disposes of its replicas too, and a test may have done so before.
        if (disposed)
        {
            return;
        }

        disposed = true;
        await process.StopAsync();
        await process.DisposeAsync();
        Ports.Release(port);
    }
}
