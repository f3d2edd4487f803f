namespace TrustFund.Events.Pledges.V1;

/// <summary>A refund was paid: received falls by the amount, certified and pledged by its allocated part.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What was paid back.</param>
/// <param name="FromUnallocated">The part of it that waited unallocated.</param>
/// <param name="FromAllocated">The part of it that was allocated, out of one pot.</param>
/// <param name="Window">The window whose earmark the allocated part comes from; the fund's pool when null.</param>
/// <param name="PaidOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the payment.</param>
/// <param name="Cancelled">The instalments that are lower by its allocated part, adding up to that; null in entries of before this was said.</param>
public sealed record RefundCompleted(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    Money FromUnallocated,
    Money FromAllocated,
    string? Window,
    DateOnly PaidOn,
    string BankReference,
    IReadOnlyList<CancelledInstalment>? Cancelled = null) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => PaidOn;
}
