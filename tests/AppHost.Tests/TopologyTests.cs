using TrustFund.AppHost;

namespace AppHost.Tests;

/// <summary>What the real topology hands to each part, without starting it.</summary>
public sealed class TopologyTests : IDisposable
{
    readonly ScratchFolder folder = new();
    readonly DistributedApplication app;

    public TopologyTests()
    {
        var builder = DistributedApplication.CreateBuilder(["--DataFolder", folder.Path]);
        Topology.Configure(builder);
        app = builder.Build();
        app.ChoosePorts();
    }

    [Theory]
    [InlineData("pledges", "contracts", "disbursements", "audit")]
    [InlineData("contracts", "pledges", "disbursements", "audit")]
    [InlineData("disbursements", "pledges", "contracts", "audit")]
    [InlineData("leverage", "pledges", "audit")]
    [InlineData("audit", "pledges", "contracts", "disbursements", "leverage")]
    public void A_service_knows_its_own_logins_its_issuer_and_the_sources_it_follows(string service, params string[] sources)
    {
        var variables = app.ResourceEnvironment(service);
        Assert.Matches($"^Host=127.0.0.1;Port=\\d+;Database={service};Username={service}_app;Password=[A-Za-z0-9]{{32}}$", variables[$"ConnectionStrings__{service}db"]);
        Assert.Matches($"^amqp://{service}:[A-Za-z0-9]{{32}}@127.0.0.1:\\d+$", variables["ConnectionStrings__messaging"]);
        Assert.Equal(Url("signin"), variables["SignIn__Authority"]);
        Assert.Equal("trustfund", variables["SignIn__Audience"]);
        Assert.Equal(service, variables["SignIn__ClientId"]);
        Assert.Equal(app.ResourceEnvironment("signin")[$"Clients__{service}__Secret"], variables["SignIn__ClientSecret"]);
        var found = variables.Keys.Where(name => name.StartsWith("services__", StringComparison.Ordinal)).Order();
        Assert.Equal(sources.Order().Select(source => $"services__{source}__http__0"), found);
        Assert.All(sources, source => Assert.Equal(Url(source), variables[$"services__{source}__http__0"]));
    }

    [Theory]
    [InlineData("signin")]
    [InlineData("provisioning")]
    [InlineData("pledges")]
    [InlineData("contracts")]
    [InlineData("disbursements")]
    [InlineData("leverage")]
    [InlineData("audit")]
    public void A_project_gets_the_variables_that_Aspire_gives_it(string project)
    {
        using var file = new StreamReader(typeof(TopologyTests).Assembly.GetManifestResourceStream("aspire-environment.txt")!);
        var aspires = file.ReadToEnd().Split('\n').Select(line => line.Split(' ')).Where(words => words[0] == project).Select(words => words[1]);
        Assert.Equal(aspires.Order(StringComparer.Ordinal), app.ResourceEnvironment(project).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_service_holds_an_administrators_login()
    {
        string[] secrets = [app.GetParameter("postgres-password"), app.GetParameter("messaging-password")];
        foreach (var service in new[] { "signin", "pledges", "contracts", "disbursements", "leverage", "audit" })
        {
            Assert.DoesNotContain(app.ResourceEnvironment(service).Values, value => secrets.Any(secret => value.Contains(secret, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Provisioning_holds_the_administrators_logins_and_every_services_passwords()
    {
        var variables = app.ResourceEnvironment("provisioning");
        Assert.Equal(app.GetConnectionString("postgres"), variables["ConnectionStrings__postgres"]);
        Assert.Equal(app.GetConnectionString("messaging"), variables["ConnectionStrings__messaging"]);
        Assert.Equal($"http://127.0.0.1:{app.GetEndpoint("messaging", "management").Port}", variables["Broker__ManagementUri"]);
        foreach (var service in new[] { "pledges", "contracts", "disbursements", "leverage", "audit" })
        {
            Assert.EndsWith($"Password={variables[$"Services__{service}__DatabasePassword"]}", app.GetConnectionString($"{service}db"), StringComparison.Ordinal);
            Assert.Contains($":{variables[$"Services__{service}__BrokerPassword"]}@", app.GetConnectionString($"{service}-messaging"), StringComparison.Ordinal);
        }
    }

    public void Dispose()
    {
        app.ReleaseFolder();
        folder.Dispose();
    }

    string Url(string resource) => app.GetEndpoint(resource).ToString().TrimEnd('/');
}
