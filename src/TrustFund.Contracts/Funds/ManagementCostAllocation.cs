using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>A decision of the Board that set a part of the pool apart for management costs.</summary>
sealed record ManagementCostAllocation : State
{
    public required string Fund { get; init; }

    public required string Currency { get; init; }

    public required decimal Amount { get; init; }

    public required DateOnly AllocatedOn { get; init; }

    /// <summary>Reference of the Board's decision.</summary>
    public required string BoardDecision { get; init; }

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
}

/// <summary>A decision of the Board that set a part of the pool apart for management costs.</summary>
/// <param name="Id">Id of the allocation.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Amount">What was allocated.</param>
/// <param name="AllocatedOn">Date of the decision.</param>
/// <param name="Decision">Reference of the decision.</param>
sealed record ManagementCostAllocationView(string Id, string Fund, Money Amount, DateOnly AllocatedOn, string Decision)
{
    public static ManagementCostAllocationView Of(ManagementCostAllocation allocation) => new(
        allocation.Id,
        allocation.Fund,
        new(allocation.Amount, Currency.Of(allocation.Currency)),
        allocation.AllocatedOn,
        allocation.BoardDecision);
}
