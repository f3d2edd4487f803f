using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TrustFund.ServiceDefaults;

namespace TrustFund.SignIn;

/// <summary>A signed access token and how long it lasts.</summary>
sealed record Token(string Value, TimeSpan Lifetime);

/// <summary>Signs access tokens (RFC 9068).</summary>
sealed class Tokens(SigningKey key, IConfiguration configuration, TimeProvider time)
{
    static readonly TimeSpan ForPeople = TimeSpan.FromHours(8);

    static readonly TimeSpan ForServices = TimeSpan.FromHours(1);

    readonly JsonWebTokenHandler writer = new() { SetDefaultTimesOnTokenCreation = false };

    public Token For(DemoUser user) => Signed(ForPeople, new(StringComparer.Ordinal)
    {
        [JwtRegisteredClaimNames.Sub] = user.Subject.ToString(),
        [SignInDefaults.NameClaim] = user.Name,
        [JwtRegisteredClaimNames.PreferredUsername] = user.Username,
        [SignInDefaults.RoleClaim] = user.Roles.ToArray(),
    });

    public Token ForService(string client) => Signed(ForServices, new(StringComparer.Ordinal)
    {
        [JwtRegisteredClaimNames.Sub] = client,
        [SignInDefaults.NameClaim] = client,
        ["client_id"] = client,
        [SignInDefaults.RoleClaim] = new[] { Roles.Service },
    });

    Token Signed(TimeSpan lifetime, Dictionary<string, object> claims)
    {
        var now = time.GetUtcNow().UtcDateTime;
        claims[JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7(time.GetUtcNow()).ToString();
        return new Token(
            writer.CreateToken(new SecurityTokenDescriptor
            {
                TokenType = "at+jwt",
                Issuer = Issuer.Name,
                Audience = configuration["SignIn:Audience"] ?? SignInDefaults.DefaultAudience,
                IssuedAt = now,
                NotBefore = now,
                Expires = now + lifetime,
                Claims = claims,
                SigningCredentials = key.Credentials,
            }),
            lifetime);
    }
}
