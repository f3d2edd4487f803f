using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace TrustFund.ServiceDefaults;

/// <summary>Gives the schemas what their types do not tell: how amounts and currencies are written, and the words of the XML comments.</summary>
sealed class SchemaDescriptions(XmlDocumentation comments) : IOpenApiSchemaTransformer
{
    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type == typeof(Money))
        {
            BecomeMoney(schema);
        }
        else if (type == typeof(Currency))
        {
            BecomeCurrency(schema);
        }
        else if (type == typeof(string))
        {
            // Text has a converter of ours, which the framework's own description does not look into.
            schema.Type ??= context.JsonPropertyInfo?.IsGetNullable is true ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        }
        else if (type == typeof(ProblemDetails))
        {
            schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
            schema.Properties["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Description = "The fields at fault, each with what it must be.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            };
            schema.Properties["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "By which an operator finds the request." };
        }

        if (context.JsonPropertyInfo?.AttributeProvider is PropertyInfo property)
        {
            Limit(schema, BodyRules.RulesOf(property));
            schema.Description ??= comments.Summary(property);
        }
        else
        {
            schema.Description ??= comments.Summary(type);
        }

        return Task.CompletedTask;
    }

    /// <summary>What the annotations demand; the framework reads them from properties only, and records carry them on their parameters.</summary>
    static void Limit(OpenApiSchema schema, IEnumerable<ValidationAttribute> rules)
    {
        foreach (var rule in rules)
        {
            switch (rule)
            {
                case CodeAttribute:
                    schema.Pattern = Codes.Pattern;
                    break;
                case StringLengthAttribute length:
                    schema.MaxLength = length.MaximumLength;
                    schema.MinLength = length.MinimumLength > 0 ? length.MinimumLength : schema.MinLength;
                    break;
                case RequiredAttribute { AllowEmptyStrings: false } when schema.Type?.HasFlag(JsonSchemaType.String) is true:
                    schema.MinLength ??= 1;
                    break;
                case RangeAttribute range:
                    schema.Minimum = Convert.ToString(range.Minimum, CultureInfo.InvariantCulture);
                    schema.Maximum = Convert.ToString(range.Maximum, CultureInfo.InvariantCulture);
                    break;
                case MinLengthAttribute items when schema.Items is not null:
                    schema.MinItems = items.Length;
                    break;
                case MaxLengthAttribute items when schema.Items is not null:
                    schema.MaxItems = items.Length;
                    break;
            }
        }
    }

    static void BecomeMoney(OpenApiSchema schema)
    {
        var currency = new OpenApiSchema();
        BecomeCurrency(currency);
        schema.Type = JsonSchemaType.Object;
        schema.Description ??= "An exact amount in one currency.";
        schema.Required = new HashSet<string>(StringComparer.Ordinal) { "amount", "currency" };
        schema.AdditionalPropertiesAllowed = false;
        schema.Properties = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal)
        {
            ["amount"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Pattern = @"^-?[0-9]{1,15}(\.[0-9]+)?$",
                Description = "Plain digits in quotes, in whole units of the currency, with at most its minor units as decimals.",
                Examples = ["408600000.00"],
            },
            ["currency"] = currency,
        };
    }

    static void BecomeCurrency(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.String;
        schema.Pattern = "^[A-Z]{3}$";
        schema.Description ??= "An ISO 4217 code.";
        schema.Examples = ["EUR"];
    }
}
