namespace TrustFund.AppHost.Local;

/// <summary>A part of the topology: a server, a service, a parameter or a connection string.</summary>
public interface IResource
{
    /// <summary>The name it has in the topology, in log lines and in environment variables.</summary>
    string Name { get; }
}

/// <summary>A resource that is started with environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>A resource that listens somewhere.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>A resource whose endpoints other resources may find by its name.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>A resource that can wait for others before it starts.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>A resource that is reached through a connection string.</summary>
public interface IResourceWithConnectionString : IResource
{
    /// <summary>The connection string, as an expression whose parts are known once ports are chosen.</summary>
    ReferenceExpression ConnectionStringExpression { get; }

    /// <summary>The parts of the connection string under names of their own (<c>Host</c>, <c>Port</c>, …).</summary>
    IEnumerable<KeyValuePair<string, ReferenceExpression>> GetConnectionProperties() => [];
}

/// <summary>What the verbs of the topology record about a resource, for the engine to carry out.</summary>
public abstract class Resource(string name) : IResource
{
    /// <inheritdoc />
    public string Name { get; } = name;

    internal List<Action<IDictionary<string, string>>> EnvironmentCallbacks { get; } = [];

    internal List<Wait> Waits { get; } = [];

    internal List<Endpoint> Endpoints { get; } = [];

    internal Endpoint EndpointNamed(string endpoint) =>
        Endpoints.SingleOrDefault(e => e.Name == endpoint)
        ?? throw new DistributedApplicationException($"The resource '{Name}' has no endpoint '{endpoint}'.");

    internal Dictionary<string, string> EvaluateEnvironment()
    {
        var environment = new Dictionary<string, string>();
        EnvironmentCallbacks.ForEach(callback => callback(environment));
        return environment;
    }
}

sealed record Wait(IResource For, bool Completion);

/// <summary>The name, the verbs' target and the application under construction, as in Aspire.</summary>
public interface IResourceBuilder<out T>
    where T : IResource
{
    /// <summary>The resource that the verbs shape.</summary>
    T Resource { get; }

    /// <summary>The topology that the resource belongs to.</summary>
    IDistributedApplicationBuilder ApplicationBuilder { get; }
}

sealed record ResourceBuilder<T>(T Resource, IDistributedApplicationBuilder ApplicationBuilder) : IResourceBuilder<T>
    where T : IResource;

/// <summary>The topology, or a part of it, cannot be run; the message says why in words meant for a person.</summary>
public sealed class DistributedApplicationException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public DistributedApplicationException()
    {
    }

    /// <summary>Creates the exception with a message for a person.</summary>
    public DistributedApplicationException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message for a person and what lies behind it.</summary>
    public DistributedApplicationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
