using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrustFund.ServiceDefaults.Tests;

/// <summary>An issuer whose tokens can be made wrong in any way.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    const string KeyId = "test-key";

    readonly RSA key = RSA.Create(2048);

    readonly WebApplication app;

    int tokensGranted;

    TestIssuer(WebApplication app) => this.app = app;

    public string Address => app.Urls.Single();

    public int TokensGranted => tokensGranted;

    public SigningCredentials Credentials => new(new RsaSecurityKey(key) { KeyId = KeyId }, SecurityAlgorithms.RsaSha256);

    public static async Task<TestIssuer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var issuer = new TestIssuer(builder.Build());
        issuer.Map();
        await issuer.app.StartAsync(TestContext.Current.CancellationToken);
        return issuer;
    }

    /// <summary>A good token, unless told otherwise.</summary>
    public string Token(
        string[]? roles = null,
        string? subject = "0f1c7a52-5d0e-4b6a-9d53-6a3f6f0f0a01",
        string? issuer = null,
        string audience = "trustfund",
        TimeSpan? expiresIn = null,
        SigningCredentials? credentials = null)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var expires = now + (expiresIn ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer ?? Address,
            Audience = audience,
            NotBefore = expires.AddHours(-2) < now ? expires.AddHours(-2) : now,
            Expires = expires,
            Claims = new Dictionary<string, object> { ["sub"] = subject!, ["name"] = "Fiona", ["roles"] = roles ?? [Roles.FinanceOfficer] },
            SigningCredentials = credentials ?? Credentials,
        });
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    void Map()
    {
        app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Address,
            ["jwks_uri"] = $"{Address}/keys",
            ["token_endpoint"] = $"{Address}/token",
        });
        app.MapGet("/keys", () =>
        {
            var published = key.ExportParameters(includePrivateParameters: false);
            return new
            {
                keys = new[] { new { kty = "RSA", use = "sig", kid = KeyId, n = Base64UrlEncoder.Encode(published.Modulus), e = Base64UrlEncoder.Encode(published.Exponent) } },
            };
        });
        app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (form["grant_type"] != "client_credentials" || form["client_id"] != "contracts" || form["client_secret"] != "a-secret")
            {
                return Results.Json(new { error = "invalid_client" }, statusCode: 401);
            }

            var number = Interlocked.Increment(ref tokensGranted);
            return Results.Json(new { access_token = $"{Token([Roles.Service], $"contracts-{number}")}", expires_in = 3600, token_type = "Bearer" });
        });
    }
}
