using System.Runtime.CompilerServices;

namespace AppHost.TestService;

/// <summary>A topology of the real one's shape: two servers, a task that prepares them, and two services that know each other.</summary>
public static class TestTopology
{
    /// <summary>Adds everything to the builder. With <c>Servers=false</c> in configuration the servers are left out.</summary>
    public static void Configure(IDistributedApplicationBuilder builder)
    {
        var task = builder.AddProject<TestProject>("task")
            .WithEnvironment("Part", "task")
            .WithEnvironment("TaskFails", builder.Configuration["TaskFails"] ?? "no")
            .WithEnvironment("DoneFile", builder.Configuration["DataFolder"] + "/task-done");
        var first = AddService(builder, task, "first");
        var second = AddService(builder, task, "second");
        first.WithReference(second);
        second.WithReference(first);

        if (builder.Configuration["Servers"] != "false")
        {
            AddServers(builder, task, first);
        }
    }

    static void AddServers(IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> task, IResourceBuilder<ProjectResource> first)
    {
        var postgres = builder.AddPostgres("postgres", port: 15432).WithDataVolume();
        var messaging = builder.AddRabbitMQ("messaging", builder.AddParameter("messaging-user", "boss"), port: 5673)
            .WithManagementPlugin(port: 15673)
            .WithDataVolume();
        var password = builder.AddParameter("first-password", new GenerateParameterDefault { Special = false }, secret: true, persist: true);
        var database = builder.AddConnectionString(
            "firstdb",
            ReferenceExpression.Create($"Host={postgres.Resource.Host};Port={postgres.Resource.Port};Database=first;Username=first_app;Password={password}"));
        var login = builder.AddConnectionString(
            "first-messaging",
            ReferenceExpression.Create($"amqp://first:{password:uri}@{messaging.Resource.PrimaryEndpoint.Property(EndpointProperty.HostAndPort)}"));
        task.WithReference(postgres).WithReference(messaging).WaitFor(postgres).WaitFor(messaging);
        first.WithReference(database).WithReference(login, "messaging");
    }

    static IResourceBuilder<ProjectResource> AddService(IDistributedApplicationBuilder builder, IResourceBuilder<ProjectResource> task, string name) =>
        builder.AddProject<TestProject>(name)
            .WithEnvironment("Part", "service")
            .WithEnvironment("DoneFile", builder.Configuration["DataFolder"] + "/task-done")
            .WaitForCompletion(task)
            .WithHttpHealthCheck("/health");
}

/// <summary>This very project, as a part of the topology.</summary>
public sealed class TestProject : IProjectMetadata
{
    /// <inheritdoc />
    public string ProjectPath { get; } = Path.Combine(ThisFolder(), "AppHost.TestService.csproj");

    static string ThisFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
