using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace TrustFund.ServiceDefaults;

/// <summary>The codes of funds, windows, donors, partners and instruments: one thing has one code, whatever the letter case it is sent in.</summary>
public static partial class Codes
{
    /// <summary>How a code looks, in any letter case.</summary>
    public const string Pattern = "^[A-Za-z0-9][A-Za-z0-9-]{0,39}$";

    /// <summary>The canonical form of a code: upper case. Give it what <see cref="CodeAttribute"/> has let through, or what a route holds.</summary>
    public static string Fold(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.ToUpperInvariant();
    }

    /// <summary>Whether this is a code, in any letter case.</summary>
    public static bool IsCode(string code) => Shape().IsMatch(code);

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9-]{0,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}

/// <summary>The text must be a code, in any letter case; <see cref="Codes.Fold"/> makes it canonical.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class CodeAttribute : ValidationAttribute
{
    /// <summary>Says what a code is.</summary>
    public CodeAttribute()
        : base("It must be a code: 1 to 40 letters, digits and hyphens, the first no hyphen.")
    {
    }

    /// <summary>Null passes: whether a value must be there is another question.</summary>
    public override bool IsValid(object? value) => value is null || (value is string code && Codes.IsCode(code));
}
