using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;

namespace TrustFund.Demo.Playing;

/// <summary>A request to a service, as one of the demo users.</summary>
sealed record Call(string As, string Service, HttpMethod Method, string Path, string? Body = null, string? IdempotencyKey = null);

/// <summary>What a service answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON, a problem document from 400 on.</param>
/// <param name="Position">The last fact the command recorded, such as <c>pledges:12</c>; the same when the command is repeated.</param>
/// <param name="Replayed">Whether the command had been recorded before.</param>
sealed record Answer(HttpStatusCode Status, JsonElement Body, string? Position, bool Replayed)
{
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>The last part of a problem's type: <c>insufficient-cash</c>.</summary>
    public string? Problem => Text("type")?.Split(':')[^1];

    public string? Detail => Text("detail") ?? Text("title");

    string? Text(string member) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>
/// The services' HTTP APIs. A service that is away, or says to come back later, is asked again for a minute: each command has its
/// idempotency key, so that a repetition cannot record anything twice.
/// </summary>
/// <param name="platform">Where the services are.</param>
/// <param name="clock">Measures how long a service is away.</param>
/// <param name="waiting">Is told, once, of a service that is waited for longer than a moment.</param>
sealed class Api(Platform platform, TimeProvider clock, Action<string> waiting) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan SilentFor = TimeSpan.FromSeconds(2);

    readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(30) };
    readonly Dictionary<string, string> tokens = [];

    /// <summary>Sends a request and gives the answer, be it a refusal.</summary>
    /// <exception cref="StoppedException">The service stayed away.</exception>
    public async Task<Answer> Send(Call call, CancellationToken cancellation)
    {
        var token = await TokenOf(call.As, cancellation);
        using var response = await Insist(call.Service, () => Request(call, token), cancellation);
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        return new(
            response.StatusCode,
            body.Length == 0 ? default : JsonDocument.Parse(body).RootElement,
            response.Headers.TryGetValues("TrustFund-Position", out var position) ? position.Single() : null,
            response.Headers.Contains("Idempotency-Replayed"));
    }

    /// <summary>What an auditor reads.</summary>
    /// <exception cref="StoppedException">The service refused or stayed away.</exception>
    public async Task<JsonElement> Get(string service, string path, CancellationToken cancellation)
    {
        var answer = await Send(new("aude", service, HttpMethod.Get, path), cancellation);
        return answer.IsSuccess
            ? answer.Body
            : throw new StoppedException($"GET {platform.At(service, path)} answered {(int)answer.Status}: {answer.Detail}");
    }

    public void Dispose() => http.Dispose();

    HttpRequestMessage Request(Call call, string token)
    {
        var request = new HttpRequestMessage(call.Method, platform.At(call.Service, call.Path));
        request.Headers.Authorization = new("Bearer", token);
        if (call.IdempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", call.IdempotencyKey);
        if (call.Body is not null)
            request.Content = new StringContent(call.Body, Encoding.UTF8, MediaTypeNames.Application.Json);
        return request;
    }

    async Task<string> TokenOf(string user, CancellationToken cancellation)
    {
        if (tokens.TryGetValue(user, out var known))
            return known;
        using var response = await Insist(Platform.SignIn, () => SignIn(user), cancellation);
        var token = await response.Content.ReadAsStringAsync(cancellation);
        return response.IsSuccessStatusCode
            ? tokens[user] = token
            : throw new StoppedException($"{user} cannot sign in: {(int)response.StatusCode} {token}");
    }

    HttpRequestMessage SignIn(string user)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, platform.At(Platform.SignIn, "/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "password", ["username"] = user, ["password"] = "demo" }),
        };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(MediaTypeNames.Text.Plain));
        return request;
    }

    async Task<HttpResponseMessage> Insist(string service, Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        var started = clock.GetTimestamp();
        var told = false;
        while (true)
        {
            var (response, trouble) = await Try(request, cancellation);
            if (trouble is null)
                return response!;
            response?.Dispose();
            if (clock.GetElapsedTime(started) > Patience)
                throw new StoppedException($"'{service}' at {platform.At(service, "/")} does not answer ({trouble}). Run the demo again when it does; it goes on where it stopped.");
            if (!told && clock.GetElapsedTime(started) > SilentFor)
            {
                waiting($"Waiting for '{service}': {trouble}");
                told = true;
            }
            await Task.Delay(Pause, clock, cancellation);
        }
    }

    async Task<(HttpResponseMessage? Response, string? Trouble)> Try(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        try
        {
            using var message = request();
            var response = await http.SendAsync(message, cancellation);
            return response.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests
                ? (response, $"it says {(int)response.StatusCode}")
                : (response, null);
        }
        catch (HttpRequestException away)
        {
            return (null, away.Message);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, "it took too long");
        }
    }
}
