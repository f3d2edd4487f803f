using System.Collections;
using System.ComponentModel.DataAnnotations;

namespace TrustFund.Pledges.Rules;

/// <summary>The list must have no empty places: JSON may write <c>[null]</c> where a list of objects is asked for.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
sealed class NoNullsAttribute : ValidationAttribute
{
    public NoNullsAttribute()
        : base("Every item of the list must be an object, not null.")
    {
    }

    public override bool IsValid(object? value) => value is not IEnumerable list || list.Cast<object?>().All(item => item is not null);
}
