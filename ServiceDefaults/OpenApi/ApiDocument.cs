using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace TrustFund.ServiceDefaults;

/// <summary>The OpenAPI 3.1 document of a service and the page that shows it. Both are public: they tell how to ask, not what is answered.</summary>
public static class ApiDocument
{
    const string Name = "v1";

    /// <summary>Adds the document.</summary>
    public static IHostApplicationBuilder AddApiDocument(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton<XmlDocumentation>();
        builder.Services.AddOpenApi(Name, document =>
        {
            document.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            document.AddDocumentTransformer(Describe);
            document.AddOperationTransformer<OperationDescriptions>();
            document.AddSchemaTransformer<SchemaDescriptions>();
        });
        return builder;
    }

    /// <summary>Maps the document, its page, and <c>/</c>, which leads to the page. The page loads nothing from elsewhere.</summary>
    public static WebApplication MapApiDocument(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/scalar", page => page
            .WithTitle(app.Environment.ApplicationName)
            .DisableDefaultFonts()
            .HideDeveloperTools()
            .DisableMcp()
            .DisableTelemetry()
            .DisableAgent()).AllowAnonymous();
        app.MapGet("/", () => Results.Redirect($"/scalar/{Name}")).AllowAnonymous().ExcludeFromDescription();
        return app;
    }

    static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info.Title = context.ApplicationServices.GetRequiredService<IHostEnvironment>().ApplicationName;
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
        document.Components.SecuritySchemes[OperationDescriptions.Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "An access token of the platform's issuer.",
        };
        return Task.CompletedTask;
    }
}
