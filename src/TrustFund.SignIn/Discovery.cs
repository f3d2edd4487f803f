using System.Text.Json.Serialization;

namespace TrustFund.SignIn;

/// <summary>What a service reads before it can check a token: OpenID Connect Discovery 1.0 and the public key (RFC 7517).</summary>
static class Discovery
{
    const string KeysPath = "/.well-known/jwks.json";

    public static void MapDiscovery(this IEndpointRouteBuilder app)
    {
        app.MapGet("/.well-known/openid-configuration", (HttpRequest request) => DocumentAt($"{request.Scheme}://{request.Host}"));
        app.MapGet(KeysPath, (SigningKey key) => new Keys([Published(key)]));
    }

    static Document DocumentAt(string address) => new(
        Issuer.Name, $"{address}{TokenEndpoint.Path}", $"{address}{KeysPath}", TokenEndpoint.Grants, [], ["public"], ["RS256"],
        ["client_secret_post", "client_secret_basic"]);

    static Key Published(SigningKey key) => new(
        key.Published.Kty, key.Published.Use, key.Published.Alg, key.Published.Kid, key.Published.N, key.Published.E);

    sealed record Document(
        [property: JsonPropertyName("issuer")] string Issuer,
        [property: JsonPropertyName("token_endpoint")] string TokenEndpoint,
        [property: JsonPropertyName("jwks_uri")] string JwksUri,
        [property: JsonPropertyName("grant_types_supported")] IReadOnlyList<string> GrantTypes,
        [property: JsonPropertyName("response_types_supported")] IReadOnlyList<string> ResponseTypes,
        [property: JsonPropertyName("subject_types_supported")] IReadOnlyList<string> SubjectTypes,
        [property: JsonPropertyName("id_token_signing_alg_values_supported")] IReadOnlyList<string> Algorithms,
        [property: JsonPropertyName("token_endpoint_auth_methods_supported")] IReadOnlyList<string> ClientAuthentication);

    sealed record Keys([property: JsonPropertyName("keys")] IReadOnlyList<Key> All);

    sealed record Key(
        [property: JsonPropertyName("kty")] string Type,
        [property: JsonPropertyName("use")] string Use,
        [property: JsonPropertyName("alg")] string Algorithm,
        [property: JsonPropertyName("kid")] string Id,
        [property: JsonPropertyName("n")] string Modulus,
        [property: JsonPropertyName("e")] string Exponent);
}
