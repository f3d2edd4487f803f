using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TrustFund.ServiceDefaults;

/// <summary>What every service gets, in the four calls its <c>Program.cs</c> makes.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>
    /// Adds telemetry, health checks, strict JSON, problem documents, request limits, sign-in with the platform's roles, clients of other
    /// services and the OpenAPI document.
    /// </summary>
    /// <exception cref="InvalidOperationException">No issuer is configured, or one over plain HTTP outside Development.</exception>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddTelemetry();
        builder.AddHealth();
        builder.AddStrictJson();
        builder.AddProblems();
        builder.AddRequestLimits();
        builder.AddSignIn();
        builder.AddClients();
        builder.AddApiDocument();
        return builder;
    }

    /// <summary>Lays out the request pipeline; call it before any endpoint is mapped.</summary>
    /// <remarks>Problems come first so that whatever fails after them has a document; limits come after sign-in because they count per person.</remarks>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseProblems();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        return app;
    }

    /// <summary>Maps <c>/health</c>, <c>/alive</c>, <c>/openapi/v1.json</c>, the reference page <c>/scalar/v1</c> and <c>/</c>, which leads to it.</summary>
    public static WebApplication MapDefaultEndpoints(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapHealth();
        app.MapApiDocument();
        return app;
    }

    /// <summary>
    /// The group under which a service maps its own endpoints: their bodies are checked against the data annotations of the request types,
    /// and their refusals are described in the OpenAPI document.
    /// </summary>
    public static RouteGroupBuilder MapApi(this WebApplication app, string prefix = "")
    {
        ArgumentNullException.ThrowIfNull(app);
        var api = app.MapGroup(prefix);
        api.AddEndpointFilterFactory(BodyValidation.Create);
        return api;
    }
}
