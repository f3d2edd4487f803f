using TrustFund.Disbursements.Sources;

namespace TrustFund.Disbursements.Refunds;

/// <summary>How far a refund to a donor has come.</summary>
enum RefundStatus
{
    /// <summary>Pledges asks whether there is cash for it.</summary>
    Asked,

    /// <summary>There is, and it is reserved.</summary>
    Granted,

    /// <summary>There is not, or an officer decided against it.</summary>
    Refused,

    /// <summary>It has left the fund's account.</summary>
    Executed,

    /// <summary>It had left the fund's account, and is there again: booked by mistake, or returned by the bank.</summary>
    Reversed,
}

/// <summary>Cash that a donor is to get back; the id is that of Pledges' request.</summary>
sealed record Refund : State
{
    public required string Fund { get; init; }

    public required string PledgeId { get; init; }

    public required string Donor { get; init; }

    /// <summary>What of it had waited unallocated, and what had been allocated.</summary>
    public required decimal FromUnallocated { get; init; }

    public required decimal FromAllocated { get; init; }

    public required string Currency { get; init; }

    public string? Window { get; init; }

    public required DateOnly RequestedOn { get; init; }

    /// <summary>Who asked for it; null in facts of before it was told.</summary>
    public string? RequestedBy { get; init; }

    public required RefundStatus Status { get; init; }

    /// <summary>The donor's own cash that is set aside for it.</summary>
    public IReadOnlyList<Part> Attribution { get; init; } = [];

    public string? RefusedBecause { get; init; }

    /// <summary>Who rejected it after it had been granted; null where there was no cash for it from the first.</summary>
    public string? RefusedBy { get; init; }

    public string? ExecutedBy { get; init; }

    public DateTimeOffset? ExecutedAt { get; init; }

    public DateOnly? PaidOn { get; init; }

    public string? BankReference { get; init; }

    public string? ReversedBy { get; init; }

    public DateTimeOffset? ReversedAt { get; init; }

    /// <summary>The date of the correction, or the bank's value date of the return.</summary>
    public DateOnly? ReversedOn { get; init; }

    public string? ReversedBecause { get; init; }

    /// <summary>The bank's entry by which it came back; null where it had been booked by mistake.</summary>
    public string? ReturnReference { get; init; }

    public string? TraceParent { get; init; }

    public Money Money() => In(FromUnallocated + FromAllocated);

    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    /// <summary>Refuses whatever is to become of one that is not granted, or not any more.</summary>
    /// <param name="done">What only a granted one can be.</param>
    public Refusal? MustBeGranted(string done) => Status == RefundStatus.Granted ? null : Refusal.Conflict("wrong-state",
        $"The refund is {Status switch { RefundStatus.Executed => "executed", RefundStatus.Reversed => "reversed", RefundStatus.Refused => "refused", _ => "not decided yet" }}; only one that is granted can be {done}.");

    /// <summary>Refuses to take back what has not left the fund's account, or is there again.</summary>
    public Refusal? MustHaveLeft() => Status switch
    {
        RefundStatus.Executed => null,
        RefundStatus.Reversed => Refusal.Conflict("already-reversed", $"The refund was reversed on {ReversedOn:yyyy-MM-dd}: that happens once."),
        _ => Refusal.Conflict("wrong-state", "The refund is not executed: only one that is can be reversed."),
    };
}

/// <summary>Cash that a donor is to get back.</summary>
/// <param name="Id">Id of the request.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Pledge">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What is refunded in all.</param>
/// <param name="FromUnallocated">What of it had waited unallocated.</param>
/// <param name="FromAllocated">What of it had been allocated.</param>
/// <param name="Window">The window whose earmark it comes from; null for the pool.</param>
/// <param name="RequestedOn">When it was asked for.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="RequestedBy">Opaque id of who asked for it: somebody else executes it. Null where that was not told.</param>
/// <param name="Reason">Why it was refused, where it was.</param>
/// <param name="RejectedBy">Opaque id of who rejected it after it had been granted.</param>
/// <param name="PaidOn">The bank's value date, once executed.</param>
/// <param name="BankReference">The bank's reference, once executed.</param>
/// <param name="ReversedBy">Opaque id of who took it back, once reversed.</param>
/// <param name="ReversedAt">When that was recorded.</param>
/// <param name="ReversedOn">The date of the correction, or the bank's value date of the return.</param>
/// <param name="ReversedBecause">Why it was taken back.</param>
/// <param name="ReturnReference">The bank's reference of the entry by which it came back; null where it had been booked by mistake.</param>
sealed record RefundView(
    string Id, string Fund, string Pledge, string Donor, Money Amount, Money FromUnallocated, Money FromAllocated, string? Window, DateOnly RequestedOn,
    RefundStatus Status, string? RequestedBy, string? Reason, string? RejectedBy, DateOnly? PaidOn, string? BankReference,
    string? ReversedBy, DateTimeOffset? ReversedAt, DateOnly? ReversedOn, string? ReversedBecause, string? ReturnReference)
{
    public static RefundView Of(Refund kept) => new(
        kept.Id, kept.Fund, kept.PledgeId, kept.Donor, kept.Money(), kept.In(kept.FromUnallocated), kept.In(kept.FromAllocated), kept.Window, kept.RequestedOn,
        kept.Status, kept.RequestedBy, kept.RefusedBecause, kept.RefusedBy, kept.PaidOn, kept.BankReference,
        kept.ReversedBy, kept.ReversedAt, kept.ReversedOn, kept.ReversedBecause, kept.ReturnReference);
}
