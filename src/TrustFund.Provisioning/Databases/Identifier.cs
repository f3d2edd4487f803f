namespace TrustFund.Provisioning.Databases;

/// <summary>Quotes names and text for statements that take no parameters, as CREATE ROLE and GRANT do not.</summary>
static class Identifier
{
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A text constant that reads the same whatever <c>standard_conforming_strings</c> says.</summary>
    public static string Literal(string text) =>
        $" E'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
