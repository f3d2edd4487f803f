namespace TrustFund.AppHost.Local;

/// <summary>Verbs that add parameters and connection strings to the topology.</summary>
public static class ParameterVerbs
{
    /// <summary>Adds a parameter whose value must stand in configuration, as <c>Parameters:name</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.AddResource(new ParameterResource(name, () => Configured(builder, name) ?? throw Missing(name), secret));

    /// <summary>Adds a parameter with a value that the topology knows.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        publishValueAsDefault && secret
            ? throw new ArgumentException("A parameter cannot be both secret and published as a default value.", nameof(secret))
            : builder.AddResource(new ParameterResource(name, () => value, secret));

    /// <summary>Adds a parameter with a default; with <paramref name="persist"/> the default is kept in the data folder's credentials.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(
        this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false)
    {
        var application = (DistributedApplicationBuilder)builder;
        string Default() => persist ? application.DataFolder.Credentials.GetOrAdd(name, value.GetDefaultValue) : value.GetDefaultValue();
        return builder.AddResource(new ParameterResource(name, () => Configured(builder, name) ?? Default(), secret));
    }

    /// <summary>Adds a connection string of the topology's own making.</summary>
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(
        this IDistributedApplicationBuilder builder, string name, ReferenceExpression connectionStringExpression) =>
        builder.AddResource(new ConnectionStringResource(name, connectionStringExpression));

    static string? Configured(IDistributedApplicationBuilder builder, string name) =>
        builder.Configuration[$"Parameters:{name}"] ?? builder.Configuration[$"Parameters:{name.Replace('-', '_')}"];

    static DistributedApplicationException Missing(string name) =>
        new($"The parameter '{name}' has no value: set the environment variable Parameters__{name.Replace('-', '_')}.");
}

/// <summary>A connection string of the topology's own making, rather than a server's.</summary>
public sealed class ConnectionStringResource(string name, ReferenceExpression connectionStringExpression)
    : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
{
    /// <inheritdoc />
    public ReferenceExpression ConnectionStringExpression { get; } = connectionStringExpression;
}
