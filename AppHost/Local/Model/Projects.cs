using System.Reflection;

// Under Aspire these types are generated from the project references; the names are its names.
#pragma warning disable CA1707 // Aspire turns the dots of a project's name into underscores.
namespace Projects
{
    /// <summary>src/TrustFund.SignIn: the development issuer.</summary>
    public sealed class TrustFund_SignIn : IProjectMetadata
    {
        /// <inheritdoc />
        public string ProjectPath => BuiltProject.Source("src/TrustFund.SignIn");
    }

    /// <summary>src/TrustFund.Provisioning: runs to completion before the services.</summary>
    public sealed class TrustFund_Provisioning : IProjectMetadata
    {
        /// <inheritdoc />
        public string ProjectPath => BuiltProject.Source("src/TrustFund.Provisioning");
    }

    /// <summary>src/TrustFund.Pledges: the service of that name.</summary>
    public sealed class TrustFund_Pledges : IProjectMetadata
    {
        /// <inheritdoc />
        public string ProjectPath => BuiltProject.Source("src/TrustFund.Pledges");
    }

    /// <summary>src/TrustFund.Contracts: the service of that name.</summary>
    public sealed class TrustFund_Contracts : IProjectMetadata
    {
        /// <inheritdoc />
        public string ProjectPath => BuiltProject.Source("src/TrustFund.Contracts");
    }

    /// <summary>src/TrustFund.Disbursements: the service of that name.</summary>
    public sealed class TrustFund_Disbursements : IProjectMetadata
    {
        /// <inheritdoc />
        public string ProjectPath => BuiltProject.Source("src/TrustFund.Disbursements");
    }

    /// <summary>src/TrustFund.Leverage: the service of that name.</summary>
    public sealed class TrustFund_Leverage : IProjectMetadata
    {
        /// <inheritdoc />
        public string ProjectPath => BuiltProject.Source("src/TrustFund.Leverage");
    }

    /// <summary>src/TrustFund.Audit: the service of that name.</summary>
    public sealed class TrustFund_Audit : IProjectMetadata
    {
        /// <inheritdoc />
        public string ProjectPath => BuiltProject.Source("src/TrustFund.Audit");
    }
}

namespace TrustFund.AppHost.Local
{
    /// <summary>Where a project of the topology has its source.</summary>
    public interface IProjectMetadata
    {
        /// <summary>The full path of the project file.</summary>
        string ProjectPath { get; }
    }

    /// <summary>Finds a project's source and what it was built into: the build writes both folders into this assembly.</summary>
    static class BuiltProject
    {
        public static string AppHostDirectory => Metadata("AppHostDirectory");

        public static string Source(string folder) =>
            Path.GetFullPath(Path.Combine(AppHostDirectory, "..", folder, Path.GetFileName(folder) + ".csproj"));

        public static string Assembly(string projectPath)
        {
            var name = Path.GetFileNameWithoutExtension(projectPath);
            var assembly = Path.Combine(Metadata("ArtifactsPath"), "bin", name, Metadata("BuildConfiguration"), name + ".dll");
            return File.Exists(assembly)
                ? assembly
                : throw new DistributedApplicationException($"{name} is not built: {assembly} does not exist. Build {projectPath} first, or use ./run.");
        }

        static string Metadata(string key) =>
            typeof(BuiltProject).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == key).Value!;
    }
}
