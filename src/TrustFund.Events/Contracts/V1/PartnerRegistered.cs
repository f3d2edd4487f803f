namespace TrustFund.Events.Contracts.V1;

/// <summary>An implementing partner was registered, for all funds.</summary>
/// <param name="Partner">Code of the partner.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, EU or XK; null for an international organisation.</param>
public sealed record PartnerRegistered(
    string Partner,
    string Name,
    string? Country) : IFundEvent
{
    string IFundEvent.Fund => IFundEvent.Platform;

    string IFundEvent.Subject => Partner;

    DateOnly? IFundEvent.ValueDate => null;
}
