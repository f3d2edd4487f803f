using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace TrustFund.ServiceDefaults;

/// <summary>What is known of a request whose answer became a problem.</summary>
static class FailedRequest
{
    /// <summary>Where the request went. The framework takes it off the request when an exception is handled, and keeps it with the exception.</summary>
    public static Endpoint? Target(HttpContext context) => context.Features.Get<IExceptionHandlerFeature>()?.Endpoint ?? context.GetEndpoint();
}
