namespace TrustFund.Events.Contracts.V1;

/// <summary>A suspended contract was resumed.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="ResumedOn">The date from which it is resumed.</param>
/// <param name="Reason">Why.</param>
public sealed record ContractResumed(
    string Fund,
    string ContractId,
    DateOnly ResumedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => ContractId;

    DateOnly? IFundEvent.ValueDate => ResumedOn;
}
