using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TrustFund.Journal.Tests.Given;

/// <summary>Believes whoever the request says it is from.</summary>
sealed class TestSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Person = "X-Person";
    public const string Role = "X-Role";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Headers.TryGetValue(Person, out var person))
            return Task.FromResult(AuthenticateResult.NoResult());
        Claim[] claims = [new("iss", "https://issuer.example"), new("sub", person.ToString()), new("roles", Request.Headers[Role].ToString())];
        var identity = new ClaimsIdentity(claims, Scheme.Name, "sub", "roles");
        return Task.FromResult(AuthenticateResult.Success(new(new(identity), Scheme.Name)));
    }
}
