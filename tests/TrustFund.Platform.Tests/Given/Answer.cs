using System.Net;
using System.Text.Json;

namespace TrustFund.Platform.Tests.Given;

/// <summary>What a service answered.</summary>
sealed record Answer(HttpStatusCode Status, string Text, string? MediaType, string? Position, bool Replayed)
{
    const string ProblemPrefix = "urn:trustfund:problem:";

    public bool Succeeded => (int)Status is >= 200 and < 300;

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    public string Id => Json.GetProperty("id").GetString()!;

    /// <summary>The last part of a problem's type; empty for anything else.</summary>
    public string Problem =>
        MediaType == "application/problem+json" && Json.GetProperty("type").GetString() is { } type && type.StartsWith(ProblemPrefix, StringComparison.Ordinal)
            ? type[ProblemPrefix.Length..]
            : "";

    /// <summary>The field that a problem names first; null when it names none.</summary>
    public string? Field =>
        Problem.Length > 0 && Json.TryGetProperty("errors", out var errors) ? errors.EnumerateObject().First().Name : null;

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        string? Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
        return new(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Content.Headers.ContentType?.MediaType,
            Header("TrustFund-Position"),
            Header("Idempotency-Replayed") == "true");
    }

    /// <summary>An amount by its path, such as <c>total.paid</c> or <c>windows.0.available</c>: <c>"250000.00 EUR"</c>.</summary>
    public string Amount(string path)
    {
        var at = path.Split('.').Aggregate(Json, (element, name) =>
            element.ValueKind == JsonValueKind.Array ? element[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)] : element.GetProperty(name));
        return $"{at.GetProperty("amount").GetString()} {at.GetProperty("currency").GetString()}";
    }

    public override string ToString() => $"{(int)Status} {Text}";
}
