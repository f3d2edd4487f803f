namespace TrustFund.ServiceDefaults.Tests.SignIn;

public sealed class StartTests
{
    [Theory]
    [InlineData(null, "Production", "SignIn__Authority")]
    [InlineData(" ", "Staging", "SignIn__Authority")]
    [InlineData(null, "Development", "SignIn__Authority")]
    [InlineData("http://127.0.0.1:5100", "Production", "https")]
    [InlineData("signin", "Development", "https")]
    public void A_service_without_a_proper_issuer_does_not_start(string? authority, string environment, string reason)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => TestService.Build(authority, environment));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://id.example", "Production")]
    [InlineData("http://127.0.0.1:5100", "Development")]
    public async Task A_service_with_a_proper_issuer_starts(string authority, string environment)
    {
        await using var app = TestService.Build(authority, environment);
        await app.StartAsync(TestContext.Current.CancellationToken);
    }
}
