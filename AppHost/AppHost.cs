namespace TrustFund.AppHost;

/// <summary>
/// The platform's topology. It compiles against Aspire and against the engine in <c>Local/</c>, from the same lines (docs/adr/0002).
/// </summary>
public static class Topology
{
    /// <summary>Runs or publishes the platform.</summary>
    public static async Task Main(string[] args)
    {
        var builder = DistributedApplication.CreateBuilder(args);
        Configure(builder);
        await builder.Build().RunAsync();
    }

    /// <summary>The whole platform: the servers, what prepares them, the services, and who follows whom.</summary>
    public static void Configure(IDistributedApplicationBuilder builder)
    {
        var foundation = new Foundation(
            builder,
            Postgres: ConfigurePostgres(builder),
            Messaging: ConfigureMessaging(builder),
            SignIn: builder.ExecutionContext.IsRunMode ? ConfigureDevelopmentSignIn(builder) : null);
        var provisioning = ConfigureProvisioning(foundation);

        var pledges = ConfigureService<Projects.TrustFund_Pledges>(foundation, provisioning, "pledges");
        var contracts = ConfigureService<Projects.TrustFund_Contracts>(foundation, provisioning, "contracts");
        var disbursements = ConfigureService<Projects.TrustFund_Disbursements>(foundation, provisioning, "disbursements");
        var leverage = ConfigureService<Projects.TrustFund_Leverage>(foundation, provisioning, "leverage");
        var audit = ConfigureService<Projects.TrustFund_Audit>(foundation, provisioning, "audit");

        Follow(pledges, contracts, disbursements, audit);
        Follow(contracts, pledges, disbursements, audit);
        Follow(disbursements, pledges, contracts, audit);
        Follow(leverage, pledges, audit);
        Follow(audit, pledges, contracts, disbursements, leverage);
        ConfigureSignIn(foundation, pledges, contracts, disbursements, leverage, audit);

        if (builder.ExecutionContext.IsPublishMode)
        {
            builder.AddDeploymentTarget(provisioning);
        }
    }

    // The image is pinned to the major version that the engine in Local/ runs too, so that both are tested.
    static IResourceBuilder<PostgresServerResource> ConfigurePostgres(IDistributedApplicationBuilder builder) =>
        builder.AddPostgres("postgres", password: Secret(builder, "postgres-password"), port: 15432)
            .WithImageTag("15.14")
            .WithArgs("-c", "max_connections=200", "-c", "shared_buffers=256MB")
            .WithDataVolume();

    static IResourceBuilder<RabbitMQServerResource> ConfigureMessaging(IDistributedApplicationBuilder builder)
    {
        var user = builder.AddParameter("messaging-user", "trustfund", publishValueAsDefault: true);
        var messaging = builder.AddRabbitMQ("messaging", user, Secret(builder, "messaging-password"), port: 5673)
            .WithImageTag("3.13.7")
            .WithManagementPlugin(port: 15673)
            .WithDataVolume();

        // The broker files its data under its node's name, which by default changes with every container.
        return builder.ExecutionContext.IsPublishMode ? messaging.WithEnvironment("RABBITMQ_NODENAME", "messaging@localhost") : messaging;
    }

    // Tokens for demo users exist on a developer's machine only; anywhere else an issuer of the operator's own is named when publishing.
    static IResourceBuilder<ProjectResource> ConfigureDevelopmentSignIn(IDistributedApplicationBuilder builder)
    {
        var dataFolder = builder.Configuration["DataFolder"] ?? Path.Combine(builder.AppHostDirectory, "..", ".data");
        return builder.AddProject<Projects.TrustFund_SignIn>("signin")
            .WithEnvironment("SignIn__KeyFile", Path.GetFullPath(Path.Combine(dataFolder, "signin", "key.pem")))
            .WithHttpHealthCheck("/health");
    }

    static IResourceBuilder<ProjectResource> ConfigureProvisioning(Foundation on) =>
        on.Builder.AddProject<Projects.TrustFund_Provisioning>("provisioning")
            .WithReference(on.Postgres)
            .WithReference(on.Messaging)
            .WithEnvironment("Broker__ManagementUri", on.Messaging.GetEndpoint("management"))
            .WaitFor(on.Postgres)
            .WaitFor(on.Messaging);

    // Each service has logins of its own, made by provisioning: a server's own reference would hand it the administrator's.
    static IResourceBuilder<ProjectResource> ConfigureService<TProject>(Foundation on, IResourceBuilder<ProjectResource> provisioning, string name)
        where TProject : IProjectMetadata, new()
    {
        var databasePassword = Secret(on.Builder, $"{name}-database-password");
        var brokerPassword = Secret(on.Builder, $"{name}-broker-password");
        provisioning
            .WithEnvironment($"Services__{name}__DatabasePassword", databasePassword)
            .WithEnvironment($"Services__{name}__BrokerPassword", brokerPassword);

        var server = on.Postgres.Resource;
        var broker = on.Messaging.Resource.PrimaryEndpoint.Property(EndpointProperty.HostAndPort);
        var database = on.Builder.AddConnectionString(
            $"{name}db",
            ReferenceExpression.Create($"Host={server.Host};Port={server.Port};Database={name};Username={name}_app;Password={databasePassword}"));
        var messaging = on.Builder.AddConnectionString(
            $"{name}-messaging",
            ReferenceExpression.Create($"amqp://{name}:{brokerPassword:uri}@{broker}"));

        return on.Builder.AddProject<TProject>(name)
            .WithReference(database)
            .WithReference(messaging, "messaging")
            .WaitForCompletion(provisioning)
            .WithHttpHealthCheck("/health")
            .WithExternalHttpEndpoints();
    }

    static void Follow(IResourceBuilder<ProjectResource> follower, params IResourceBuilder<ProjectResource>[] sources)
    {
        foreach (var source in sources)
        {
            follower.WithReference(source);
        }
    }

    static void ConfigureSignIn(Foundation on, params IResourceBuilder<ProjectResource>[] services)
    {
        var authority = on.SignIn is { } issuer
            ? ReferenceExpression.Create($"{issuer.GetEndpoint("http")}")
            : ReferenceExpression.Create($"{OperatorsIssuer(on.Builder)}");
        foreach (var service in services)
        {
            var name = service.Resource.Name;
            var secret = Secret(on.Builder, $"{name}-client-secret");
            service
                .WithEnvironment("SignIn__Authority", authority)
                .WithEnvironment("SignIn__Audience", "trustfund")
                .WithEnvironment("SignIn__ClientId", name)
                .WithEnvironment("SignIn__ClientSecret", secret);
            if (on.SignIn is not null)
            {
                on.SignIn.WithEnvironment($"Clients__{name}__Secret", secret);
                service.WaitFor(on.SignIn);
            }
        }
    }

    // Left empty it is filled in where the platform is deployed: a service without an issuer says so and does not start.
    static IResourceBuilder<ParameterResource> OperatorsIssuer(IDistributedApplicationBuilder builder) =>
        builder.AddParameter("signin-authority", builder.Configuration["Parameters:signin-authority"] ?? "", publishValueAsDefault: true);

    // Kept from run to run, as the data are. No special characters: the values stand in URLs and connection strings.
    static IResourceBuilder<ParameterResource> Secret(IDistributedApplicationBuilder builder, string name) =>
        builder.AddParameter(name, new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);

    sealed record Foundation(
        IDistributedApplicationBuilder Builder,
        IResourceBuilder<PostgresServerResource> Postgres,
        IResourceBuilder<RabbitMQServerResource> Messaging,
        IResourceBuilder<ProjectResource>? SignIn);
}
