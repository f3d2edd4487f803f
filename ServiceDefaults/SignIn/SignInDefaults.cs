using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace TrustFund.ServiceDefaults;

/// <summary>Sign-in with tokens of one OpenID Connect issuer: <c>SignIn:Authority</c>, made for <c>SignIn:Audience</c>.</summary>
public static class SignInDefaults
{
    /// <summary>The claim that holds a caller's roles, one claim each.</summary>
    public const string RoleClaim = "roles";

    /// <summary>The claim that holds a person's name for display.</summary>
    public const string NameClaim = "name";

    /// <summary>The audience when none is configured.</summary>
    public const string DefaultAudience = "trustfund";

    /// <summary>How far the clocks of issuer and service may differ.</summary>
    static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    static readonly TimeSpan IssuerMustAnswerWithin = TimeSpan.FromSeconds(5);

    /// <summary>Demands a valid token for every endpoint that does not say otherwise, and adds a policy for each role.</summary>
    /// <exception cref="InvalidOperationException">No issuer is configured, or one over plain HTTP outside Development.</exception>
    public static IHostApplicationBuilder AddSignIn(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var issuer = Issuer(builder.Configuration, builder.Environment);
        var audience = builder.Configuration["SignIn:Audience"] ?? DefaultAudience;
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(tokens =>
        {
            tokens.Authority = issuer.AbsoluteUri;
            tokens.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            tokens.MapInboundClaims = false;
            tokens.TokenValidationParameters = Validation(issuer, audience);
            tokens.TokenHandlers.Clear();
            tokens.TokenHandlers.Add(new RememberingTokenHandler(TimeProvider.System) { MapInboundClaims = false });
            tokens.BackchannelTimeout = IssuerMustAnswerWithin;
            tokens.Events = new JwtBearerEvents { OnAuthenticationFailed = RefusedToken.Keep };
        });
        var policies = builder.Services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var role in Roles.All)
        {
            policies.AddPolicy(role, policy => policy.RequireAuthenticatedUser().RequireRole(role));
        }

        return builder;
    }

    /// <summary>The caller as the platform knows people and services: issuer and subject, for counting and for comparing.</summary>
    internal static string? PersonOf(ClaimsPrincipal user) =>
        user.FindFirst("sub") is { } subject ? $"{subject.Issuer}|{subject.Value}" : null;

    static TokenValidationParameters Validation(Uri issuer, string audience) => new()
    {
        // The issuer that its own discovery document names is added to these when that is read.
        ValidIssuers = [issuer.AbsoluteUri.TrimEnd('/'), issuer.AbsoluteUri.TrimEnd('/') + "/"],
        ValidAudience = audience,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
        RequireExpirationTime = true,
        RequireSignedTokens = true,
        ValidateIssuerSigningKey = true,
        ClockSkew = ClockSkew,
        NameClaimType = NameClaim,
        RoleClaimType = RoleClaim,
    };

    internal static Uri Issuer(IConfiguration configuration, IHostEnvironment environment)
    {
        var authority = configuration["SignIn:Authority"];
        if (string.IsNullOrWhiteSpace(authority))
        {
            throw new InvalidOperationException(
                $"{environment.ApplicationName} does not start without an issuer: set SignIn__Authority to the address of your OpenID Connect issuer.");
        }

        return !Uri.TryCreate(authority, UriKind.Absolute, out var issuer) || issuer.Scheme is not ("https" or "http")
            ? throw new InvalidOperationException($"SignIn__Authority must be the https address of an OpenID Connect issuer, not '{authority}'.")
            : issuer.Scheme == "http" && !environment.IsDevelopment()
            ? throw new InvalidOperationException($"SignIn__Authority must use https outside Development, and '{authority}' does not: tokens would be taken from anyone on the way.")
            : issuer;
    }
}
