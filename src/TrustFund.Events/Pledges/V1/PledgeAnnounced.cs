namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor promised an amount to a fund. A promise, not yet binding.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">The amount promised, above zero.</param>
/// <param name="AnnouncedOn">When it was announced.</param>
/// <param name="Note">Where the promise was made, or what is assumed about it.</param>
/// <param name="Reference">The donor's or the fund's own reference of the promise.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="Rate">The rate it was converted at; null when the pledge is kept in the fund's currency, or the amount was worked out from what is booked.</param>
public sealed record PledgeAnnounced(
    string Fund,
    string PledgeId,
    string Donor,
    Money Amount,
    DateOnly AnnouncedOn,
    string? Note,
    string? Reference = null,
    Money? Original = null,
    RateQuote? Rate = null) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => AnnouncedOn;
}
