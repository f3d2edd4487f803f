using System.Collections.Frozen;

namespace TrustFund.Events;

/// <summary>Names of event types on the wire: <c>pledges.PledgeCertified.v1</c> stands for <c>TrustFund.Events.Pledges.V1.PledgeCertified</c>.</summary>
public static class EventTypes
{
    static readonly FrozenDictionary<string, Type> ByName = typeof(IFundEvent).Assembly.GetExportedTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IFundEvent)))
        .ToFrozenDictionary(NameFromNamespace, StringComparer.Ordinal);

    static readonly FrozenDictionary<Type, string> ByType = ByName.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>Every event type this version of the platform knows, by its name on the wire.</summary>
    public static IReadOnlyDictionary<string, Type> All => ByName;

    /// <summary>The name on the wire of <paramref name="type"/>.</summary>
    /// <exception cref="KeyNotFoundException">The type is not a public event of this assembly.</exception>
    public static string NameOf(Type type) => ByType[type];

    /// <summary>The type with this name, or null for one this version does not know.</summary>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    static string NameFromNamespace(Type type)
    {
        var parts = type.Namespace!.Split('.');
#pragma warning disable CA1308 // Names on the wire are lower case by their definition, not for comparison.
        return $"{parts[^2].ToLowerInvariant()}.{type.Name}.{parts[^1].ToLowerInvariant()}";
#pragma warning restore CA1308
    }
}
