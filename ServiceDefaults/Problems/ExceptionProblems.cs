using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using Polly;

namespace TrustFund.ServiceDefaults;

/// <summary>The documents of what was thrown: the caller's mistakes name the field, a server that is away says when to come back, and the rest tells nothing.</summary>
sealed class ExceptionProblems(ILogger<ExceptionProblems> log) : IExceptionHandler
{
    const string RetryAfterSeconds = "1";

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        switch (exception)
        {
            case InvalidRequestException invalid:
                await WriteInvalid(httpContext, new(StringComparer.Ordinal) { [invalid.Field] = [invalid.Message] });
                break;
            case BadHttpRequestException { StatusCode: not StatusCodes.Status400BadRequest } refused:
                httpContext.Response.StatusCode = refused.StatusCode;
                await StatusProblems.Write(httpContext);
                break;
            case BadHttpRequestException unread:
                await WriteInvalid(httpContext, UnreadableRequest.Errors(httpContext, unread));
                break;
            case PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire }:
                await WriteInvalid(httpContext, new(StringComparer.Ordinal) { ["request"] = ["A text holds a character that cannot be stored."] });
                break;
            case var away when IsAway(away):
                log.LogWarning(exception, "{Method} {Path} is answered with 503: a server it needs is away", httpContext.Request.Method, httpContext.Request.Path);
                httpContext.Response.Headers.RetryAfter = RetryAfterSeconds;
                await httpContext.WriteProblem(ProblemType.Unavailable, "A server behind this one is away or too slow. Nothing is lost: ask again shortly, with the same Idempotency-Key.");
                break;
            default:
                log.LogError(exception, "{Method} {Path} failed", httpContext.Request.Method, httpContext.Request.Path);
                await httpContext.WriteProblem(ProblemType.Internal, "The fault is recorded under this trace id; give it to the operator.");
                break;
        }

        return true;
    }

    static Task WriteInvalid(HttpContext context, Dictionary<string, string[]> errors) =>
        context.WriteProblem(ProblemType.InvalidRequest, string.Join(' ', errors.Select(error => $"{error.Key}: {error.Value[0]}")), errors);

    static bool IsAway(Exception exception) => exception switch
    {
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } => true,
        NpgsqlException { IsTransient: true } => true,
        TimeoutException or HttpRequestException or ExecutionRejectedException => true,
        IssuerAwayException => true,
        _ => false,
    };
}
