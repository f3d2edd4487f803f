namespace TrustFund.Pledges.Refunds;

/// <summary>Money that goes back to its donor, and what became of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Pledge">Id of the pledge.</param>
/// <param name="Amount">What is paid back, in the fund's currency: at the rates it came in at.</param>
/// <param name="FromUnallocated">The part of it that waited unallocated.</param>
/// <param name="FromAllocated">The part of it that was allocated.</param>
/// <param name="Window">The pot of the allocated part: a window's earmark, or the fund's pool when null.</param>
/// <param name="Original">The amount in the pledge's own currency; null when that is the fund's.</param>
/// <param name="RequestedOn">When it was asked for.</param>
/// <param name="Reason">Why it was asked for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CashGranted">Whether Disbursements set the cash aside; it does not any more once the refund is rejected.</param>
/// <param name="DecidedOn">When it was completed or rejected, UTC; null while it waits.</param>
/// <param name="PaidOn">The bank's value date of the payment.</param>
/// <param name="BankReference">The bank's reference of the payment.</param>
/// <param name="RejectionReason">Why it was rejected, if it was.</param>
/// <param name="LargestReleasable">The largest amount that could be given when it was rejected, if it was.</param>
/// <param name="ReversedOn">When its payment was reversed; null when it stands.</param>
/// <param name="ReversalReason">Why it was reversed.</param>
public sealed record RefundView(
    string Id,
    string Fund,
    string Pledge,
    Money Amount,
    Money FromUnallocated,
    Money FromAllocated,
    string? Window,
    Money? Original,
    DateOnly RequestedOn,
    string Reason,
    RefundState State,
    bool CashGranted,
    DateOnly? DecidedOn,
    DateOnly? PaidOn,
    string? BankReference,
    string? RejectionReason,
    Money? LargestReleasable,
    DateOnly? ReversedOn,
    string? ReversalReason)
{
    internal static RefundView Of(Refund refund, bool cashGranted) => new(
        refund.Id,
        refund.Fund,
        refund.PledgeId,
        refund.In(refund.Amount),
        refund.In(refund.FromUnallocated),
        refund.In(refund.FromAllocated),
        refund.Window,
        refund.Original,
        refund.RequestedOn,
        refund.Reason,
        refund.State,
        cashGranted && refund.State != RefundState.Rejected,
        refund.DecidedOn,
        refund.PaidOn,
        refund.BankReference,
        refund.RejectionReason,
        refund.LargestReleasable is { } largest ? refund.In(largest) : null,
        refund.ReversedOn,
        refund.ReversalReason);
}
