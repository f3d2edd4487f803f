namespace TrustFund.Events.Disbursements.V1;

/// <summary>A delegation ended early.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="DelegationId">Id of the delegation.</param>
/// <param name="Reason">Why.</param>
public sealed record DelegationRevoked(
    string Fund,
    string DelegationId,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => DelegationId;

    DateOnly? IFundEvent.ValueDate => null;
}
