using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using TrustFund.Journal;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Reading;

/// <summary>What was asked for, or a 404 problem. Where one state makes the whole answer, the state's version is its ETag.</summary>
sealed class Found<TView> : IResult, IEndpointMetadataProvider
    where TView : class
{
    readonly TView? view;
    readonly string missing;
    readonly long? version;

    Found(TView? view, string missing, long? version) => (this.view, this.missing, this.version) = (view, missing, version);

    /// <summary>An answer whose ETag is a state's version.</summary>
    public static Found<TView> Of<TState>(TState? state, Func<TState, TView> view, string missing)
        where TState : State => new(state is null ? null : view(state), missing, state?.Version);

    /// <summary>An answer that is made of several states and has no ETag.</summary>
    public static Found<TView> Made(TView? view, string missing) => new(view, missing, null);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (view is null)
            return httpContext.WriteProblem(ProblemType.NotFound, missing);
        if (version is not null)
            httpContext.Response.Headers.ETag = $"\"{version}\"";
        return TypedResults.Ok(view).ExecuteAsync(httpContext);
    }

    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TView), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status404NotFound, typeof(ProblemDetails), ["application/problem+json"]));
    }
}
