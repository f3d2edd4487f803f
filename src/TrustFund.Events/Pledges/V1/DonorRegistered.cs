namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor was registered, for all funds.</summary>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is: `eu-institution`, `member-state`, `third-donor` or `other`.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, EU or XK; null for an organisation without a country.</param>
public sealed record DonorRegistered(
    string Donor,
    string Name,
    string Kind,
    string? Country) : IFundEvent
{
    string IFundEvent.Fund => IFundEvent.Platform;

    string IFundEvent.Subject => Donor;

    DateOnly? IFundEvent.ValueDate => null;
}
