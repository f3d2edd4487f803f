using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;

namespace TrustFund.ServiceDefaults;

/// <summary>
/// Adds to each operation what its handler's signature does not tell: that it needs a token, the headers its metadata demands, the part of
/// a list that may be asked for, the problems it may answer with, and the words of the handler's XML comment.
/// </summary>
sealed class OperationDescriptions(XmlDocumentation comments) : IOpenApiOperationTransformer
{
    public const string Bearer = "bearer";

    const string ProblemMediaType = "application/problem+json";

    public async Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (!metadata.OfType<IAllowAnonymous>().Any())
        {
            operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        }

        foreach (var header in metadata.OfType<IFromHeaderMetadata>().Select(header => header.Name).OfType<string>())
        {
            Add(operation, Header(header));
        }

        foreach (var parameter in metadata.OfType<IFromQueryMetadata>().Select(query => query.Name).OfType<string>())
        {
            Add(operation, parameter == "dryRun"
                ? Query(parameter, new OpenApiSchema { Type = JsonSchemaType.Boolean, Default = false }, "Whether it is only looked for problems: nothing is recorded then.")
                : Query(
                    parameter,
                    new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
                    "The day it is booked on, whose period must be open, on or after its value date; the value date when left out."));
        }

        foreach (var day in metadata.OfType<IParameterBindingMetadata>().Where(bound => IsDay(bound.ParameterInfo.ParameterType)))
        {
            var named = operation.Parameters?.FirstOrDefault(parameter => string.Equals(parameter.Name, day.Name, StringComparison.OrdinalIgnoreCase));
            if (named?.Schema is OpenApiSchema schema)
            {
                schema.Format = "date";
            }
        }

        if (metadata.OfType<PagedMetadata>().Any())
        {
            Add(operation, Query("limit", new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = PageRequest.MaxLimit.ToString(CultureInfo.InvariantCulture),
                Default = PageRequest.DefaultLimit,
            }, "How many items at most."));
            Add(operation, Query("after", new OpenApiSchema { Type = JsonSchemaType.String }, "The 'next' of the page before."));
        }

        await AddProblems(operation, context, metadata, cancellationToken);
        Describe(operation, metadata.OfType<MethodInfo>().FirstOrDefault());
    }

    static async Task AddProblems(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, IList<object> metadata, CancellationToken cancellation)
    {
        if (context.Document is not { } document)
        {
            return;
        }

        var schema = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellation);
        document.AddComponent(nameof(ProblemDetails), schema);
        operation.Responses ??= [];
        int[] always = metadata.OfType<IAllowAnonymous>().Any() ? [400, 429] : [400, 401, 403, 429, 503];
        foreach (var status in operation.RequestBody is null ? always : [.. always, 413, 415])
        {
            operation.Responses.TryAdd(status.ToString(CultureInfo.InvariantCulture), new OpenApiResponse
            {
                Description = ReasonPhrases.GetReasonPhrase(status),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [ProblemMediaType] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(nameof(ProblemDetails), document) },
                },
            });
        }
    }

    void Describe(OpenApiOperation operation, MethodInfo? handler)
    {
        if (handler is null)
        {
            return;
        }

        operation.Summary ??= comments.Summary(handler);
        operation.Description ??= comments.Remarks(handler);
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Description ??= comments.Parameter(handler, parameter.Name);
        }
    }

    static bool IsDay(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(AskedDay);

    static OpenApiParameter Header(string name) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = true,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255 },
        Description = name == "Idempotency-Key" ? "Your own name for this command. Send the same one when you repeat it: the money moves once." : null,
    };

    static OpenApiParameter Query(string name, OpenApiSchema schema, string description) =>
        new() { Name = name, In = ParameterLocation.Query, Schema = schema, Description = description };

    static void Add(OpenApiOperation operation, OpenApiParameter parameter)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(parameter);
    }
}
