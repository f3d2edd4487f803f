using TrustFund.Events;

namespace TrustFund.Contracts.Contracts;

/// <summary>A contract, with what is left of it.</summary>
/// <param name="Id">Id of the contract.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ActionId">Id of the action it was signed under.</param>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Window">The window it is reported under; null under a cross-window action.</param>
/// <param name="Title">Its title.</param>
/// <param name="Reference">The fund's own reference of it.</param>
/// <param name="SignedOn">Date of the signature.</param>
/// <param name="Original">What it was signed for.</param>
/// <param name="Raised">What amendments raised it by.</param>
/// <param name="Contracted">What it stands at: the original and what it was raised by, less what is decommitted.</param>
/// <param name="Decommitted">What was released of it.</param>
/// <param name="PendingDecommitment">Asked to be released and not answered yet.</param>
/// <param name="Paid">Paid under it, net of recoveries.</param>
/// <param name="Recovered">What came back from the partner: taken off what is paid.</param>
/// <param name="Ral">Contracted and not yet paid.</param>
/// <param name="CoFinancing">What others pay towards it: in no other figure here.</param>
/// <param name="Countries">The countries it benefits; their shares add up to 100, if there are any.</param>
/// <param name="Theme">What it is for.</param>
/// <param name="StartsOn">The first day of its implementation.</param>
/// <param name="EndsOn">The last day of its implementation.</param>
/// <param name="Ended">Whether that day is recorded as over.</param>
/// <param name="Sector">Purpose code of the OECD's Development Assistance Committee.</param>
/// <param name="State">Whether it may be paid.</param>
/// <param name="StateSince">Since when it is suspended, active again, or terminated; null when it was active ever since.</param>
/// <param name="StateReason">Why.</param>
/// <param name="Imported">Whether it is imported history.</param>
sealed record ContractView(
    string Id,
    string Fund,
    string ActionId,
    string Partner,
    string? Window,
    string Title,
    string? Reference,
    DateOnly SignedOn,
    Money Original,
    Money Raised,
    Money Contracted,
    Money Decommitted,
    Money PendingDecommitment,
    Money Paid,
    Money Recovered,
    Money Ral,
    IReadOnlyList<CoFinancing> CoFinancing,
    IReadOnlyList<CountryShare> Countries,
    string? Theme,
    DateOnly? StartsOn,
    DateOnly? EndsOn,
    bool Ended,
    string? Sector,
    ContractState State,
    DateOnly? StateSince,
    string? StateReason,
    bool Imported)
{
    public static ContractView Of(Contract contract, decimal paid, decimal recovered = 0) => new(
        contract.Id,
        contract.Fund,
        contract.ActionId,
        contract.Partner,
        contract.WindowCode,
        contract.Title,
        contract.Reference,
        contract.SignedOn,
        contract.Amount(contract.Original),
        contract.Amount(contract.Raised),
        contract.Amount(contract.Contracted),
        contract.Amount(contract.Decommitted),
        contract.Amount(contract.Pending),
        contract.Amount(paid),
        contract.Amount(recovered),
        contract.Amount(contract.Contracted - paid),
        [.. contract.CoFinancing.Select(part => new CoFinancing(part.Financier, contract.Amount(part.Amount)))],
        [.. contract.Countries.Select(share => new CountryShare(share.Country, share.Percent))],
        contract.Theme,
        contract.StartsOn,
        contract.EndsOn,
        contract.EndsOn is not null && contract.EndedOn == contract.EndsOn,
        contract.Sector,
        contract.State,
        contract.StateSince,
        contract.StateReason,
        contract.Imported);
}
