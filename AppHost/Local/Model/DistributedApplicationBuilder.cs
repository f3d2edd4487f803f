using Microsoft.Extensions.Configuration;

namespace TrustFund.AppHost.Local;

/// <summary>The topology under construction. Verbs add to it; <see cref="Build"/> makes it runnable.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>Environment variables and command line, the command line last.</summary>
    IConfiguration Configuration { get; }

    /// <summary>The folder of the AppHost project.</summary>
    string AppHostDirectory { get; }

    /// <summary>Whether the topology is to be run or published.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>Whether this is a developer's machine, by <c>DOTNET_ENVIRONMENT</c> or the AppHost's own launch settings.</summary>
    bool IsDevelopment { get; }

    /// <summary>Adds a resource under a name that no other has.</summary>
    IResourceBuilder<T> AddResource<T>(T resource)
        where T : Resource;

    /// <summary>Makes the topology runnable.</summary>
    DistributedApplication Build();
}

/// <summary>What is being done with the topology.</summary>
public sealed class DistributedApplicationExecutionContext(bool isPublishMode)
{
    /// <summary>Whether Aspire's own words on the command line ask for a publish, which this engine has to refuse.</summary>
    public bool IsPublishMode => isPublishMode;

    /// <summary>Whether the topology is to be run.</summary>
    public bool IsRunMode => !IsPublishMode;
}

sealed class DistributedApplicationBuilder : IDistributedApplicationBuilder
{
    readonly List<Resource> resources = [];
    readonly Lazy<DataFolder> dataFolder;

    public DistributedApplicationBuilder(string[] args)
    {
        var given = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        var folder = Path.GetFullPath(given["DataFolder"] ?? Path.Combine(AppHostDirectory, "..", ".data"));
        Configuration = new ConfigurationBuilder().AddConfiguration(given).AddInMemoryCollection([new("DataFolder", folder)]).Build();
        dataFolder = new Lazy<DataFolder>(() => DataFolder.Open(folder));
        ExecutionContext = new(given["operation"] is "publish" || given["publisher"] is not null);
    }

    public IConfiguration Configuration { get; }

    public string AppHostDirectory => BuiltProject.AppHostDirectory;

    public DistributedApplicationExecutionContext ExecutionContext { get; }

    public bool IsDevelopment => EnvironmentName() == "Development";

    /// <summary>Opened, and with that locked, when first asked for.</summary>
    public DataFolder DataFolder => dataFolder.Value;

    public IResourceBuilder<T> AddResource<T>(T resource)
        where T : Resource
    {
        if (resources.Exists(other => string.Equals(other.Name, resource.Name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DistributedApplicationException($"Two resources are called '{resource.Name}'.");
        }

        resources.Add(resource);
        return new ResourceBuilder<T>(resource, this);
    }

    public DistributedApplication Build() => new(dataFolder, resources, Configuration);

    string? EnvironmentName() =>
        Configuration["DOTNET_ENVIRONMENT"] ?? Configuration["ASPNETCORE_ENVIRONMENT"]
        ?? LaunchProfile.Read(Path.Combine(AppHostDirectory, "TrustFund.AppHost.csproj"))?.EnvironmentVariables.GetValueOrDefault("DOTNET_ENVIRONMENT");
}
