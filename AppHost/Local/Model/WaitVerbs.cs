namespace TrustFund.AppHost.Local;

/// <summary>Verbs that order the start, and the endpoints that others look at.</summary>
public static class WaitVerbs
{
    /// <summary>Starts the resource only when another is healthy.</summary>
    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport =>
        builder.Await(new Wait(dependency.Resource, Completion: false));

    /// <summary>Starts the resource only when another has run to its end with exit code 0.</summary>
    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency)
        where T : IResourceWithWaitSupport =>
        builder.Await(new Wait(dependency.Resource, Completion: true));

    /// <summary>Counts the resource as healthy when this path answers 200.</summary>
    public static IResourceBuilder<ProjectResource> WithHttpHealthCheck(this IResourceBuilder<ProjectResource> builder, string? path = null)
    {
        builder.Resource.HealthPath = path ?? "/";
        return builder;
    }

    /// <summary>Marks the endpoints as reachable from outside when published; on one machine they are reachable as they are.</summary>
    public static IResourceBuilder<T> WithExternalHttpEndpoints<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEndpoints => builder;

    /// <summary>Refers to an endpoint, before its port is known.</summary>
    public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name)
        where T : IResourceWithEndpoints => new((Resource)(IResource)builder.Resource, name);

    static IResourceBuilder<T> Await<T>(this IResourceBuilder<T> builder, Wait wait)
        where T : IResource
    {
        ((Resource)(IResource)builder.Resource).Waits.Add(wait);
        return builder;
    }
}
