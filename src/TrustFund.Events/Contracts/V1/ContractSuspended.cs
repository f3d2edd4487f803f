namespace TrustFund.Events.Contracts.V1;

/// <summary>A contract was suspended: nothing is authorised or paid under it until it is resumed.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="SuspendedOn">The date from which it is suspended.</param>
/// <param name="Reason">Why.</param>
public sealed record ContractSuspended(
    string Fund,
    string ContractId,
    DateOnly SuspendedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => ContractId;

    DateOnly? IFundEvent.ValueDate => SuspendedOn;
}
