namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor is something else to the European Union from a date on, as the United Kingdom is. Facts before that date keep the kind it had.</summary>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Kind">What it is from then on: `eu-institution`, `member-state`, `third-donor` or `other`.</param>
/// <param name="EffectiveOn">The first day it is so.</param>
/// <param name="Reason">Why.</param>
public sealed record DonorKindChanged(
    string Donor,
    string Kind,
    DateOnly EffectiveOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Fund => IFundEvent.Platform;

    string IFundEvent.Subject => Donor;

    DateOnly? IFundEvent.ValueDate => EffectiveOn;
}
