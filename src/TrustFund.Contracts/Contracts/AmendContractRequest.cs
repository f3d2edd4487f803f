using System.ComponentModel.DataAnnotations;

namespace TrustFund.Contracts.Contracts;

/// <summary>An addendum to a contract; what is left out stays as it is.</summary>
/// <param name="AmendedOn">Date of its signature.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">By how much the fund's own share rises, in the fund's currency. To lower it, ask for a decommitment.</param>
/// <param name="Title">The contract's new title.</param>
/// <param name="CoFinancing">All of its co-financing from now on; an empty list for none.</param>
/// <param name="Countries">All of its countries from now on, whose shares add up to 100; an empty list for none.</param>
/// <param name="Theme">What it is for.</param>
/// <param name="StartsOn">The first day of its implementation.</param>
/// <param name="EndsOn">The last day of its implementation, by the fund's implementation deadline.</param>
sealed record AmendContractRequest(
    DateOnly AmendedOn,
    [Required, StringLength(500)] string Reason,
    Money? By = null,
    [StringLength(200)] string? Title = null,
    [Length(0, 50)] IReadOnlyList<CoFinancingRequest?>? CoFinancing = null,
    [Length(0, 100)] IReadOnlyList<CountryShareRequest?>? Countries = null,
    [StringLength(100)] string? Theme = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null) : IValidatableObject
{
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => ContractTermsValidation.NullParts(CoFinancing, Countries);
}
