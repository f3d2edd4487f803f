using Aspire.Hosting.Kubernetes.Resources;
using YamlDotNet.Serialization;

namespace TrustFund.AppHost;

/// <summary>A Kubernetes Job (<c>batch/v1</c>) around the pod that Aspire describes; Aspire has no such type of its own.</summary>
sealed class ProvisioningJob : Workload
{
    public ProvisioningJob(Workload workload)
        : base("batch/v1", "Job")
    {
        Metadata = workload.Metadata;
        Metadata.Name = "provisioning-job";
        Spec = new JobSpec { Template = workload.PodTemplate };
    }

    [YamlMember(Alias = "spec")]
    public JobSpec Spec { get; }

    [YamlIgnore]
    public override PodTemplateSpecV1 PodTemplate => Spec.Template;

    /// <summary>The part of a Job's description that is needed here.</summary>
    public sealed class JobSpec
    {
        /// <summary>How often the pod may fail before the Job is given up; the servers may take minutes to come up.</summary>
        [YamlMember(Alias = "backoffLimit")]
        public int BackoffLimit { get; } = 20;

        /// <summary>Seconds after which a finished Job goes away: one that exists cannot be changed, and would be in the next release's way.</summary>
        [YamlMember(Alias = "ttlSecondsAfterFinished")]
        public int TtlSecondsAfterFinished { get; } = 300;

        /// <summary>The pod.</summary>
        [YamlMember(Alias = "template")]
        public PodTemplateSpecV1 Template { get; init; } = new();
    }
}
