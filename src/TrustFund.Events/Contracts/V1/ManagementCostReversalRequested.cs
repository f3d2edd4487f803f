namespace TrustFund.Events.Contracts.V1;

/// <summary>An allocation to management costs is to be taken back whole. Disbursements decides whether so much of them is neither spent nor reserved.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="AllocationId">Id of the allocation.</param>
/// <param name="Amount">What was allocated.</param>
/// <param name="RequestedOn">The date on which the reversal is to take effect.</param>
/// <param name="Reason">Why.</param>
public sealed record ManagementCostReversalRequested(
    string Fund,
    string AllocationId,
    Money Amount,
    DateOnly RequestedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => AllocationId;

    DateOnly? IFundEvent.ValueDate => RequestedOn;

    string? IFundEvent.Reverses => AllocationId;
}
