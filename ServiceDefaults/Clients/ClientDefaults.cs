using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;

namespace TrustFund.ServiceDefaults;

/// <summary>Clients of other services: found by name, patient with reads, and never sending a write twice.</summary>
public static class ClientDefaults
{
    /// <summary>
    /// Gives every HTTP client service discovery and the standard resilience, in which only GET, HEAD, OPTIONS and TRACE are repeated:
    /// whether a POST that got no answer was carried out is for its idempotency key to settle, not for a client to guess.
    /// </summary>
    public static IHostApplicationBuilder AddClients(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(client =>
        {
            client.AddStandardResilienceHandler(resilience => resilience.Retry.DisableForUnsafeHttpMethods());
            client.AddServiceDiscovery();
        });
        builder.Services.TryAddSingleton(TimeProvider.System);
        return builder;
    }

    /// <summary>
    /// Adds the HTTP client named after another service of the platform, with that service as its base address and this service's own token
    /// on each request. Take it from <see cref="IHttpClientFactory"/> by the same name.
    /// </summary>
    /// <param name="builder">The service that asks.</param>
    /// <param name="service">The service that is asked, such as <c>pledges</c>.</param>
    public static IHttpClientBuilder AddServiceClient(this IHostApplicationBuilder builder, string service)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        builder.Services.TryAddSingleton<ServiceTokens>();
        builder.Services.TryAddTransient<ServiceTokenHandler>();
        return builder.Services
            .AddHttpClient(service, client => client.BaseAddress = new Uri($"http://{service}"))
            .AddHttpMessageHandler<ServiceTokenHandler>();
    }
}
