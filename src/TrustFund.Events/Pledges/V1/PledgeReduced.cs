namespace TrustFund.Events.Pledges.V1;

/// <summary>A part of a pledge that was not certified was taken back.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request it answers.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="By">What is taken back, above zero.</param>
/// <param name="ReducedOn">When it took effect.</param>
/// <param name="Reason">Why.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="Rate">The rate it was converted at; null when the pledge is kept in the fund's currency, or the amount was worked out from what is booked.</param>
public sealed record PledgeReduced(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money By,
    DateOnly ReducedOn,
    string Reason,
    Money? Original = null,
    RateQuote? Rate = null) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => ReducedOn;
}
