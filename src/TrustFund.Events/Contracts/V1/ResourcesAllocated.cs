namespace TrustFund.Events.Contracts.V1;

/// <summary>The Board allocated a part of the fund's pool to a window.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="AllocationId">Id of the allocation.</param>
/// <param name="Window">Code of the window.</param>
/// <param name="Amount">What was allocated, above zero.</param>
/// <param name="AllocatedOn">Date of the Board's decision.</param>
/// <param name="Decision">Reference of the decision.</param>
public sealed record ResourcesAllocated(
    string Fund,
    string AllocationId,
    string Window,
    Money Amount,
    DateOnly AllocatedOn,
    string Decision) : IFundEvent
{
    string IFundEvent.Subject => AllocationId;

    DateOnly? IFundEvent.ValueDate => AllocatedOn;

    string? IFundEvent.Document => AllocationId;
}
