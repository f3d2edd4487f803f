using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace TrustFund.Events.Tests;

/// <summary>The JSON Schema of an event's data, from its type and its comments.</summary>
static class Schemas
{
    const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly JsonSchemaExporterOptions Exporting = new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe };

    /// <summary>The schema as it is published.</summary>
    public static string Of(string name)
    {
        var type = EventTypes.Find(name)!;
        var schema = new JsonObject
        {
            ["$schema"] = Dialect,
            ["$id"] = $"urn:trustfund:event:{name}",
            ["title"] = name,
            ["description"] = Comments.Of(type),
        };
        foreach (var (key, value) in EventJson.Options.GetJsonSchemaAsNode(type, Exporting).AsObject().Where(member => !schema.ContainsKey(member.Key)).ToList())
            schema[key] = value?.DeepClone();
        return schema.ToJsonString(Indented) + "\n";
    }

    static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var described = context.TypeInfo.Type == typeof(Money) ? Amount() : schema;
        if (described is JsonObject json && context.PropertyInfo is { } property && property.DeclaringType.Assembly == typeof(IFundEvent).Assembly)
            json.Insert(0, "description", Comments.Of(property.DeclaringType, property.Name));
        return described;
    }

    static JsonObject Amount() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["amount"] = new JsonObject
            {
                ["description"] = "Plain digits in whole units of the currency, with exactly its minor units as decimals.",
                ["type"] = "string",
                ["pattern"] = @"^-?[0-9]{1,15}(\.[0-9]+)?$",
            },
            ["currency"] = new JsonObject
            {
                ["description"] = "An ISO 4217 code.",
                ["type"] = "string",
                ["pattern"] = "^[A-Z]{3}$",
            },
        },
        ["required"] = new JsonArray("amount", "currency"),
        ["additionalProperties"] = false,
    };
}
