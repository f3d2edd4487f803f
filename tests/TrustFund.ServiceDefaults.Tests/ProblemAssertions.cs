using System.Net;
using System.Text.Json;

namespace TrustFund.ServiceDefaults.Tests;

/// <summary>Reads an answer as a problem document, and demands that it is a proper one.</summary>
public static class ProblemAssertions
{
    public static async Task<JsonElement> Problem(this HttpResponseMessage response, HttpStatusCode status, string slug)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{(int)status} expected, but {(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(text);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal($"urn:trustfund:problem:{slug}", problem.GetProperty("type").GetString());
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        Assert.Matches("^[0-9a-f]{32}$", problem.GetProperty("traceId").GetString());
        return problem;
    }

    /// <summary>A 400 that names exactly these fields, each with this sentence.</summary>
    public static async Task Names(this HttpResponseMessage response, params (string Field, string Message)[] expected)
    {
        var problem = await response.Problem(HttpStatusCode.BadRequest, "invalid-request");
        var actual = problem.GetProperty("errors").EnumerateObject().Select(error => (error.Name, error.Value[0].GetString()!)).Order().ToArray();
        Assert.Equal(expected.Order(), actual);
        Assert.All(expected, error => Assert.Contains(error.Field, problem.GetProperty("detail").GetString(), StringComparison.Ordinal));
    }
}
