using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace TrustFund.Events;

/// <summary>How the platform writes an event's data as JSON, and how any reader in .NET should read it.</summary>
public static class EventJson
{
    /// <summary>
    /// Members in camelCase, enums as kebab-case strings, amounts as <c>{"amount":"1250.00","currency":"EUR"}</c>, dates as ISO 8601;
    /// a null is written as <c>null</c>, never left out. Reading passes over members it does not know, so that a member may be
    /// added, and refuses a known one that is missing, doubled or null where it may not be: half an event is no event. Read-only.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Build();

    static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.Never,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            AllowDuplicateProperties = false,
            // Names of people's towns and partners stay readable in the feed; what HTML could mistake for markup is still escaped.
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
