using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using TrustFund.Journal;

namespace TrustFund.Provisioning.Tests;

public sealed class SettingsTests
{
    [Fact]
    public void Everything_is_read_from_the_environments_names()
    {
        var settings = Settings.From(Configuration(Complete()));

        Assert.Equal("Host=127.0.0.1", settings.Postgres);
        Assert.Equal("amqp://admin:secret@127.0.0.1:5673/", settings.Messaging.AbsoluteUri);
        Assert.Equal("http://127.0.0.1:15673/", settings.ManagementUri.AbsoluteUri);
        Assert.Equal(Followings.Services, settings.Services.Select(service => service.Name));
        Assert.Equal(new ServiceLogins("audit", "db-audit", "mq-audit"), settings.Services[^1]);
        Assert.Equal(TimeSpan.FromSeconds(90), settings.Patience);
    }

    [Fact]
    public void A_missing_setting_is_named_as_the_environment_names_it()
    {
        foreach (var key in Complete().Keys)
        {
            var settings = Complete();
            settings.Remove(key);

            var failure = Assert.Throws<ProvisioningException>(() => Settings.From(Configuration(settings)));

            Assert.Equal($"The setting {key.Replace(":", "__", StringComparison.Ordinal)} is missing.", failure.Message);
        }
    }

    [Theory]
    [InlineData("Broker:ManagementUri", "localhost")]
    [InlineData("ConnectionStrings:messaging", "nonsense")]
    [InlineData("PatienceSeconds", "soon")]
    [InlineData("PatienceSeconds", "0")]
    public void A_malformed_setting_is_refused(string key, string value)
    {
        var settings = Complete();
        settings[key] = value;

        Assert.Throws<ProvisioningException>(() => Settings.From(Configuration(settings)));
    }

    [Fact]
    public async Task The_process_says_what_is_missing_and_exits_with_a_failure()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Provision).Assembly.Location]) { RedirectStandardError = true };
        start.Environment.Remove("ConnectionStrings__postgres");
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("Provisioning failed: The setting ConnectionStrings__postgres is missing.", said.Trim());
        Assert.Equal(1, process.ExitCode);
    }

    static Dictionary<string, string?> Complete()
    {
        var settings = new Dictionary<string, string?>
        {
            ["ConnectionStrings:postgres"] = "Host=127.0.0.1",
            ["ConnectionStrings:messaging"] = "amqp://admin:secret@127.0.0.1:5673",
            ["Broker:ManagementUri"] = "http://127.0.0.1:15673",
        };
        foreach (var name in Followings.Services)
        {
            settings[$"Services:{name}:DatabasePassword"] = $"db-{name}";
            settings[$"Services:{name}:BrokerPassword"] = $"mq-{name}";
        }

        return settings;
    }

    static IConfiguration Configuration(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
}
