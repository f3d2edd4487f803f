using System.Text;
using System.Text.RegularExpressions;

namespace TrustFund.ServiceDefaults;

/// <summary>A place in a JSON document, as the serializer writes it (<c>$.instalments[0].dueOn</c>), without the leading dollar.</summary>
/// <param name="Steps">Member names, and positions in lists as numbers in brackets.</param>
sealed partial record JsonPath(IReadOnlyList<string> Steps)
{
    public static JsonPath Parse(string? path) => new(
        [.. Step().Matches(path ?? "$").Select(step =>
            step.Groups["index"].Success ? $"[{step.Groups["index"].Value}]"
            : step.Groups["quoted"].Success ? step.Groups["quoted"].Value
            : step.Groups["name"].Value)]);

    public static bool IsIndex(string step) => step.StartsWith('[');

    public JsonPath Member(string name) => new([.. Steps, name]);

    /// <summary>The object that holds the member: the path may or may not end with it already.</summary>
    public JsonPath OwnerOf(string member) => Steps.Count > 0 && Steps[^1] == member ? new([.. Steps.SkipLast(1)]) : this;

    /// <summary>The place in the caller's words; the whole document has a name of its own.</summary>
    public string Field(string whole)
    {
        var field = new StringBuilder();
        foreach (var step in Steps)
        {
            field.Append(IsIndex(step) || field.Length == 0 ? step : $".{step}");
        }

        return field.Length == 0 ? whole : field.ToString();
    }

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\[(?<index>\d+)\]|\['(?<quoted>.*?)'\]", RegexOptions.CultureInvariant)]
    private static partial Regex Step();
}
