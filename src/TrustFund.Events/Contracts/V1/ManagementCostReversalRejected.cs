namespace TrustFund.Events.Contracts.V1;

/// <summary>Disbursements refused: what management may cost is already spent or reserved, and the allocation stands. It may be asked for again.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="AllocationId">Id of the allocation.</param>
/// <param name="Amount">What was asked for.</param>
/// <param name="LargestReleasable">The largest amount that could be released when it was refused.</param>
/// <param name="Reason">Why.</param>
public sealed record ManagementCostReversalRejected(
    string Fund,
    string AllocationId,
    Money Amount,
    Money LargestReleasable,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => AllocationId;

    DateOnly? IFundEvent.ValueDate => null;
}
