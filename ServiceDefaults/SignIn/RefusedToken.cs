using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Tokens;

namespace TrustFund.ServiceDefaults;

/// <summary>Why a request's token does not count, kept with the request for its problem document.</summary>
sealed record RefusedToken(Exception Reason)
{
    /// <summary>Keeps the reason, unless it is the issuer that fails: then nobody can tell whether the token is good.</summary>
    /// <exception cref="IssuerAwayException">The issuer's signing keys cannot be had just now.</exception>
    public static async Task Keep(AuthenticationFailedContext failed)
    {
        failed.HttpContext.Features.Set(new RefusedToken(failed.Exception));
        try
        {
            await failed.Options.ConfigurationManager!.GetConfigurationAsync(failed.HttpContext.RequestAborted);
        }
        catch (InvalidOperationException away)
        {
            throw new IssuerAwayException($"The issuer {failed.Options.Authority} does not give its signing keys.", away);
        }
    }

    /// <summary>The reason in the caller's words.</summary>
    public override string ToString() => Reason switch
    {
        SecurityTokenExpiredException expired => $"The token expired at {expired.Expires:yyyy-MM-ddTHH:mm:ssZ}: get a new one.",
        SecurityTokenNotYetValidException early => $"The token is valid only from {early.NotBefore:yyyy-MM-ddTHH:mm:ssZ}.",
        SecurityTokenInvalidIssuerException => "The token comes from another issuer.",
        SecurityTokenInvalidAudienceException => "The token was made for another audience.",
        SecurityTokenNoExpirationException => "The token never expires, and such tokens are refused.",
        _ => "The token is not one that the platform's issuer has signed.",
    };
}
