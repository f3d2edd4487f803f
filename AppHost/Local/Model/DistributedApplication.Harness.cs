namespace TrustFund.AppHost.Local;

/// <content>What tests do to a running platform: look at any part of it, kill it, pause it, restart it, or add a replica.</content>
public sealed partial class DistributedApplication
{
    readonly List<Replica> replicas = [];

    /// <summary>The address of a resource.</summary>
    /// <param name="resource">The resource's name, such as <c>pledges</c>.</param>
    /// <param name="endpoint">The endpoint's name; null for the resource's first.</param>
    public Uri GetEndpoint(string resource, string? endpoint = null)
    {
        var found = Find(resource);
        return new Uri((endpoint is null ? found.Endpoints.First() : found.EndpointNamed(endpoint)).Url);
    }

    /// <summary>The variables that the topology gives a resource; what the AppHost's own environment adds is not among them.</summary>
    public IReadOnlyDictionary<string, string> ResourceEnvironment(string resource) => Find(resource).EvaluateEnvironment();

    /// <summary>A connection string of the topology: a server's administrator's, or a service's own, such as <c>pledgesdb</c>.</summary>
    public string GetConnectionString(string resource) =>
        Find(resource) is IResourceWithConnectionString source
            ? source.ConnectionStringExpression.GetValue()
            : throw new DistributedApplicationException($"The resource '{resource}' has no connection string.");

    /// <summary>A parameter's value.</summary>
    public string GetParameter(string parameter) => ((ParameterResource)Find(parameter)).GetValue();

    /// <summary>A database server of the topology, with what can be done to it.</summary>
    public PostgresServer Postgres(string resource = "postgres") => ((RunningPostgres)running[resource]).Server;

    /// <summary>A broker of the topology, with what can be done to it.</summary>
    public RabbitMqServer RabbitMq(string resource = "messaging") => ((RunningRabbitMq)running[resource]).Server;

    /// <summary>The number of the process behind a resource, or null while there is none.</summary>
    public int? ProcessId(string resource) => running[resource].Process?.ProcessId;

    /// <summary>The file with the lines that a resource has written.</summary>
    public string LogFile(string resource) => Path.Combine(dataFolder.Value.LogFolder, resource + ".log");

    /// <summary>Kills a resource (SIGKILL). The engine starts it again, as it would after a crash.</summary>
    public Task KillAsync(string resource) => Process(resource).KillAsync();

    /// <summary>Halts a resource where it stands (SIGSTOP).</summary>
    public Task PauseAsync(string resource) => Process(resource).PauseAsync();

    /// <summary>Lets a paused resource go on (SIGCONT).</summary>
    public void Resume(string resource) => Process(resource).Resume();

    /// <summary>Takes a resource down until <see cref="StartResourceAsync"/>.</summary>
    /// <param name="resource">The resource's name.</param>
    /// <param name="kill">Kills it instead of asking it to end.</param>
    public Task StopResourceAsync(string resource, bool kill = false) => Process(resource).StopAsync(kill);

    /// <summary>Starts a resource that was stopped, and waits until it is healthy.</summary>
    public Task StartResourceAsync(string resource, CancellationToken cancellation = default) => Process(resource).StartAsync(cancellation);

    /// <summary>Stops a resource, starts it again and waits until it is healthy.</summary>
    public async Task RestartAsync(string resource, CancellationToken cancellation = default)
    {
        await StopResourceAsync(resource);
        await StartResourceAsync(resource, cancellation);
    }

    /// <summary>Waits until a resource, or the process that takes the place of one that died, is healthy.</summary>
    public Task WaitHealthyAsync(string resource, CancellationToken cancellation = default) => Process(resource).WaitReadyAsync(cancellation);

    /// <summary>Starts one more process of a project, on a port of its own and otherwise with the same environment.</summary>
    public async Task<Replica> StartReplicaAsync(string resource, CancellationToken cancellation = default)
    {
        var replica = new Replica((ProjectResource)Find(resource), replicas.Count + 2, dataFolder.Value, printer);
        replicas.Add(replica);
        await replica.StartAsync(cancellation);
        return replica;
    }

    Resource Find(string name) =>
        resources.FirstOrDefault(resource => string.Equals(resource.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new DistributedApplicationException($"There is no resource '{name}'.");

    SupervisedProcess Process(string name) =>
        running[Find(name).Name].Process ?? throw new DistributedApplicationException($"No process stands behind '{name}'.");
}
