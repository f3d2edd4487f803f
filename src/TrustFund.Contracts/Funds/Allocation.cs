using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>A decision of the Board that gave a part of the pool to a window.</summary>
sealed record Allocation : State
{
    public required string Fund { get; init; }

    public required string WindowCode { get; init; }

    public required string Currency { get; init; }

    public required decimal Amount { get; init; }

    public required DateOnly AllocatedOn { get; init; }

    /// <summary>Reference of the Board's decision.</summary>
    public required string BoardDecision { get; init; }

    public static void Apply(States states, ResourcesAllocated fact, string? trace)
    {
        states.Put(new Allocation
        {
            Id = fact.AllocationId,
            Fund = fact.Fund,
            WindowCode = fact.Window,
            Currency = fact.Amount.Currency.Code,
            Amount = fact.Amount.Amount,
            AllocatedOn = fact.AllocatedOn,
            BoardDecision = fact.Decision,
        });
        states.Change<Fund>(fact.Fund, fund => fund with { Allocated = fund.Allocated + fact.Amount.Amount });
        states.Change<Window>(Window.KeyOf(fact.Fund, fact.Window), window => window with
        {
            Allocated = window.Allocated + fact.Amount.Amount,
            AllocationTraces = Traces.Keep(window.AllocationTraces, trace),
        });
    }
}

/// <summary>A decision of the Board that gave a part of the pool to a window.</summary>
/// <param name="Id">Id of the allocation.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Window">Code of the window.</param>
/// <param name="Amount">What was allocated.</param>
/// <param name="AllocatedOn">Date of the decision.</param>
/// <param name="Decision">Reference of the decision.</param>
sealed record AllocationView(string Id, string Fund, string Window, Money Amount, DateOnly AllocatedOn, string Decision)
{
    public static AllocationView Of(Allocation allocation) => new(
        allocation.Id,
        allocation.Fund,
        allocation.WindowCode,
        new(allocation.Amount, Currency.Of(allocation.Currency)),
        allocation.AllocatedOn,
        allocation.BoardDecision);
}
