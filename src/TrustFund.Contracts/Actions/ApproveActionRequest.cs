using System.ComponentModel.DataAnnotations;
using TrustFund.ServiceDefaults;

namespace TrustFund.Contracts.Actions;

/// <summary>An action to approve: out of one window, or across windows with a split.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Amount">What is approved, in the fund's currency.</param>
/// <param name="ApprovedOn">Date of the Operational Committee's approval.</param>
/// <param name="Window">Code of its window; left out for a cross-window action.</param>
/// <param name="Split">For a cross-window action: at least two windows, whose amounts add up to <c>amount</c>.</param>
/// <param name="Note">What is assumed about it, or where it was published.</param>
/// <param name="Reference">The fund's own reference of it, unique among its actions.</param>
/// <param name="CoFinancingCeiling">What its contracts may have of co-financing, in the fund's currency; none may have any when left out.</param>
/// <param name="Theme">What it is for.</param>
/// <param name="Programmes">How many programmes are adopted together in this one approval; their split is not invented.</param>
/// <param name="Qualifier">How the amount was published: <c>over</c> for a lower bound; exact when left out.</param>
sealed record ApproveActionRequest(
    [Required, StringLength(200)] string Title,
    [Positive] Money Amount,
    DateOnly ApprovedOn,
    [Code] string? Window = null,
    [Length(2, 50)] IReadOnlyList<WindowShareRequest?>? Split = null,
    [StringLength(1000)] string? Note = null,
    [StringLength(100)] string? Reference = null,
    [Positive] Money? CoFinancingCeiling = null,
    [StringLength(100)] string? Theme = null,
    [Range(1, 1000)] int? Programmes = null,
    Qualifier? Qualifier = null) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Window is null && Split is null)
            yield return new("Give the action's window, or the split of a cross-window action.", [nameof(Window)]);
        if (Window is not null && Split is not null)
            yield return new("Give a window or a split, not both.", [nameof(Split)]);
        if (Split?.Contains(null) == true)
            yield return new("Every part of the split must be an object, not null.", [nameof(Split)]);
    }
}

/// <summary>A window's part of a cross-window action.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Amount">The part, in the fund's currency.</param>
sealed record WindowShareRequest([Required, Code] string Window, [Positive] Money Amount);
