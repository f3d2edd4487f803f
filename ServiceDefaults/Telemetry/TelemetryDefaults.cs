using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace TrustFund.ServiceDefaults;

/// <summary>Traces, metrics and logs through OpenTelemetry, sent where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says, and nowhere without it.</summary>
public static class TelemetryDefaults
{
    const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    static readonly string[] Talkative = ["Microsoft.AspNetCore", "System.Net.Http.HttpClient", "Polly"];

    /// <summary>Adds telemetry to a process that is not a whole service, such as the development issuer.</summary>
    public static IHostApplicationBuilder AddTelemetry(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        QuietenFrameworks(builder.Configuration);
        builder.Logging.AddOpenTelemetry(logs =>
        {
            logs.IncludeFormattedMessage = true;
            logs.IncludeScopes = true;
        });
        var telemetry = builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter(Telemetry.SourcePrefix + "*", "MassTransit", "Npgsql"))
            .WithTracing(traces => traces
                .AddSource(builder.Environment.ApplicationName, Telemetry.SourcePrefix + "*", "MassTransit")
                .AddNpgsql()
                .AddAspNetCoreInstrumentation(requests => requests.Filter = IsNoProbe)
                .AddHttpClientInstrumentation());
        if (!string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
        {
            telemetry.UseOtlpExporter();
        }

        return builder;
    }

    /// <summary>
    /// Several lines for each request would cost more than the request and say less than its trace. They come first among the settings, so
    /// that any setting of the operator's overrides them.
    /// </summary>
    static void QuietenFrameworks(IConfigurationManager configuration) => configuration.Sources.Insert(0, new MemoryConfigurationSource
    {
        InitialData = Talkative
            .Select(category => KeyValuePair.Create($"Logging:LogLevel:{category}", (string?)nameof(LogLevel.Warning))),
    });

    /// <summary>Probes come every few seconds and would bury the traces of people's work.</summary>
    static bool IsNoProbe(HttpContext request) =>
        !request.Request.Path.StartsWithSegments(HealthDefaults.Readiness, StringComparison.Ordinal)
        && !request.Request.Path.StartsWithSegments(HealthDefaults.Liveness, StringComparison.Ordinal);
}
