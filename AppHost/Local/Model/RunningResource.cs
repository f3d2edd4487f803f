namespace TrustFund.AppHost.Local;

/// <summary>A resource of a running platform: what stands behind it, and when others may count on it.</summary>
abstract class RunningResource(Resource resource) : IAsyncDisposable
{
    readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => resource.Name;

    public IReadOnlyList<Wait> Waits => resource.Waits;

    /// <summary>The process that stands behind it, or null when there is none.</summary>
    public virtual SupervisedProcess? Process => null;

    /// <summary>Ends when the resource is healthy, or, for one that runs to completion, complete.</summary>
    public Task Started => started.Task;

    protected Resource Resource => resource;

    public static RunningResource Of(Resource resource, DataFolder folder, LogPrinter printer, bool runsToCompletion)
    {
        ResourceLog Log(bool quiet = false) => new(resource.Name, folder.LogFolder, printer, quiet);
        return resource switch
        {
            PostgresServerResource postgres => new RunningPostgres(postgres, folder, Log(quiet: true)),
            RabbitMQServerResource broker => new RunningRabbitMq(broker, folder, Log(quiet: true)),
            ProjectResource project when runsToCompletion => new RunningTask(project, folder, Log()),
            ProjectResource project => new RunningService(project, folder, Log()),
            _ => new RunningValue(resource),
        };
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        await BeginAsync(cancellation);
        started.TrySetResult();
    }

    public virtual Task StopAsync() => Process?.StopAsync() ?? Task.CompletedTask;

    public virtual ValueTask DisposeAsync() => Process?.DisposeAsync() ?? ValueTask.CompletedTask;

    protected abstract Task BeginAsync(CancellationToken cancellation);
}

/// <summary>A parameter or a connection string: there as soon as it is asked for.</summary>
sealed class RunningValue(Resource resource) : RunningResource(resource)
{
    protected override Task BeginAsync(CancellationToken cancellation) => Task.CompletedTask;
}

/// <summary>A PostgreSQL server of the topology.</summary>
sealed class RunningPostgres(PostgresServerResource resource, DataFolder folder, ResourceLog log) : RunningResource(resource)
{
    public PostgresServer Server { get; } = new(
        resource.Name,
        Path.Combine(folder.Path, resource.Name),
        folder.RunFolder,
        resource.EndpointNamed("tcp").Port,
        resource.UserName,
        resource.PasswordParameter.GetValue(),
        log)
    { Arguments = resource.Arguments };

    public override SupervisedProcess Process => Server.Process;

    protected override Task BeginAsync(CancellationToken cancellation) => Process.StartAsync(cancellation);
}

/// <summary>A RabbitMQ server of the topology.</summary>
sealed class RunningRabbitMq(RabbitMQServerResource resource, DataFolder folder, ResourceLog log) : RunningResource(resource)
{
    const int UsualDistributionPort = 5674;

    public RabbitMqServer Server { get; } = new(
        resource.Name,
        Path.Combine(folder.Path, resource.Name),
        folder.RunFolder,
        new RabbitMqPorts(
            resource.EndpointNamed("tcp").Port,
            resource.EndpointNamed("management").Port,
            folder.Ports.Choose($"{resource.Name}/distribution", UsualDistributionPort)),
        resource.UserName,
        resource.PasswordParameter.GetValue(),
        log);

    public override SupervisedProcess Process => Server.Process;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Ports.Release(Server.DistributionPort);
    }

    protected override Task BeginAsync(CancellationToken cancellation) => Process.StartAsync(cancellation);
}

/// <summary>A project that serves until it is stopped.</summary>
sealed class RunningService(ProjectResource resource, DataFolder folder, ResourceLog log) : RunningResource(resource)
{
    public override SupervisedProcess Process { get; } = ProjectProcess.Create(resource, resource.Name, folder, log, resource.EvaluateEnvironment);

    protected override Task BeginAsync(CancellationToken cancellation) => Process.StartAsync(cancellation);
}

/// <summary>A project that does its work and ends; those that wait for it start only when it ended well.</summary>
sealed class RunningTask(ProjectResource resource, DataFolder folder, ResourceLog log) : RunningResource(resource)
{
    ChildProcess? child;

    public override async Task StopAsync()
    {
        if (child is { Exited.IsCompleted: false })
        {
            child.SendToTree(Signal.Kill);
            await child.Exited;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        child?.Dispose();
        log.Dispose();
        await base.DisposeAsync();
    }

    protected override async Task BeginAsync(CancellationToken cancellation)
    {
        child = ChildProcess.Start(ProjectProcess.Spec(resource.ProjectPath, Resource.EvaluateEnvironment()), log.Write);
        Leftovers.Note(folder.RunFolder, Name, child.Id);
        var exitCode = await child.Exited.WaitAsync(cancellation);
        Leftovers.Forget(folder.RunFolder, Name);
        if (exitCode != 0)
        {
            throw new DistributedApplicationException(
                $"'{Name}' ended with exit code {exitCode}, and others wait for it to succeed. Its last lines:{Environment.NewLine}{log.Tail}");
        }

        log.Say("done");
    }
}
