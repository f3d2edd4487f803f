using System.Text.RegularExpressions;

namespace TrustFund.Platform.Tests.BadInput;

/// <summary>Writes <c>E1.00</c> out as an amount of money, so that a table of bodies can be read.</summary>
static partial class Euros
{
    public static string In(string body) => Short().Replace(body, """{"amount":"$1","currency":"EUR"}""");

    [GeneratedRegex(@"\bE([0-9]+\.[0-9]+)\b")]
    private static partial Regex Short();
}
