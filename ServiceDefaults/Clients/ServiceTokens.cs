using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Polly;

namespace TrustFund.ServiceDefaults;

/// <summary>
/// This service's own access token, got from the issuer with <c>SignIn:ClientId</c> and <c>SignIn:ClientSecret</c> (OAuth 2.0 client
/// credentials, RFC 6749 section 4.4) and kept until shortly before it expires.
/// </summary>
public sealed class ServiceTokens(IHttpClientFactory clients, IConfiguration configuration, IHostEnvironment environment, TimeProvider time) : IDisposable
{
    /// <summary>A token that is about to expire is not handed out: it must last for the request it is fetched for.</summary>
    static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    readonly SemaphoreSlim oneAtATime = new(1, 1);

    Held? held;

    /// <summary>A token that is valid now.</summary>
    /// <exception cref="IssuerAwayException">The issuer does not answer, or refuses this service.</exception>
    public async ValueTask<string> Get(CancellationToken cancellation)
    {
        if (Current() is { } token)
        {
            return token;
        }

        await oneAtATime.WaitAsync(cancellation);
        try
        {
            return Current() ?? (held = await Fetch(cancellation)).Token;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Forgets a token that a service has refused, so that the next request gets a new one.</summary>
    public void Forget(string token)
    {
        if (held is { } refused && refused.Token == token)
        {
            Interlocked.CompareExchange(ref held, null, refused);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => oneAtATime.Dispose();

    string? Current() => held is { } known && time.GetUtcNow() < known.GoodUntil ? known.Token : null;

    async Task<Held> Fetch(CancellationToken cancellation)
    {
        var issuer = SignInDefaults.Issuer(configuration, environment).AbsoluteUri.TrimEnd('/');
        try
        {
            using var client = clients.CreateClient(nameof(ServiceTokens));
            var discovery = await client.GetFromJsonAsync<Discovery>($"{issuer}/.well-known/openid-configuration", JsonSerializerOptions.Web, cancellation);
            using var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = configuration["SignIn:ClientId"] ?? "",
                ["client_secret"] = configuration["SignIn:ClientSecret"] ?? "",
                ["audience"] = configuration["SignIn:Audience"] ?? SignInDefaults.DefaultAudience,
            });
            using var answer = await client.PostAsync(discovery!.TokenEndpoint, form, cancellation);
            answer.EnsureSuccessStatusCode();
            var granted = await answer.Content.ReadFromJsonAsync<Granted>(JsonSerializerOptions.Web, cancellation);
            return new Held(granted!.AccessToken, time.GetUtcNow().AddSeconds(granted.ExpiresIn) - Margin);
        }
        catch (Exception failed) when (failed is HttpRequestException or JsonException or ExecutionRejectedException)
        {
            throw new IssuerAwayException($"The issuer {issuer} gave this service no token: {failed.Message}", failed);
        }
    }

    sealed record Held(string Token, DateTimeOffset GoodUntil);

    sealed record Discovery([property: JsonPropertyName("token_endpoint")] Uri TokenEndpoint);

    sealed record Granted(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
