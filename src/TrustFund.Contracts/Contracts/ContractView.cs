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
/// <param name="Contracted">What it stands at: the original less what is decommitted.</param>
/// <param name="Decommitted">What was released of it.</param>
/// <param name="PendingDecommitment">Asked to be released and not answered yet.</param>
/// <param name="Paid">Paid under it.</param>
/// <param name="Ral">Contracted and not yet paid.</param>
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
    Money Contracted,
    Money Decommitted,
    Money PendingDecommitment,
    Money Paid,
    Money Ral)
{
    public static ContractView Of(Contract contract, decimal paid) => new(
        contract.Id,
        contract.Fund,
        contract.ActionId,
        contract.Partner,
        contract.WindowCode,
        contract.Title,
        contract.Reference,
        contract.SignedOn,
        contract.Amount(contract.Original),
        contract.Amount(contract.Contracted),
        contract.Amount(contract.Decommitted),
        contract.Amount(contract.Pending),
        contract.Amount(paid),
        contract.Amount(contract.Contracted - paid));
}
