using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TrustFund.ServiceDefaults;

/// <summary>
/// The XML comments of the platform's own assemblies, read from the files that the compiler writes beside them. (The framework's generated
/// comments reach only the types of the one project that asks for them, and services share types.)
/// </summary>
sealed partial class XmlDocumentation
{
    readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, XElement>> files = new();

    public string? Summary(Type type) => Text(Find(type.Assembly, $"T:{NameOf(type)}")?.Element("summary"));

    /// <summary>The comment of a property, or of the record's parameter that it comes from.</summary>
    public string? Summary(PropertyInfo property)
    {
        var owner = property.DeclaringType!;
        return Text(Find(owner.Assembly, $"P:{NameOf(owner)}.{property.Name}")?.Element("summary"))
            ?? Text(Param(Find(owner.Assembly, $"T:{NameOf(owner)}"), property.Name));
    }

    public string? Summary(MethodInfo method) => Text(Find(method)?.Element("summary"));

    public string? Remarks(MethodInfo method) => Text(Find(method)?.Element("remarks"));

    public string? Parameter(MethodInfo method, string? name) => name is null ? null : Text(Param(Find(method), name));

    static XElement? Param(XElement? comment, string name) =>
        comment?.Elements("param").FirstOrDefault(param => (string?)param.Attribute("name") == name);

    /// <summary>Handlers are told apart by their name alone; a name with several comments has none, rather than somebody else's.</summary>
    XElement? Find(MethodInfo method)
    {
        var name = $"M:{NameOf(method.DeclaringType!)}.{method.Name}";
        var found = File(method.DeclaringType!.Assembly).Where(member => member.Key == name || member.Key.StartsWith($"{name}(", StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0].Value : null;
    }

    XElement? Find(Assembly assembly, string member) => File(assembly).GetValueOrDefault(member);

    IReadOnlyDictionary<string, XElement> File(Assembly assembly) => files.GetOrAdd(assembly, Read);

    static IReadOnlyDictionary<string, XElement> Read(Assembly assembly)
    {
        var name = assembly.GetName().Name ?? "";
        var path = Path.Combine(AppContext.BaseDirectory, $"{name}.xml");
        return name.StartsWith("TrustFund", StringComparison.Ordinal) && System.IO.File.Exists(path)
            ? XDocument.Load(path).Descendants("member").ToDictionary(member => (string)member.Attribute("name")!, StringComparer.Ordinal)
            : new Dictionary<string, XElement>(StringComparer.Ordinal);
    }

    static string NameOf(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return (definition.FullName ?? definition.Name).Replace('+', '.');
    }

    /// <summary>The words without the markup; a reference becomes the last part of what it refers to.</summary>
    static string? Text(XElement? comment)
    {
        if (comment is null)
        {
            return null;
        }

        var words = string.Concat(comment.DescendantNodes().Select(node => node switch
        {
            XText text => text.Value,
            XElement { IsEmpty: true } reference => Last((string?)reference.Attribute("cref") ?? (string?)reference.Attribute("name") ?? (string?)reference.Attribute("langword")),
            _ => "",
        }));
        return Spaces().Replace(words, " ").Trim();
    }

    static string Last(string? reference) => reference?.Split('(')[0].Split('.', ':')[^1] ?? "";

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
