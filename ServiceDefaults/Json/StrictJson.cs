using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TrustFund.ServiceDefaults;

/// <summary>JSON as the platform reads and writes it: whatever is not exactly what was asked for is refused, nothing is guessed or dropped.</summary>
public static class StrictJson
{
    /// <summary>How deep lists and objects may lie in one another: no request of ours comes near.</summary>
    public const int MaxDepth = 32;

    /// <summary>The options, for code that reads or writes the platform's JSON outside a request.</summary>
    public static JsonSerializerOptions Options { get; } = Created();

    /// <summary>Makes minimal APIs read and write strictly, and makes whatever they cannot read reach the problem documents.</summary>
    public static IHostApplicationBuilder AddStrictJson(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.ConfigureHttpJsonOptions(json => Apply(json.SerializerOptions));
        builder.Services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        return builder;
    }

    /// <summary>Sets a serializer's options to the platform's.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.MaxDepth = MaxDepth;
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        options.Converters.Add(new PlainTextConverter());
    }

    static JsonSerializerOptions Created()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
