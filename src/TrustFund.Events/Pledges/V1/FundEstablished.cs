namespace TrustFund.Events.Pledges.V1;

/// <summary>A fund was established, with the rules that are its own data.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Name">Its name.</param>
/// <param name="Currency">ISO 4217 code of the currency its books are kept in.</param>
/// <param name="ManagementCostCapPercent">Management costs may take at most this share, in percent, of unearmarked certificates (5 by default).</param>
/// <param name="ContractingDeadline">The last day on which its contracts may be signed; none when null.</param>
/// <param name="EstablishedOn">When it was established.</param>
/// <param name="InKind">What it collects besides money, when it does.</param>
/// <param name="Rounding">How converted amounts are rounded: `half-up`, meant when null, or `half-even`.</param>
/// <param name="InterestAddsToAvailability">Whether interest that the fund earns, or is charged, changes what it may spend.</param>
public sealed record FundEstablished(
    string Fund,
    string Name,
    string Currency,
    decimal ManagementCostCapPercent,
    DateOnly? ContractingDeadline,
    DateOnly EstablishedOn,
    InKindTarget? InKind,
    string? Rounding = null,
    bool InterestAddsToAvailability = false) : IFundEvent
{
    string IFundEvent.Subject => Fund;

    DateOnly? IFundEvent.ValueDate => EstablishedOn;
}
