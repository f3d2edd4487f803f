using System.ComponentModel.DataAnnotations;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Actions;

/// <summary>A rider to approve: an action rises or falls.</summary>
/// <param name="By">By how much, in the fund's currency: below zero to lower it, zero to change the ceiling of co-financing alone.</param>
/// <param name="ApprovedOn">Date of the Operational Committee's approval.</param>
/// <param name="Reference">The fund's own reference of the rider, unique among its riders.</param>
/// <param name="Reason">Why.</param>
/// <param name="Split">For a cross-window action: what changes in each window, all with the sign of <c>by</c> and adding up to it.</param>
/// <param name="CoFinancingCeiling">What the action's contracts may have of co-financing from now on; as it was when left out.</param>
sealed record ApproveRiderRequest(
    Money By,
    DateOnly ApprovedOn,
    [Required, StringLength(100)] string Reference,
    [Required, StringLength(500)] string Reason,
    [Length(1, 50)] IReadOnlyList<RiderShareRequest?>? Split = null,
    Money? CoFinancingCeiling = null) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Split?.Contains(null) == true)
            yield return new("Every part of the split must be an object, not null.", [nameof(Split)]);
    }
}

/// <summary>What a rider changes in a window.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Amount">The change, in the fund's currency; below zero to lower.</param>
sealed record RiderShareRequest([Required, Code] string Window, Money Amount);
