using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace TrustFund.Bench;

/// <summary>The platform's public API, for setting the stage.</summary>
sealed class Api(Uri signIn) : IDisposable
{
    readonly HttpClient http = new();
    readonly Dictionary<string, string> tokens = [];

    public async Task<string> Token(string user)
    {
        if (tokens.TryGetValue(user, out var known))
            return known;
        using var form = new FormUrlEncodedContent([new("grant_type", "password"), new("username", user), new("password", "demo")]);
        using var answer = await http.PostAsync(new Uri(signIn, "/token"), form);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
        return tokens[user] = token;
    }

    /// <summary>Posts a command; gives its answer and the position it was recorded at.</summary>
    public async Task<(JsonElement Body, string Position)> Post(Uri service, string path, string user, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(service, path)) { Content = JsonContent.Create(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token(user));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"POST {path} answered {(int)answer.StatusCode}: {text}");
        return (JsonDocument.Parse(text).RootElement, answer.Headers.TryGetValues("TrustFund-Position", out var position) ? position.First() : "");
    }

    /// <summary>Reads, as an auditor.</summary>
    public Task Get(Uri service, string path) => Read(service, path);

    /// <summary>Reads, as an auditor, and gives the answer.</summary>
    public async Task<JsonElement> Read(Uri service, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(service, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await Token("aude"));
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"GET {path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public void Dispose() => http.Dispose();
}
