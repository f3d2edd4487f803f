using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Trace;

namespace TrustFund.ServiceDefaults.Tests.Telemetry;

public sealed class TelemetryTests(ServiceFixture fixture)
{
    [Fact]
    public async Task Spans_of_the_platforms_own_sources_arrive_where_the_setting_says()
    {
        var received = new ConcurrentQueue<string>();
        await using var collector = await Collector(received);
        using var source = new ActivitySource("TrustFund.Sample");
        await using var service = await TestService.Start(
            fixture.Issuer,
            null,
            app => app.MapGet("/traced", () =>
            {
                using var span = source.StartActivity("certify");
                span?.SetTag(ServiceDefaults.Telemetry.Fund, "EUTF-AFRICA");
                return span is not null;
            }),
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single()),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"));
        using var answer = await service.Get("/traced");
        Assert.Equal("true", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var probe = await service.Get("/alive");
        service.Services.GetRequiredService<TracerProvider>().ForceFlush(5_000);

        var traces = string.Concat(received);
        Assert.Contains("certify", traces, StringComparison.Ordinal);
        Assert.Contains("trustfund.fund", traces, StringComparison.Ordinal);
        Assert.Contains("GET /traced", traces, StringComparison.Ordinal);
        Assert.DoesNotContain("GET /alive", traces, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trace_that_a_caller_began_goes_on()
    {
        // The test's own client would put its own span into the header.
        using var handler = new SocketsHttpHandler { ActivityHeadersPropagator = null };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(fixture.Service.Address) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", fixture.Issuer.Token());
        client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        using var response = await client.GetAsync("/missing", TestContext.Current.CancellationToken);
        var problem = await response.Problem(System.Net.HttpStatusCode.NotFound, "not-found");

        Assert.Equal("0af7651916cd43dd8448eb211c80319c", problem.GetProperty("traceId").GetString());
    }

    static async Task<WebApplication> Collector(ConcurrentQueue<string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            if (signal == "traces")
            {
                received.Enqueue(Encoding.UTF8.GetString(body.ToArray()));
            }
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
