using Microsoft.Extensions.Configuration;

namespace TrustFund.AppHost.Local;

/// <summary>The OpenTelemetry variables that Aspire 13.4 gives to a project (its <c>OtlpConfigurationExtensions</c>).</summary>
sealed class Telemetry(IConfiguration configuration, bool development)
{
    public void AddTo(IDictionary<string, string> environment, string serviceName, string instanceId)
    {
        environment["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory";

        // Aspire always has a dashboard to send to; here there is a receiver only where the person who starts the platform names one.
        if (configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } receiver)
        {
            environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = receiver;
            environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] ?? "grpc";
        }

        environment["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instanceId}";
        environment["OTEL_SERVICE_NAME"] = serviceName;
        if (development)
        {
            AddDevelopment(environment);
        }
    }

    static void AddDevelopment(IDictionary<string, string> environment)
    {
        environment["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "true";
        environment["OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION"] = "true";
        environment["OTEL_BLRP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "1000";
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        environment["OTEL_TRACES_SAMPLER"] = "always_on";
        environment["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
        environment["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"] = "true";
    }
}
