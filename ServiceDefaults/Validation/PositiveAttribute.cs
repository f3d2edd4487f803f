using System.ComponentModel.DataAnnotations;

namespace TrustFund.ServiceDefaults;

/// <summary>The amount must be more than nothing.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class PositiveAttribute : ValidationAttribute
{
    /// <summary>Says that the amount must be positive.</summary>
    public PositiveAttribute()
        : base("The amount must be greater than zero.")
    {
    }

    /// <summary>Null passes: whether a value must be there is another question.</summary>
    public override bool IsValid(object? value) => value switch
    {
        null => true,
        Money money => money.IsPositive,
        decimal number => number > 0,
        int number => number > 0,
        long number => number > 0,
        _ => false,
    };
}
