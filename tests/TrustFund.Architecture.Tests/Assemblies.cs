using System.Reflection;
using TrustFund.Events;
using TrustFund.Journal;

namespace TrustFund.Architecture.Tests;

/// <summary>The assemblies whose walls are kept.</summary>
static class Assemblies
{
    public static Assembly Money { get; } = typeof(Money).Assembly;

    public static Assembly Events { get; } = typeof(IFundEvent).Assembly;

    public static Assembly Journal { get; } = typeof(Command).Assembly;

    // Loaded by name: a service's types are its own affair.
    public static IReadOnlyList<Assembly> Services { get; } =
        [.. Followings.Services.Select(name => Assembly.Load($"TrustFund.{char.ToUpperInvariant(name[0])}{name[1..]}"))];

    /// <summary>Every assembly that knows amounts.</summary>
    public static IEnumerable<Assembly> WithAmounts => [Money, Events, .. Services];
}
