namespace TrustFund.AppHost.Local;

/// <summary>Verbs that add PostgreSQL and RabbitMQ. Under Aspire they are containers; here they are the machine's own programs.</summary>
public static class ServerVerbs
{
    /// <summary>Adds a PostgreSQL server with a data folder of its own.</summary>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        var server = new PostgresServerResource(name, userName?.Resource, (password ?? builder.GeneratedPassword(name)).Resource);
        server.Endpoints.Add(new Endpoint("tcp", "tcp", port));
        return builder.AddResource(server);
    }

    /// <summary>Adds a RabbitMQ server with a data folder of its own.</summary>
    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(
        this IDistributedApplicationBuilder builder,
        string name,
        IResourceBuilder<ParameterResource>? userName = null,
        IResourceBuilder<ParameterResource>? password = null,
        int? port = null)
    {
        var server = new RabbitMQServerResource(name, userName?.Resource, (password ?? builder.GeneratedPassword(name)).Resource);
        server.Endpoints.Add(new Endpoint("tcp", "tcp", port));
        return builder.AddResource(server);
    }

    /// <summary>Turns on the broker's management API, which provisioning uses.</summary>
    public static IResourceBuilder<RabbitMQServerResource> WithManagementPlugin(this IResourceBuilder<RabbitMQServerResource> builder, int? port)
    {
        builder.Resource.Endpoints.Add(new Endpoint("management", "http", port));
        return builder;
    }

    /// <summary>Names the container image's version; here the version is the one that is installed.</summary>
    public static IResourceBuilder<T> WithImageTag<T>(this IResourceBuilder<T> builder, string tag)
        where T : ServerResource
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return builder;
    }

    /// <summary>Adds words to the server's command line.</summary>
    public static IResourceBuilder<PostgresServerResource> WithArgs(this IResourceBuilder<PostgresServerResource> builder, params string[] args)
    {
        builder.Resource.Arguments.AddRange(args);
        return builder;
    }

    /// <summary>Keeps a container's data in a volume; here data always stays in the data folder.</summary>
    public static IResourceBuilder<T> WithDataVolume<T>(this IResourceBuilder<T> builder)
        where T : ServerResource => builder;

    static IResourceBuilder<ParameterResource> GeneratedPassword(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter($"{name}-password", new GenerateParameterDefault { Special = false }, secret: true, persist: true);
}

/// <summary>A database server or a broker.</summary>
public abstract class ServerResource(string name, ParameterResource? userName, ParameterResource password, string defaultUserName)
    : Resource(name), IResourceWithEnvironment, IResourceWithEndpoints, IResourceWithWaitSupport
{
    /// <summary>Where clients connect.</summary>
    public EndpointReference PrimaryEndpoint => new(this, "tcp");

    /// <summary>The host that clients connect to.</summary>
    public EndpointReferenceExpression Host => PrimaryEndpoint.Property(EndpointProperty.Host);

    /// <summary>The port that clients connect to.</summary>
    public EndpointReferenceExpression Port => PrimaryEndpoint.Property(EndpointProperty.Port);

    /// <summary>The administrator's password.</summary>
    public ParameterResource PasswordParameter { get; } = password;

    internal string UserName => userName?.GetValue() ?? defaultUserName;
}

/// <summary>A PostgreSQL server.</summary>
public sealed class PostgresServerResource(string name, ParameterResource? userName, ParameterResource password)
    : ServerResource(name, userName, password, "postgres"), IResourceWithConnectionString
{
    internal List<string> Arguments { get; } = [];

    /// <summary>The administrator's connection string.</summary>
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"Host={Host};Port={Port};Username={UserName};Password={PasswordParameter}");

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"{Host}")),
        new("Port", ReferenceExpression.Create($"{Port}")),
        new("Username", ReferenceExpression.Create($"{UserName}")),
        new("Password", ReferenceExpression.Create($"{PasswordParameter}")),
        new("Uri", ReferenceExpression.Create($"postgresql://{Uri.EscapeDataString(UserName)}:{PasswordParameter:uri}@{Host}:{Port}")),
        new("JdbcConnectionString", ReferenceExpression.Create($"jdbc:postgresql://{Host}:{Port}")),
    ];
}

/// <summary>A RabbitMQ server.</summary>
public sealed class RabbitMQServerResource(string name, ParameterResource? userName, ParameterResource password)
    : ServerResource(name, userName, password, "guest"), IResourceWithConnectionString
{
    /// <summary>The administrator's connection string, an AMQP URL.</summary>
    public ReferenceExpression ConnectionStringExpression =>
        ReferenceExpression.Create($"amqp://{Uri.EscapeDataString(UserName)}:{PasswordParameter:uri}@{PrimaryEndpoint.Property(EndpointProperty.HostAndPort)}");

    IEnumerable<KeyValuePair<string, ReferenceExpression>> IResourceWithConnectionString.GetConnectionProperties() =>
    [
        new("Host", ReferenceExpression.Create($"{Host}")),
        new("Port", ReferenceExpression.Create($"{Port}")),
        new("Username", ReferenceExpression.Create($"{UserName}")),
        new("Password", ReferenceExpression.Create($"{PasswordParameter}")),
        new("Uri", ConnectionStringExpression),
    ];
}
