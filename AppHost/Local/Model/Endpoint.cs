namespace TrustFund.AppHost.Local;

/// <summary>One address of a resource: asked for by the topology, given a port when the platform starts.</summary>
sealed class Endpoint(string name, string scheme, int? usualPort)
{
    int? port;

    public string Name { get; } = name;

    public string Scheme { get; } = scheme;

    public int? UsualPort { get; } = usualPort;

    /// <summary>Everything of the platform listens on the loopback interface and nowhere else.</summary>
    public const string Host = "127.0.0.1";

    public int Port
    {
        get => port ?? throw new DistributedApplicationException($"The endpoint '{Name}' has no port before the platform starts.");
        set => port = value;
    }

    public string Url => $"{Scheme}://{Host}:{Port}";
}

/// <summary>The part of an endpoint that an expression asks for.</summary>
public enum EndpointProperty
{
    /// <summary>Scheme, host and port.</summary>
    Url,

    /// <summary>The host's name or address.</summary>
    Host,

    /// <summary>The port that others connect to.</summary>
    Port,

    /// <summary><c>http</c> or <c>tcp</c>.</summary>
    Scheme,

    /// <summary>The port that the process itself binds; here the same as <see cref="Port"/>, as there is no proxy between.</summary>
    TargetPort,

    /// <summary>Host and port, joined by a colon.</summary>
    HostAndPort,
}

/// <summary>An endpoint of a resource, before its port is known.</summary>
public sealed class EndpointReference : IValueProvider
{
    readonly Resource owner;

    internal EndpointReference(Resource owner, string endpointName) => (this.owner, EndpointName) = (owner, endpointName);

    /// <summary>The endpoint's name at its resource, such as <c>http</c>.</summary>
    public string EndpointName { get; }

    /// <inheritdoc />
    public string GetValue() => owner.EndpointNamed(EndpointName).Url;

    /// <summary>One part of the address, for use in an expression.</summary>
    public EndpointReferenceExpression Property(EndpointProperty property) => new(() => Read(owner.EndpointNamed(EndpointName), property));

    static string Read(Endpoint endpoint, EndpointProperty property) => property switch
    {
        EndpointProperty.Host => Endpoint.Host,
        EndpointProperty.Port or EndpointProperty.TargetPort => $"{endpoint.Port}",
        EndpointProperty.Scheme => endpoint.Scheme,
        EndpointProperty.HostAndPort => $"{Endpoint.Host}:{endpoint.Port}",
        _ => endpoint.Url,
    };
}

/// <summary>One part of an endpoint's address, before its port is known.</summary>
public sealed class EndpointReferenceExpression : IValueProvider
{
    readonly Func<string> read;

    internal EndpointReferenceExpression(Func<string> read) => this.read = read;

    /// <inheritdoc />
    public string GetValue() => read();
}
