using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TrustFund.Platform.Tests.Given;

/// <summary>Tokens: of the demo users from the issuer itself, and of people whom only a real issuer would know, signed with its key.</summary>
sealed class People(Uri issuer, string keyFile)
{
    /// <summary>Somebody who holds every role that a payment needs: only the four-eyes rule stands in their way.</summary>
    public const string Everybody = "olga";

    static readonly string[] PaymentRoles = ["finance-officer", "verifying-officer", "authorising-officer"];

    readonly Dictionary<string, string> tokens = [];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public string Token(string person) => tokens[person];

    public async Task SignIn(HttpClient http)
    {
        foreach (var user in (string[])["fiona", "felix", "vera", "arthur", "aude", "ines", "adam"])
        {
            using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("username", user), new("password", "demo")]);
            using var answer = await http.PostAsync(new Uri(issuer, "/token"), form, Cancel);
            tokens[user] = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("access_token").GetString()!;
        }

        var keys = await http.GetFromJsonAsync<JsonElement>(new Uri(issuer, "/.well-known/jwks.json"), Cancel);
        var keyId = keys.GetProperty("keys")[0].GetProperty("kid").GetString()!;
        using var key = RSA.Create();
        key.ImportFromPem(await File.ReadAllTextAsync(keyFile, Cancel));
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        tokens[Everybody] = Sign(key, keyId, now, now.AddHours(1));
        tokens["expired"] = Sign(key, keyId, now.AddHours(-2), now.AddHours(-1));
        using var another = RSA.Create(2048);
        tokens["forged"] = Sign(another, keyId, now, now.AddHours(1));
    }

    static string Sign(RSA key, string keyId, DateTime from, DateTime until) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        TokenType = "at+jwt",
        Issuer = "urn:trustfund:development-issuer",
        Audience = "trustfund",
        IssuedAt = from,
        NotBefore = from,
        Expires = until,
        Claims = new Dictionary<string, object> { ["sub"] = Everybody, ["name"] = "Olga Ott", ["roles"] = PaymentRoles },
        SigningCredentials = new(new RsaSecurityKey(key) { KeyId = keyId, CryptoProviderFactory = new() { CacheSignatureProviders = false } }, SecurityAlgorithms.RsaSha256),
    });
}
