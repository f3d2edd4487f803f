using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace TrustFund.ServiceDefaults.Tests.SignIn;

public sealed class SignInTests(ServiceFixture fixture)
{
    [Fact]
    public async Task A_good_token_is_taken_with_its_name_and_roles()
    {
        using var response = await fixture.Service.Get("/whoami");

        Assert.Equal("Fiona True", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_token_the_answer_is_401()
    {
        using var response = await fixture.Service.Get("/whoami", token: "");

        var problem = await response.Problem(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.StartsWith("Send a token", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_token_of_another_issuer_is_refused() =>
        await Refused(fixture.Issuer.Token(issuer: "https://elsewhere.example"), "The token comes from another issuer.");

    [Fact]
    public async Task A_token_for_another_audience_is_refused() =>
        await Refused(fixture.Issuer.Token(audience: "somebody-else"), "The token was made for another audience.");

    [Fact]
    public async Task An_expired_token_is_refused() =>
        await Refused(fixture.Issuer.Token(expiresIn: TimeSpan.FromMinutes(-5)), "The token expired at ");

    [Fact]
    public async Task A_token_that_nobody_signed_is_refused()
    {
        var parts = fixture.Issuer.Token().Split('.');
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

        await Refused($"{header}.{parts[1]}.", "The token is not one that the platform's issuer has signed.");
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_password_is_refused()
    {
        var publicKey = ((RsaSecurityKey)fixture.Issuer.Credentials.Key).Rsa.ExportSubjectPublicKeyInfoPem();
        var key = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(publicKey)) { KeyId = "test-key" };

        await Refused(
            fixture.Issuer.Token(credentials: new SigningCredentials(key, SecurityAlgorithms.HmacSha256)),
            "The token is not one that the platform's issuer has signed.");
    }

    [Fact]
    public async Task A_token_signed_with_another_key_is_refused()
    {
        using var other = RSA.Create(2048);
        var key = new RsaSecurityKey(other) { KeyId = "test-key" };

        await Refused(
            fixture.Issuer.Token(credentials: new SigningCredentials(key, SecurityAlgorithms.RsaSha256)),
            "The token is not one that the platform's issuer has signed.");
    }

    [Fact]
    public async Task A_token_signed_with_an_algorithm_we_do_not_use_is_refused() =>
        await Refused(
            fixture.Issuer.Token(credentials: new SigningCredentials(fixture.Issuer.Credentials.Key, SecurityAlgorithms.RsaSsaPssSha256)),
            "The token is not one that the platform's issuer has signed.");

    [Fact]
    public async Task A_word_that_is_no_token_is_refused() =>
        await Refused("nonsense", "The token is not one that the platform's issuer has signed.");

    [Theory]
    [InlineData("/approvals", "This needs the role verifying-officer or authorising-officer; you have finance-officer.")]
    [InlineData("/audits", "This needs the role auditor; you have finance-officer.")]
    public async Task A_role_that_is_not_held_is_403_and_named(string address, string detail)
    {
        using var response = await fixture.Service.Get(address);

        var problem = await response.Problem(HttpStatusCode.Forbidden, "forbidden");
        Assert.Equal(detail, problem.GetProperty("detail").GetString());
    }

    [Theory]
    [InlineData("/approvals", Roles.VerifyingOfficer)]
    [InlineData("/approvals", Roles.AuthorisingOfficer)]
    [InlineData("/audits", Roles.Auditor)]
    public async Task A_role_that_is_held_is_let_in(string address, string role)
    {
        using var response = await fixture.Service.Get(address, fixture.Issuer.Token([role, Roles.Integrator]));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task An_issuer_that_is_away_is_503_and_not_the_callers_fault()
    {
        var issuer = await TestIssuer.Start();
        await using var service = await TestService.Start(issuer);
        await issuer.DisposeAsync();
        using var response = await service.Get("/whoami");

        await response.Problem(HttpStatusCode.ServiceUnavailable, "unavailable");
    }

    [Theory]
    [InlineData("auditors")]
    [InlineData("Auditor")]
    [InlineData(null)]
    public async Task A_misspelt_role_is_found_when_the_service_starts(string? role)
    {
        await using var app = TestService.Build(fixture.Issuer.Address, "Development");

        Assert.Throws<ArgumentException>(() => app.MapApi().RequireRole(role is null ? [] : [role]));
    }

    async Task Refused(string token, string detail)
    {
        using var response = await fixture.Service.Get("/whoami", token);
        var problem = await response.Problem(HttpStatusCode.Unauthorized, "unauthenticated");
        Assert.StartsWith(detail, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
