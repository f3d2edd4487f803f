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

    /// <summary>When it was taken back; null while it stands.</summary>
    public DateOnly? ReversedOn { get; init; }

    /// <summary>Who took it back.</summary>
    public string? ReversedBy { get; init; }

    public string? ReversalReason { get; init; }

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

    public static void Apply(States states, AllocationReversed fact, string actor)
    {
        states.Change<Allocation>(fact.AllocationId, allocation => allocation with
        {
            ReversedOn = fact.ReversedOn,
            ReversedBy = actor,
            ReversalReason = fact.Reason,
        });
        states.Change<Fund>(fact.Fund, fund => fund with { Allocated = fund.Allocated - fact.Amount.Amount });
        states.Change<Window>(Window.KeyOf(fact.Fund, fact.Window), window => window with { Allocated = window.Allocated - fact.Amount.Amount });
    }
}

/// <summary>A decision of the Board that gave a part of the pool to a window.</summary>
/// <param name="Id">Id of the allocation.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Window">Code of the window.</param>
/// <param name="Amount">What was allocated.</param>
/// <param name="AllocatedOn">Date of the decision.</param>
/// <param name="Decision">Reference of the decision.</param>
/// <param name="ReversedOn">When it was taken back whole; null while it stands.</param>
/// <param name="ReversedBy">Opaque id of who took it back.</param>
/// <param name="ReversalReason">Why it was taken back.</param>
sealed record AllocationView(
    string Id, string Fund, string Window, Money Amount, DateOnly AllocatedOn, string Decision, DateOnly? ReversedOn, string? ReversedBy, string? ReversalReason)
{
    public static AllocationView Of(Allocation allocation) => new(
        allocation.Id,
        allocation.Fund,
        allocation.WindowCode,
        new(allocation.Amount, Currency.Of(allocation.Currency)),
        allocation.AllocatedOn,
        allocation.BoardDecision,
        allocation.ReversedOn,
        allocation.ReversedBy,
        allocation.ReversalReason);
}
