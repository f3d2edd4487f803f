namespace TrustFund.Events.Pledges.V1;

/// <summary>Money that arrived is to be paid back to its donor. Pledges holds it; Contracts decides over the allocated part, then Disbursements over the cash.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What is to be paid back, above zero.</param>
/// <param name="FromUnallocated">The part of it that waited unallocated.</param>
/// <param name="FromAllocated">The part of it that was allocated, out of one pot.</param>
/// <param name="Window">The window whose earmark the allocated part comes from; the fund's pool when null.</param>
/// <param name="RequestedOn">When it was asked for.</param>
/// <param name="Reason">Why.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="OriginalFromAllocated">The allocated part in the pledge's own currency; null when the pledge is kept in the fund's.</param>
public sealed record RefundRequested(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    Money FromUnallocated,
    Money FromAllocated,
    string? Window,
    DateOnly RequestedOn,
    string Reason,
    Money? Original = null,
    Money? OriginalFromAllocated = null) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => RequestedOn;
}
