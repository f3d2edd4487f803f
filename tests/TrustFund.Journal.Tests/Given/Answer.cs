using System.Net;
using System.Text;
using System.Text.Json;

namespace TrustFund.Journal.Tests.Given;

/// <summary>What came back over HTTP, to the byte.</summary>
sealed record Answer(HttpStatusCode Status, byte[] Bytes, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public JsonElement Json => JsonDocument.Parse(Bytes).RootElement;

    /// <summary>The last part of a problem's type.</summary>
    public string Problem => Json.GetProperty("type").GetString()!.Split(':')[^1];

    /// <summary>The field that a problem names.</summary>
    public string Field => Json.GetProperty("errors").EnumerateObject().Single().Name;

    public bool IsReplay => Headers.GetValueOrDefault("Idempotency-Replayed") == "true";

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public static async Task<Answer> Of(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(",", header.Value)));
}
