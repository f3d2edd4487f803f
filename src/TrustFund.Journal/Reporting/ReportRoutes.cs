using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using TrustFund.Journal.Http;

namespace TrustFund.Journal.Reporting;

/// <summary>Marks routes that answer with a report.</summary>
public static class ReportRoutes
{
    /// <summary>
    /// The route answers with a report: 400 when it is not asked for as a report can be, and the API's document says that the report is to be
    /// had as CSV too, beside the JSON answer; the framework's own way of saying it would put it in the place of that answer.
    /// </summary>
    public static RouteHandlerBuilder AnswersReport(this RouteHandlerBuilder route) => route
        .AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            return ReportQuery.Of(http.Request).Refuse(now) is { } refusal ? Problems.Of(refusal) : await next(context);
        })
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses!["200"].Content![CsvTable.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            foreach (var parameter in operation.Parameters ?? [])
            {
                if (parameter.Schema is OpenApiSchema schema && FormatOf(parameter.Name) is { } format)
                    schema.Format = format;
            }
            return Task.CompletedTask;
        });

    static string? FormatOf(string? parameter) => parameter switch
    {
        ReportQuery.AsOfName => "date",
        ReportQuery.KnownOnName => "date-time",
        _ => null,
    };
}
