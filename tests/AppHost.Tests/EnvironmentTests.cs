namespace AppHost.Tests;

/// <summary>The names and values are those that Aspire 13.4 sets; its sources are named in docs/adr/0002.</summary>
[Collection("running platform")]
public sealed class EnvironmentTests(RunningPlatform platform)
{
    [Fact]
    public async Task A_service_finds_exactly_the_variables_that_Aspire_would_set()
    {
        var app = platform.App;
        var password = app.GetParameter("first-password");
        var variables = app.ResourceEnvironment("first").ToDictionary();
        Assert.True(variables.Remove("OTEL_RESOURCE_ATTRIBUTES", out var attributes));
        Assert.Matches("^service\\.instance\\.id=[a-z]{8}$", attributes);
        Assert.Equal(
            new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = Url("first"),
                ["ConnectionStrings__firstdb"] = $"Host=127.0.0.1;Port={app.Postgres().Port};Database=first;Username=first_app;Password={password}",
                ["ConnectionStrings__messaging"] = $"amqp://first:{password}@127.0.0.1:{app.RabbitMq().Port}",
                ["DOTNET_LAUNCH_PROFILE"] = "test",
                ["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = "true",
                ["DoneFile"] = platform.DataFolder + "/task-done",
                ["LOGGING__CONSOLE__FORMATTERNAME"] = "simple",
                ["OTEL_BLRP_SCHEDULE_DELAY"] = "1000",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "1000",
                ["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "true",
                ["OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION"] = "true",
                ["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory",
                ["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"] = "true",
                ["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
                ["OTEL_SERVICE_NAME"] = "first",
                ["OTEL_TRACES_SAMPLER"] = "always_on",
                ["Part"] = "service",
                ["SECOND_HTTP"] = Url("second"),
                ["services__second__http__0"] = Url("second"),
            },
            new SortedDictionary<string, string>(variables, StringComparer.Ordinal));

        var found = await platform.EnvironmentOfProcessAsync("first");
        Assert.Empty(app.ResourceEnvironment("first").Except(found));
    }

    [Fact]
    public void A_reference_to_a_server_brings_its_connection_string_and_its_parts()
    {
        var app = platform.App;
        var postgres = $"127.0.0.1:{app.Postgres().Port}";
        var broker = app.RabbitMq();
        var variables = app.ResourceEnvironment("task");
        Assert.Equal(app.GetConnectionString("postgres"), variables["ConnectionStrings__postgres"]);
        Assert.Equal($"Host=127.0.0.1;Port={app.Postgres().Port};Username=postgres;Password={app.GetParameter("postgres-password")}", variables["ConnectionStrings__postgres"]);
        Assert.Equal($"postgresql://postgres:{app.GetParameter("postgres-password")}@{postgres}", variables["POSTGRES_URI"]);
        Assert.Equal($"jdbc:postgresql://{postgres}", variables["POSTGRES_JDBCCONNECTIONSTRING"]);
        Assert.Equal("postgres", variables["POSTGRES_USERNAME"]);
        Assert.Equal($"amqp://boss:{broker.Password}@127.0.0.1:{broker.Port}", variables["ConnectionStrings__messaging"]);
        Assert.Equal("127.0.0.1", variables["MESSAGING_HOST"]);
        Assert.Equal(variables["ConnectionStrings__messaging"], variables["MESSAGING_URI"]);
    }

    [Fact]
    public async Task The_AppHosts_own_addresses_and_profile_are_not_handed_down()
    {
        var found = await platform.EnvironmentOfProcessAsync("second");
        Assert.Equal(Url("second"), found["ASPNETCORE_URLS"]);
        Assert.Equal("test", found["DOTNET_LAUNCH_PROFILE"]);
        Assert.False(found.ContainsKey("DOTNET_ENVIRONMENT"));
    }

    [Fact]
    public void Telemetry_goes_to_a_receiver_only_when_one_is_named()
    {
        using var folder = new ScratchFolder();
        var builder = DistributedApplication.CreateBuilder(["--DataFolder", folder.Path, "--OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317"]);
        builder.AddProject<TestService.TestProject>("lone");
        var app = builder.Build();
        app.ChoosePorts();
        Assert.Equal("http://localhost:4317", app.ResourceEnvironment("lone")["OTEL_EXPORTER_OTLP_ENDPOINT"]);
        Assert.Equal("grpc", app.ResourceEnvironment("lone")["OTEL_EXPORTER_OTLP_PROTOCOL"]);
        Assert.False(platform.App.ResourceEnvironment("first").ContainsKey("OTEL_EXPORTER_OTLP_ENDPOINT"));
    }

    string Url(string resource) => platform.App.GetEndpoint(resource).ToString().TrimEnd('/');
}
