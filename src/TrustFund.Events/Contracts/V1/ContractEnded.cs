namespace TrustFund.Events.Contracts.V1;

/// <summary>The last day of a contract's implementation is over. Recorded once for each day it was to end.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="EndedOn">The last day of its implementation, now past.</param>
public sealed record ContractEnded(
    string Fund,
    string ContractId,
    DateOnly EndedOn) : IFundEvent
{
    string IFundEvent.Subject => ContractId;

    DateOnly? IFundEvent.ValueDate => EndedOn;
}
