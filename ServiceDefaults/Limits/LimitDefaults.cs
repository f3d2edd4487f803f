using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace TrustFund.ServiceDefaults;

/// <summary>How much one request may carry, how long it may take to arrive, and how many a caller may send.</summary>
public static class LimitDefaults
{
    /// <summary>Bytes a body may have, unless its endpoint raises it with <c>RequestSizeLimitAttribute</c> as metadata.</summary>
    public const long BodyBytes = 64 * 1024;

    /// <summary>Requests a caller may send each second when <c>Limits:RequestsPerSecond</c> says nothing.</summary>
    public const int RequestsPerSecond = 5_000;

    static readonly TimeSpan HeadersMustArriveWithin = TimeSpan.FromSeconds(15);

    static readonly TimeSpan IdleConnectionsCloseAfter = TimeSpan.FromMinutes(2);

    /// <summary>Sets Kestrel's limits and counts requests per caller; a caller who sends too many gets a 429 problem with Retry-After.</summary>
    /// <exception cref="InvalidOperationException"><c>Limits:RequestsPerSecond</c> is no whole number from 1 up.</exception>
    public static WebApplicationBuilder AddRequestLimits(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytes;
            kestrel.Limits.RequestHeadersTimeout = HeadersMustArriveWithin;
            kestrel.Limits.KeepAliveTimeout = IdleConnectionsCloseAfter;
        });
        var perSecond = PerSecond(builder.Configuration);
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = Refuse;
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
                request => RateLimitPartition.GetTokenBucketLimiter(CallerOf(request), _ => Bucket(perSecond)));
        });
        return builder;
    }

    /// <summary>Somebody who has signed in is counted wherever they come from; anybody else by address.</summary>
    static string CallerOf(HttpContext request) =>
        SignInDefaults.PersonOf(request.User) ?? request.Connection.RemoteIpAddress?.ToString() ?? "unknown";

    /// <summary>Tokens come back ten times a second, so that a caller at the limit is slowed down rather than stopped for a whole second.</summary>
    static TokenBucketRateLimiterOptions Bucket(int perSecond) => new()
    {
        TokenLimit = perSecond,
        TokensPerPeriod = Math.Max(1, perSecond / 10),
        ReplenishmentPeriod = TimeSpan.FromSeconds(perSecond < 10 ? 1.0 / perSecond : 0.1),
        QueueLimit = 0,
    };

    static ValueTask Refuse(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new ValueTask(rejected.HttpContext.WriteProblem(
            ProblemType.Of(StatusCodes.Status429TooManyRequests), $"Wait {seconds} s before you send more."));
    }

    static int PerSecond(ConfigurationManager configuration) => configuration["Limits:RequestsPerSecond"] switch
    {
        null => RequestsPerSecond,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        var text => throw new InvalidOperationException($"Limits__RequestsPerSecond must be a whole number from 1 up, not '{text}'."),
    };
}
