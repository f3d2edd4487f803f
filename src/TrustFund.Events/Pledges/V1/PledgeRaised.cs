namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor promised more under the same pledge.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="By">What is added, above zero.</param>
/// <param name="RaisedOn">When it was raised.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="Rate">The rate it was converted at; null when the pledge is kept in the fund's currency, or the amount was worked out from what is booked.</param>
public sealed record PledgeRaised(
    string Fund,
    string PledgeId,
    string Donor,
    Money By,
    DateOnly RaisedOn,
    Money? Original = null,
    RateQuote? Rate = null) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => RaisedOn;
}
