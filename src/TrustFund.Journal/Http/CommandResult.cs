using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using TrustFund.Journal.Writing;

namespace TrustFund.Journal.Http;

/// <summary>
/// What a command came to, as an HTTP answer: its <typeparamref name="TAnswer"/> with the header <c>TrustFund-Position</c>
/// (<c>pledges:1234</c>, the last fact it recorded), or a problem document. A repeated command gets the first answer again, marked
/// <c>Idempotency-Replayed: true</c>.
/// </summary>
/// <typeparam name="TAnswer">The body of a success.</typeparam>
public sealed class CommandResult<TAnswer> : IResult, IEndpointMetadataProvider
    where TAnswer : class
{
    internal CommandResult(Outcome outcome) => Outcome = outcome;

    internal Outcome Outcome { get; }

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        if (Outcome.Refusal is { } refusal)
        {
            if (refusal.Status == 503) httpContext.Response.Headers.RetryAfter = "1";
            return Problems.Of(refusal).ExecuteAsync(httpContext);
        }
        var answer = Outcome.Answer!;
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        response.ContentLength = answer.Body.Length;
        if (answer.Location is not null) response.Headers.Location = answer.Location;
        if (answer.ETag is not null) response.Headers.ETag = answer.ETag;
        if (answer.Position is not null) response.Headers["TrustFund-Position"] = answer.Position;
        if (Outcome.Replayed) response.Headers["Idempotency-Replayed"] = "true";
        return response.Body.WriteAsync(answer.Body, httpContext.RequestAborted).AsTask();
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in (int[])[400, 401, 403, 404, 409, 412, 422, 429, 503])
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDetails), ["application/problem+json"]));
    }
}
