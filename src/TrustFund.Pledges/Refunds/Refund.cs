using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Reading;

namespace TrustFund.Pledges.Refunds;

/// <summary>Where a refund stands.</summary>
public enum RefundState
{
    /// <summary>Contracts has not decided whether the allocated part is still free.</summary>
    AwaitingRelease,

    /// <summary>Disbursements has not decided whether there is cash for it, or has set the cash aside and not paid yet.</summary>
    AwaitingPayment,

    /// <summary>Paid back.</summary>
    Completed,

    /// <summary>Refused; the money stays where it was.</summary>
    Rejected,

    /// <summary>Paid back, and reversed: the money is held for the donor again, unallocated.</summary>
    Reversed,
}

/// <summary>Money that goes back to its donor, and what became of it.</summary>
public sealed record Refund : State
{
    public required string Fund { get; init; }

    public required string PledgeId { get; init; }

    public required Currency Currency { get; init; }

    public required decimal Amount { get; init; }

    public required decimal FromUnallocated { get; init; }

    public required decimal FromAllocated { get; init; }

    /// <summary>The pot of the allocated part: a window's earmark, or the fund's pool when null.</summary>
    public string? Window { get; init; }

    public required DateOnly RequestedOn { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who asked for it: never the one who pays it out.</summary>
    public required string RequestedBy { get; init; }

    public required RefundState State { get; init; }

    /// <summary>The amount in the pledge's own currency, where that is not the fund's.</summary>
    public Money? Original { get; init; }

    public DateOnly? PaidOn { get; init; }

    public string? BankReference { get; init; }

    /// <summary>When it was decided, UTC; null while it waits.</summary>
    public DateOnly? DecidedOn { get; init; }

    public string? RejectionReason { get; init; }

    public decimal? LargestReleasable { get; init; }

    /// <summary>When its payment was reversed; null when it stands.</summary>
    public DateOnly? ReversedOn { get; init; }

    public string? ReversalReason { get; init; }

    internal Money In(decimal amount) => new(amount, Currency);

    internal static void Apply(States states, RefundRequested fact, string actor) => states.Put(new Refund
    {
        Id = fact.RequestId,
        Fund = fact.Fund,
        PledgeId = fact.PledgeId,
        Currency = fact.Amount.Currency,
        Amount = fact.Amount.Amount,
        FromUnallocated = fact.FromUnallocated.Amount,
        FromAllocated = fact.FromAllocated.Amount,
        Window = fact.Window,
        RequestedOn = fact.RequestedOn,
        Reason = fact.Reason,
        RequestedBy = actor,
        State = RefundState.AwaitingRelease,
        Original = fact.Original,
    });

    internal static void Apply(States states, RefundCashRequested fact) => states.Change<Refund>(
        fact.RequestId, refund => refund with { State = RefundState.AwaitingPayment });

    internal static void Apply(States states, RefundRejected fact, DateTimeOffset at) => states.Change<Refund>(fact.RequestId, refund => refund with
    {
        State = RefundState.Rejected,
        DecidedOn = Days.Of(at),
        RejectionReason = fact.Reason,
        LargestReleasable = fact.LargestReleasable.Amount,
    });

    internal static void Apply(States states, RefundCompleted fact, DateTimeOffset at) => states.Change<Refund>(fact.RequestId, refund => refund with
    {
        State = RefundState.Completed,
        DecidedOn = Days.Of(at),
        PaidOn = fact.PaidOn,
        BankReference = fact.BankReference,
    });

    internal static void Apply(States states, RefundTakenBack fact) => states.Change<Refund>(fact.RequestId, refund => refund with
    {
        State = RefundState.Reversed,
        ReversedOn = fact.TakenBackOn,
        ReversalReason = fact.Reason,
    });
}

/// <summary>That Disbursements set cash aside for a refund. A row of its own: it is what another service says, in whatever order it comes.</summary>
public sealed record RefundCash : State
{
    public required string Fund { get; init; }

    public required Currency Currency { get; init; }

    public required decimal Amount { get; init; }

    internal static void Apply(States states, RefundCashGranted fact) => states.Put(new RefundCash
    {
        Id = fact.RequestId,
        Fund = fact.Fund,
        Currency = fact.Amount.Currency,
        Amount = fact.Amount.Amount,
    });
}
