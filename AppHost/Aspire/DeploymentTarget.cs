using Aspire.Hosting.Kubernetes;

namespace TrustFund.AppHost;

/// <summary>
/// Where a publish goes: <c>--Target compose</c> (the default) or <c>--Target kubernetes</c>. One at a time, as Aspire refuses a topology in which
/// a resource could go to two places.
/// </summary>
static class DeploymentTarget
{
    public static void AddDeploymentTarget(this IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> provisioning)
    {
        switch (builder.Configuration["Target"] ?? "compose")
        {
            case "compose":
                builder.AddDockerComposeEnvironment("compose");
                break;
            case "kubernetes":
                builder.AddKubernetesEnvironment("kubernetes");
                provisioning.PublishAsKubernetesService(RunToCompletion);
                break;
            case var other:
                throw new DistributedApplicationException($"The target '{other}' is neither 'compose' nor 'kubernetes'.");
        }
    }

    // Aspire makes a Deployment of every project, which Kubernetes would start again whenever it has done its work.
    static void RunToCompletion(KubernetesResource resource)
    {
        if (resource.Workload is { } deployment)
        {
            deployment.PodTemplate.Spec.RestartPolicy = "OnFailure";
            resource.Workload = new ProvisioningJob(deployment);
        }
    }
}
