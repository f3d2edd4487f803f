namespace TrustFund.Events.Pledges.V1;

/// <summary>Contracts refused: the amount is already promised on. The reservation is lifted.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What was asked for.</param>
/// <param name="LargestReleasable">The largest amount that could be released when it was refused.</param>
/// <param name="Reason">Why.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="Rate">The rate it was converted at; null when the pledge is kept in the fund's currency, or the amount was worked out from what is booked.</param>
public sealed record ReductionRejected(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    Money LargestReleasable,
    string Reason,
    Money? Original = null,
    RateQuote? Rate = null) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
