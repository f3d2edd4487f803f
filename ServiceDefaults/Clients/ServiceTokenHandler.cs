using System.Net;
using System.Net.Http.Headers;

namespace TrustFund.ServiceDefaults;

/// <summary>Puts this service's own token on each request to another service of the platform.</summary>
public sealed class ServiceTokenHandler(ServiceTokens tokens) : DelegatingHandler
{
    /// <inheritdoc/>
    /// <exception cref="IssuerAwayException">The issuer does not answer, or refuses this service.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var token = await tokens.Get(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            tokens.Forget(token);
        }

        return response;
    }
}
