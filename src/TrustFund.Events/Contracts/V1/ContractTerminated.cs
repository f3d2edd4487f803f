namespace TrustFund.Events.Contracts.V1;

/// <summary>A contract was terminated, for good: no payment is asked for under it any more; what is unpaid can be decommitted.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="TerminatedOn">The date from which it is terminated.</param>
/// <param name="Reason">Why.</param>
public sealed record ContractTerminated(
    string Fund,
    string ContractId,
    DateOnly TerminatedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => ContractId;

    DateOnly? IFundEvent.ValueDate => TerminatedOn;
}
