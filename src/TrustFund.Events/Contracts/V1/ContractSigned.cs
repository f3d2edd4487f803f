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
public sealed record ContractSigned(
    string Fund,
    string ActionId,
    string ContractId,
    string Partner,
    string? Window,
    string Title,
    Money Amount,
    DateOnly SignedOn,
    string? Reference = null) : IFundEvent
{
    string IFundEvent.Subject => ContractId;

    DateOnly? IFundEvent.ValueDate => SignedOn;
}
