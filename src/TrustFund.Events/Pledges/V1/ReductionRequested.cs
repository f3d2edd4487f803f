namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor wants back a part of what it certified. The amount is reserved in Pledges; Contracts decides whether it is still free.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What is to be released, above zero.</param>
/// <param name="Window">The window whose earmark it comes from; the fund's pool when null.</param>
/// <param name="RequestedOn">When it was asked for.</param>
/// <param name="Reason">Why.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="Rate">The rate it was converted at; null when the pledge is kept in the fund's currency, or the amount was worked out from what is booked.</param>
/// <param name="CertificateId">Id of the certificate of which one instalment is to be lowered; any when null.</param>
/// <param name="DueOn">The day that instalment is due.</param>
public sealed record ReductionRequested(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    string? Window,
    DateOnly RequestedOn,
    string Reason,
    Money? Original = null,
    RateQuote? Rate = null,
    string? CertificateId = null,
    DateOnly? DueOn = null) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => RequestedOn;
}
