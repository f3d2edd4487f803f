namespace TrustFund.Events.Contracts.V1;

/// <summary>A contract was signed with a partner under an action: a partner may be paid up to its amount.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ActionId">Id of the action.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window it is reported under; null for a cross-window action.</param>
/// <param name="Title">Its title.</param>
/// <param name="Amount">The fund's own share, above zero.</param>
/// <param name="SignedOn">Date of the signature.</param>
/// <param name="Reference">The fund's own reference of it, unique among its contracts.</param>
/// <param name="CoFinancing">What others pay towards it, in the fund's currency: never the fund's.</param>
/// <param name="Countries">The countries it benefits, whose shares add up to 100.</param>
/// <param name="Theme">What it is for, its action's theme unless it has one of its own; null when neither has.</param>
/// <param name="StartsOn">The first day of its implementation.</param>
/// <param name="EndsOn">The last day of its implementation.</param>
/// <param name="Sector">The purpose code of the OECD's Development Assistance Committee, five digits.</param>
/// <param name="Imported">Whether it is imported history, which books even where it breaks a rule.</param>
public sealed record ContractSigned(
    string Fund,
    string ActionId,
    string ContractId,
    string Partner,
    string? Window,
    string Title,
    Money Amount,
    DateOnly SignedOn,
    string? Reference = null,
    IReadOnlyList<CoFinancing>? CoFinancing = null,
    IReadOnlyList<CountryShare>? Countries = null,
    string? Theme = null,
    DateOnly? StartsOn = null,
    DateOnly? EndsOn = null,
    string? Sector = null,
    bool Imported = false) : IFundEvent
{
    string IFundEvent.Subject => ContractId;

    DateOnly? IFundEvent.ValueDate => SignedOn;
}
