using Microsoft.OpenApi;

namespace TrustFund.Leverage;

/// <summary>Says in the API's document that an answer is to be had as CSV too.</summary>
static class OffersCsvExtensions
{
    /// <summary>Adds CSV beside the JSON answer. The framework's own way of saying it would put it in the place of that answer.</summary>
    public static RouteHandlerBuilder OffersCsv(this RouteHandlerBuilder route) => route.AddOpenApiOperationTransformer((operation, _, _) =>
    {
        operation.Responses!["200"].Content![Csv.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        return Task.CompletedTask;
    });
}
