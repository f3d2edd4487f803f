using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Primitives;

namespace TrustFund.SignIn;

/// <summary>
/// <c>POST /token</c>, a form as OAuth 2.0 has it (RFC 6749 sections 4.3 and 4.4): a demo user's name and password, or a service's id and
/// secret. With <c>Accept: text/plain</c> the answer is the bare token, so that a line of shell needs nothing to take it apart.
/// </summary>
static class TokenEndpoint
{
    public const string Path = "/token";

    const string Password = "password";

    const string ClientCredentials = "client_credentials";

    public static IReadOnlyList<string> Grants { get; } = [Password, ClientCredentials];

    public static void MapTokenEndpoint(this IEndpointRouteBuilder app) => app.MapPost(Path, Grant);

    static async Task<IResult> Grant(HttpContext context, Clients clients, Tokens tokens)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (!context.Request.HasFormContentType)
        {
            return Refuse("invalid_request", "Send a form: application/x-www-form-urlencoded.");
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException unreadable)
        {
            return Refuse("invalid_request", unreadable.Message);
        }

        if (form.FirstOrDefault(field => field.Value.Count > 1) is { Key: not null } twice)
        {
            return Refuse("invalid_request", $"{twice.Key} is given twice.");
        }

        return form["grant_type"].ToString() switch
        {
            Password => ForUser(context, form, tokens),
            ClientCredentials => ForService(context, form, clients, tokens),
            "" => Refuse("invalid_request", "grant_type is missing."),
            _ => Refuse("unsupported_grant_type", $"grant_type must be {Password} or {ClientCredentials}."),
        };
    }

    static IResult ForUser(HttpContext context, IFormCollection form, Tokens tokens)
    {
        if (StringValues.IsNullOrEmpty(form["username"]) || StringValues.IsNullOrEmpty(form["password"]))
        {
            return Refuse("invalid_request", "username and password are needed.");
        }

        return DemoUsers.Find(form["username"].ToString()) is { } user && form["password"] == DemoUsers.Password
            ? Answer(context, tokens.For(user))
            : Refuse("invalid_grant", "The user name or the password is wrong; GET /users lists the demo users.");
    }

    static IResult ForService(HttpContext context, IFormCollection form, Clients clients, Tokens tokens)
    {
        var (id, secret) = Basic(context.Request) ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        if (clients.Knows(id, secret))
        {
            return Answer(context, tokens.ForService(id));
        }

        context.Response.Headers.WWWAuthenticate = "Basic realm=\"trustfund\"";
        return Refuse("invalid_client", "The client id or its secret is wrong.", StatusCodes.Status401Unauthorized);
    }

    /// <summary>Id and secret from the header, where each is form-encoded before they are joined (RFC 6749 section 2.3.1).</summary>
    static (string Id, string Secret)? Basic(HttpRequest request)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header)
            || !string.Equals(header.Scheme, "Basic", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[header.Parameter?.Length ?? 0];
        if (!Convert.TryFromBase64String(header.Parameter ?? "", bytes, out var length))
        {
            return ("", "");
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Decoded(parts[0]), Decoded(parts[1])) : ("", "");
    }

    static string Decoded(string part) => Uri.UnescapeDataString(part.Replace('+', ' '));

    static IResult Answer(HttpContext context, Token token) => WantsBareToken(context.Request)
        ? Results.Text(token.Value, MediaTypeNames.Text.Plain)
        : Results.Json(new Granted(token.Value, "Bearer", (int)token.Lifetime.TotalSeconds));

    static bool WantsBareToken(HttpRequest request) => request.GetTypedHeaders().Accept
        .Any(accepted => accepted.MediaType.Equals(MediaTypeNames.Text.Plain, StringComparison.OrdinalIgnoreCase));

    static IResult Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new Refused(error, description), statusCode: status);

    sealed record Granted(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);

    sealed record Refused(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description);
}
