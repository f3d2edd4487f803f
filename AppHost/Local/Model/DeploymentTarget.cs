namespace TrustFund.AppHost.Local;

/// <summary>What Aspire publishes to; this engine only runs.</summary>
public static class DeploymentTarget
{
    /// <summary>Refuses: a publish needs Aspire.</summary>
    /// <exception cref="DistributedApplicationException">Always.</exception>
    public static void AddDeploymentTarget(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> provisioning) =>
        throw new DistributedApplicationException(
            $"Publishing '{provisioning.Resource.Name}' and the rest from {builder.AppHostDirectory} needs Aspire: build with Orchestrator=Aspire.");
}
