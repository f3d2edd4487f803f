using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace TrustFund.ServiceDefaults;

/// <summary>
/// Names the fields of a request that could not be read. Minimal APIs tell which parameter failed only in the text of their exception, so
/// that text is taken apart here; the tests pin its form.
/// </summary>
static partial class UnreadableRequest
{
    const string Body = "body";

    public static Dictionary<string, string[]> Errors(HttpContext context, BadHttpRequestException exception)
    {
        if (exception.InnerException is JsonException json)
        {
            var accepted = FailedRequest.Target(context)?.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
            return UnreadableJson.Errors(context, json, accepted, Body);
        }

        if (Unparsed().Match(exception.Message) is { Success: true } unparsed)
        {
            var parameter = Parameter(context, unparsed.Groups["name"].Value);
            return One(FieldOf(parameter, unparsed.Groups["name"].Value), JsonKinds.Describe(parameter?.ParameterType, StrictJson.Options));
        }

        if (Missing().Match(exception.Message) is { Success: true } missing && missing.Groups["source"].Value != Body)
        {
            var parameter = Parameter(context, missing.Groups["name"].Value);
            return One(FieldOf(parameter, missing.Groups["name"].Value), $"It is missing: it belongs into the {missing.Groups["source"].Value}.");
        }

        return exception.Message.Contains(Body, StringComparison.OrdinalIgnoreCase)
            ? One(Body, "It is missing: this endpoint takes a JSON object.")
            : One("request", "It cannot be read.");
    }

    static Dictionary<string, string[]> One(string field, string message) => new(StringComparer.Ordinal) { [field] = [message] };

    static ParameterInfo? Parameter(HttpContext context, string name) => FailedRequest.Target(context)?.Metadata
        .GetOrderedMetadata<IParameterBindingMetadata>()
        .FirstOrDefault(parameter => parameter.Name == name)?.ParameterInfo;

    /// <summary>The name the caller knows: that of the binding attribute where there is one.</summary>
    static string FieldOf(ParameterInfo? parameter, string name)
    {
        var attributes = parameter?.GetCustomAttributes(inherit: true) ?? [];
        return attributes.OfType<IFromQueryMetadata>().FirstOrDefault()?.Name
            ?? attributes.OfType<IFromRouteMetadata>().FirstOrDefault()?.Name
            ?? attributes.OfType<IFromHeaderMetadata>().FirstOrDefault()?.Name
            ?? JsonNamingPolicy.CamelCase.ConvertName(name);
    }

    [GeneratedRegex("\\AFailed to bind parameter \"(?<type>.+) (?<name>\\w+)\" from \"", RegexOptions.CultureInvariant)]
    private static partial Regex Unparsed();

    [GeneratedRegex("\\ARequired parameter \"(?<type>.+) (?<name>\\w+)\" was not provided from (?<source>.+)\\.\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Missing();
}
