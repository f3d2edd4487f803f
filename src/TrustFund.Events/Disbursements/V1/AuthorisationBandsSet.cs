namespace TrustFund.Events.Disbursements.V1;

/// <summary>The fund set who may authorise payments of which size.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Bands">Ascending by their limits, the last without one; an amount falls into the first band that reaches it.</param>
/// <param name="From">The first day they hold.</param>
public sealed record AuthorisationBandsSet(
    string Fund,
    IReadOnlyList<AuthorisationBand> Bands,
    DateOnly From) : IFundEvent
{
    string IFundEvent.Subject => Fund;

    DateOnly? IFundEvent.ValueDate => From;
}
