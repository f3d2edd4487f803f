using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>How far the reversal of an allocation to management costs is, if one was asked for.</summary>
enum ManagementCostState
{
    /// <summary>The allocation stands.</summary>
    Standing,

    /// <summary>It is to be reversed, and Disbursements has not answered yet.</summary>
    ReversalPending,

    /// <summary>It was to be reversed, and was spent or reserved already: it stands, and may be asked for again.</summary>
    ReversalRejected,

    /// <summary>It is taken back, and the pool has it free again.</summary>
    Reversed,
}

/// <summary>A decision of the Board that set a part of the pool apart for management costs, and what became of it.</summary>
sealed record ManagementCostAllocation : State
{
    public required string Fund { get; init; }

    public required string Currency { get; init; }

    public required decimal Amount { get; init; }

    public required DateOnly AllocatedOn { get; init; }

    /// <summary>Reference of the Board's decision.</summary>
    public required string BoardDecision { get; init; }

    public ManagementCostState State { get; init; }

    /// <summary>The date on which its reversal takes effect, once one was asked for.</summary>
    public DateOnly? ReversedOn { get; init; }

    /// <summary>Why it is to be reversed.</summary>
    public string? Reason { get; init; }

    /// <summary>Why the last request to reverse it was rejected.</summary>
    public string? Rejection { get; init; }

    /// <summary>What could have been released then.</summary>
    public decimal? LargestReleasable { get; init; }

    public static void Apply(States states, ManagementCostsAllocated fact)
    {
        states.Put(new ManagementCostAllocation
        {
            Id = fact.AllocationId,
            Fund = fact.Fund,
            Currency = fact.Amount.Currency.Code,
            Amount = fact.Amount.Amount,
            AllocatedOn = fact.AllocatedOn,
            BoardDecision = fact.Decision,
        });
        states.Change<Fund>(fact.Fund, fund => fund with { ManagementCosts = fund.ManagementCosts + fact.Amount.Amount });
    }

    public static void Apply(States states, ManagementCostReversalRequested fact) =>
        states.Change<ManagementCostAllocation>(fact.AllocationId, allocation => allocation with
        {
            State = ManagementCostState.ReversalPending,
            ReversedOn = fact.RequestedOn,
            Reason = fact.Reason,
            Rejection = null,
            LargestReleasable = null,
        });

    public static void Apply(States states, ManagementCostAllocationReversed fact)
    {
        states.Change<ManagementCostAllocation>(fact.AllocationId, allocation => allocation with { State = ManagementCostState.Reversed });
        states.Change<Fund>(fact.Fund, fund => fund with { ManagementCosts = fund.ManagementCosts - fact.Amount.Amount });
    }

    public static void Apply(States states, ManagementCostReversalRejected fact) =>
        states.Change<ManagementCostAllocation>(fact.AllocationId, allocation => allocation with
        {
            State = ManagementCostState.ReversalRejected,
            Rejection = fact.Reason,
            LargestReleasable = fact.LargestReleasable.Amount,
        });
}

/// <summary>A decision of the Board that set a part of the pool apart for management costs.</summary>
/// <param name="Id">Id of the allocation.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Amount">What was allocated.</param>
/// <param name="AllocatedOn">Date of the decision.</param>
/// <param name="Decision">Reference of the decision.</param>
/// <param name="State">Whether it stands, is to be reversed, or is.</param>
/// <param name="ReversedOn">The date on which its reversal takes effect, once one was asked for.</param>
/// <param name="Reason">Why it is to be reversed.</param>
/// <param name="Rejection">Why the last request to reverse it was rejected.</param>
/// <param name="LargestReleasable">What could have been released then.</param>
sealed record ManagementCostAllocationView(
    string Id,
    string Fund,
    Money Amount,
    DateOnly AllocatedOn,
    string Decision,
    ManagementCostState State,
    DateOnly? ReversedOn,
    string? Reason,
    string? Rejection,
    Money? LargestReleasable)
{
    public static ManagementCostAllocationView Of(ManagementCostAllocation allocation)
    {
        var currency = Currency.Of(allocation.Currency);
        return new(
            allocation.Id,
            allocation.Fund,
            new(allocation.Amount, currency),
            allocation.AllocatedOn,
            allocation.BoardDecision,
            allocation.State,
            allocation.ReversedOn,
            allocation.Reason,
            allocation.Rejection,
            allocation.LargestReleasable is { } largest ? new Money(largest, currency) : null);
    }
}
