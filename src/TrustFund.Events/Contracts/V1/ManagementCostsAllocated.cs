namespace TrustFund.Events.Contracts.V1;

/// <summary>The Board set a part of the fund's pool apart for management costs: they may be paid up to the sum of these.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="AllocationId">Id of the allocation.</param>
/// <param name="Amount">What was allocated, above zero; all of a fund's together stay within its management-cost cap.</param>
/// <param name="AllocatedOn">Date of the Board's decision.</param>
/// <param name="Decision">Reference of the decision.</param>
public sealed record ManagementCostsAllocated(
    string Fund,
    string AllocationId,
    Money Amount,
    DateOnly AllocatedOn,
    string Decision) : IFundEvent
{
    string IFundEvent.Subject => AllocationId;

    DateOnly? IFundEvent.ValueDate => AllocatedOn;

    string? IFundEvent.Document => AllocationId;
}
