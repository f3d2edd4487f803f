using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TrustFund.ServiceDefaults;

/// <summary>Every answer from 400 up is a problem document (RFC 9457) with a stable type, a sentence for the caller and, for a bad value, its name.</summary>
public static class ProblemDefaults
{
    /// <summary>Adds the documents.</summary>
    public static IHostApplicationBuilder AddProblems(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        builder.Services.AddExceptionHandler<ExceptionProblems>();
        return builder;
    }

    /// <summary>Gives a document to whatever fails in the pipeline after this call.</summary>
    public static IApplicationBuilder UseProblems(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.UseExceptionHandler().UseStatusCodePages(status => StatusProblems.Write(status.HttpContext));
    }

    /// <summary>Answers with a problem of a common type.</summary>
    /// <param name="context">The request.</param>
    /// <param name="type">The kind of problem.</param>
    /// <param name="detail">What happened this time, as a sentence for the caller.</param>
    /// <param name="errors">The fields at fault, each with what it must be.</param>
    public static async Task WriteProblem(
        this HttpContext context, ProblemType type, string? detail = null, IDictionary<string, string[]>? errors = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(type);
        var problem = new ProblemDetails { Type = type.Uri, Title = type.Title, Status = type.Status, Detail = detail };
        if (errors is { Count: > 0 })
        {
            problem.Extensions["errors"] = errors;
        }

        context.Response.StatusCode = type.Status;
        var answer = new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem };
        if (!await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(answer))
        {
            // A caller who accepts no JSON still has to learn what is wrong, and a document in an unwanted format beats none.
            Complete(answer);
            await context.Response.WriteAsJsonAsync(problem, JsonSerializerOptions.Web, "application/problem+json", context.RequestAborted);
        }
    }

    /// <summary>Replaces what the framework fills in by the platform's own types, and gives the trace by which an operator finds the request.</summary>
    static void Complete(ProblemDetailsContext answer)
    {
        var problem = answer.ProblemDetails;
        if (problem.Type?.StartsWith(ProblemType.Prefix, StringComparison.Ordinal) is not true)
        {
            var type = ProblemType.Of(problem.Status ?? answer.HttpContext.Response.StatusCode);
            problem.Type = type.Uri;
            problem.Title = type.Title;
        }

        problem.Extensions["traceId"] = Activity.Current?.TraceId.ToHexString() ?? answer.HttpContext.TraceIdentifier;
    }
}
