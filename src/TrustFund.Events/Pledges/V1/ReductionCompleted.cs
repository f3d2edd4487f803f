namespace TrustFund.Events.Pledges.V1;

/// <summary>Contracts released the amount: the pledge and its certificates are lower by it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What was released.</param>
/// <param name="Window">The window whose earmark it came from; the fund's pool when null.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="Rate">The rate it was converted at; null when the pledge is kept in the fund's currency, or the amount was worked out from what is booked.</param>
/// <param name="ReducedOn">Its value date: that of the request.</param>
/// <param name="Cancelled">The instalments that are lower by it, adding up to the amount; null in entries of before this was said.</param>
public sealed record ReductionCompleted(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    string? Window,
    Money? Original = null,
    RateQuote? Rate = null,
    DateOnly? ReducedOn = null,
    IReadOnlyList<CancelledInstalment>? Cancelled = null) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => ReducedOn;
}
