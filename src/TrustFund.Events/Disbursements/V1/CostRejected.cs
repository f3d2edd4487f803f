namespace TrustFund.Events.Disbursements.V1;

/// <summary>A management cost is not paid; what was reserved for it is free again.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="CostId">Id of the cost.</param>
/// <param name="Amount">What is not paid.</param>
/// <param name="WasReserved">Whether cash and the ceiling had been reserved for it.</param>
/// <param name="Reason">Why.</param>
public sealed record CostRejected(
    string Fund,
    string CostId,
    Money Amount,
    bool WasReserved,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => CostId;

    DateOnly? IFundEvent.ValueDate => null;
}
