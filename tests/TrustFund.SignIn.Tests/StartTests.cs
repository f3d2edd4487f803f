using System.Net;

namespace TrustFund.SignIn.Tests;

public sealed class StartTests(IssuerFixture fixture)
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("")]
    public void Outside_Development_it_refuses_to_exist(string environment)
    {
        var keyFile = fixture.NewKeyFile();
        var refused = Assert.Throws<InvalidOperationException>(() => RunningIssuer.Build(keyFile, environment));

        Assert.Contains("refuses to start", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(keyFile));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    public async Task It_refuses_to_listen_beyond_this_machine(string urls)
    {
        await using var app = RunningIssuer.Build(fixture.NewKeyFile(), urls: urls);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("refuses to listen", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_other_setting_gets_around_that()
    {
        await using var app = RunningIssuer.Build(fixture.NewKeyFile(), more: ["--Kestrel:Endpoints:Wide:Url", "http://0.0.0.0:0"]);
        var refused = await Assert.ThrowsAnyAsync<Exception>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Contains("refuses to listen", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_somebody_pointed_at_this_machine_is_not_answered()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/users") { Headers = { Host = "attacker.example" } };
        var (status, _) = await fixture.Issuer.Send(request);

        Assert.Equal((int)HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task It_is_healthy()
    {
        Assert.Equal("healthy", (await fixture.Issuer.Get("/health")).GetProperty("status").GetString());
        Assert.Equal("healthy", (await fixture.Issuer.Get("/alive")).GetProperty("status").GetString());
    }
}
