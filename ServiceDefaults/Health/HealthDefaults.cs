using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace TrustFund.ServiceDefaults;

/// <summary>Two questions a probe may ask: is the process alive, and can it do its work.</summary>
public static class HealthDefaults
{
    /// <summary>Where every check is run: 200 when all are healthy or degraded, 503 when one is unhealthy.</summary>
    public const string Readiness = "/health";

    /// <summary>Where only the checks tagged <see cref="LiveTag"/> are run, which touch no server but the process itself.</summary>
    public const string Liveness = "/alive";

    /// <summary>Tag of the checks whose failure only a restart of the process cures.</summary>
    public const string LiveTag = "live";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Adds the check of the process itself, and bounds every check that sets no limit: a probe must get an answer.</summary>
    public static IHostApplicationBuilder AddHealth(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHealthChecks().AddCheck("self", () => HealthCheckResult.Healthy("The process answers."), [LiveTag]);
        builder.Services.PostConfigure<HealthCheckServiceOptions>(options =>
        {
            foreach (var check in options.Registrations.Where(check => check.Timeout == Timeout.InfiniteTimeSpan))
            {
                check.Timeout = Patience;
            }
        });
        return builder;
    }

    /// <summary>Maps both questions, for anybody: a probe has no token, and the answers hold no secret.</summary>
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks(Readiness, new HealthCheckOptions { ResponseWriter = Write }).AllowAnonymous().DisableRateLimiting();
        app.MapHealthChecks(Liveness, new HealthCheckOptions { Predicate = check => check.Tags.Contains(LiveTag), ResponseWriter = Write })
            .AllowAnonymous()
            .DisableRateLimiting();
        return app;
    }

    /// <summary>Each check with its status and its own words. The exception behind it stays in the log: it may quote a connection string.</summary>
    static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(
        new
        {
            status = Name(report.Status),
            checks = report.Entries.ToDictionary(
                check => check.Key,
                check => new
                {
                    status = Name(check.Value.Status),
                    description = check.Value.Description,
                    durationMilliseconds = Math.Round(check.Value.Duration.TotalMilliseconds, 1),
                    data = check.Value.Data.Count == 0 ? null : check.Value.Data,
                }),
        },
        JsonSerializerOptions.Web,
        context.RequestAborted);

    static string Name(HealthStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
