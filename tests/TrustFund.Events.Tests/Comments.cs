using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TrustFund.Events.Tests;

/// <summary>The XML comments that the compiler writes beside an assembly: they are the published words about its events.</summary>
static partial class Comments
{
    static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <summary>What a type is.</summary>
    public static string Of(Type type) => Text(Member(type)?.Element("summary"), type.Name);

    /// <summary>What a parameter of a record is.</summary>
    public static string Of(Type type, string parameter) => Text(
        Member(type)?.Elements("param").FirstOrDefault(comment => string.Equals((string?)comment.Attribute("name"), parameter, StringComparison.OrdinalIgnoreCase)),
        $"{type.Name}.{parameter}");

    static XElement? Member(Type type) => Files.GetOrAdd(type.Assembly, Read).GetValueOrDefault($"T:{type.FullName}");

    static Dictionary<string, XElement> Read(Assembly assembly) => XDocument
        .Load(Path.ChangeExtension(assembly.Location, ".xml"))
        .Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal);

    static string Text(XElement? comment, string what)
    {
        Assert.True(comment is not null, $"{what} has no XML comment: integrators read it.");
        var words = comment.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { IsEmpty: true } reference => ((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? "").Split('.', ':')[^1],
            _ => "",
        });
        return Spaces().Replace(string.Concat(words), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
