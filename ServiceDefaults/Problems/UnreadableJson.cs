using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace TrustFund.ServiceDefaults;

/// <summary>
/// Names the fields of a JSON body that could not be read. The serializer gives the place as a path and the reason only as text, so that
/// text is taken apart here; the tests pin its form.
/// </summary>
static partial class UnreadableJson
{
    public static Dictionary<string, string[]> Errors(HttpContext context, JsonException exception, Type? body, string whole)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var path = JsonPath.Parse(exception.Path);
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        if (exception.InnerException is JsonException)
        {
            errors[path.Field(whole)] = [$"The JSON is malformed at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}."];
        }
        else if (Missing().Match(exception.Message) is { Success: true } missing)
        {
            foreach (Match member in Quoted().Matches(missing.Groups["members"].Value))
            {
                errors[path.Member(member.Groups[1].Value).Field(whole)] = ["It is missing."];
            }
        }
        else if (Named().Match(exception.Message) is { Success: true } named)
        {
            var owner = path.OwnerOf(named.Groups["member"].Value);
            errors[owner.Member(named.Groups["member"].Value).Field(whole)] =
                [named.Groups["twice"].Success ? "It is given twice: give it once." : Unknown(JsonKinds.At(body, owner, options), options)];
        }
        else
        {
            errors[WithMember(exception, path).Field(whole)] = [Reason(exception, JsonKinds.At(body, path, options), options)];
        }

        return errors;
    }

    /// <summary>A value that is itself an object, such as an amount of money, says which of its members is wrong.</summary>
    static JsonPath WithMember(JsonException exception, JsonPath path) =>
        exception.Data[MoneyJsonConverter.MemberKey] is string member ? path.Member(member) : path;

    static string Reason(JsonException exception, Type? kind, JsonSerializerOptions options) =>
        exception.Message.Contains("null values", StringComparison.Ordinal) ? "It must not be null."
        : FrameworkWords().IsMatch(exception.Message) ? JsonKinds.Describe(kind, options)
        : exception.Message;

    static string Unknown(Type? owner, JsonSerializerOptions options)
    {
        var known = owner is null ? [] : options.GetTypeInfo(owner).Properties.Select(property => property.Name).ToList();
        return known.Count == 0 ? "There is no such field here." : $"There is no such field here; there are {string.Join(", ", known)}.";
    }

    [GeneratedRegex(@"was missing required properties including: (?<members>.+)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Missing();

    [GeneratedRegex("'([^']+)'", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\A(The JSON property|(?<twice>Duplicate property)) '(?<member>[^']*)' ", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>The serializer's own sentences end with a path; a converter's are written for the caller.</summary>
    [GeneratedRegex(@"could not be converted|Path: \$", RegexOptions.CultureInvariant)]
    private static partial Regex FrameworkWords();
}
