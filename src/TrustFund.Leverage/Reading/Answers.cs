using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>The answers of reads that are more than a body.</summary>
static class Answers
{
    /// <summary>A thing as it is, with its version as its ETag.</summary>
    public static Ok<T> Versioned<T>(HttpContext http, T thing, long version)
    {
        http.Response.Headers.ETag = $"\"{version}\"";
        return TypedResults.Ok(thing);
    }

    /// <summary>There is no such thing.</summary>
    public static ProblemHttpResult Missing(string what, string id) => TypedResults.Problem(
        type: ProblemType.NotFound.Uri,
        title: ProblemType.NotFound.Title,
        detail: $"There is no {what} '{id}'.",
        statusCode: ProblemType.NotFound.Status);
}
