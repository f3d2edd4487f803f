namespace TrustFund.Events.Contracts.V1;

/// <summary>A contract was amended by an addendum: raised, or its data changed. What is null stays as it was.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ActionId">Id of the action.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="AmendmentId">Id of the amendment.</param>
/// <param name="Window">The window it is reported under; null for a cross-window action.</param>
/// <param name="By">By how much the fund's own share rises, zero when only data change; lowering it is a decommitment.</param>
/// <param name="AmendedOn">Date of the signature of the addendum.</param>
/// <param name="Reason">Why.</param>
/// <param name="Title">Its new title.</param>
/// <param name="CoFinancing">All of its co-financing from now on; never the fund's.</param>
/// <param name="Countries">Its countries from now on, whose shares add up to 100.</param>
/// <param name="Theme">Its new theme.</param>
/// <param name="StartsOn">The new first day of its implementation.</param>
/// <param name="EndsOn">The new last day of its implementation.</param>
public sealed record ContractAmended(
    string Fund,
    string ActionId,
    string ContractId,
    string AmendmentId,
    string? Window,
    Money By,
    DateOnly AmendedOn,
    string Reason,
    string? Title = null,
    IReadOnlyList<CoFinancing>? CoFinancing = null,
    IReadOnlyList<CountryShare>? Countries = null,
    string? Theme = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null) : IFundEvent
{
    string IFundEvent.Subject => ContractId;

    DateOnly? IFundEvent.ValueDate => AmendedOn;
}
