using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace TrustFund.Pledges.Rules;

/// <summary>A bank's reference: plain printable characters, so that two references that look the same are the same.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed partial class BankReferenceAttribute : ValidationAttribute
{
    public BankReferenceAttribute()
        : base("It must be 1 to 64 letters without accents, digits, spaces and signs, neither beginning nor ending with a space.")
    {
    }

    public override bool IsValid(object? value) => value is null || (value is string reference && Shape().IsMatch(reference));

    [GeneratedRegex(@"\A[!-~]([ -~]{0,62}[!-~])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
