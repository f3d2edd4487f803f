namespace TrustFund.Events.Pledges.V1;

/// <summary>A refund needs only the cash: Contracts released the allocated part, or none was allocated.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What is to be paid back, above zero.</param>
/// <param name="FromUnallocated">The part of it that waited unallocated.</param>
/// <param name="FromAllocated">The part of it that was allocated, out of one pot.</param>
/// <param name="Window">The window whose earmark the allocated part comes from; the fund's pool when null.</param>
/// <param name="RequestedOn">When the refund was asked for.</param>
/// <param name="RequestedBy">Who asked for it, an opaque id of a person: never the one who executes it; null in facts of before it was told.</param>
public sealed record RefundCashRequested(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    Money FromUnallocated,
    Money FromAllocated,
    string? Window,
    DateOnly RequestedOn,
    string? RequestedBy = null) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => RequestedOn;
}
