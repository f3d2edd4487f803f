namespace TrustFund.Events.Contracts.V1;

/// <summary>Disbursements released the amount: an allocation to management costs is taken back, and the fund's pool has it free again.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="AllocationId">Id of the allocation.</param>
/// <param name="Amount">What had been allocated.</param>
/// <param name="ReversedOn">The date on which the correction takes effect.</param>
/// <param name="Reason">Why.</param>
public sealed record ManagementCostAllocationReversed(
    string Fund,
    string AllocationId,
    Money Amount,
    DateOnly ReversedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => AllocationId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Reverses => AllocationId;
}
