namespace TrustFund.Events.Disbursements.V1;

/// <summary>Who may authorise amounts up to a limit.</summary>
/// <param name="UpTo">The largest amount of the band, in the fund's currency; null for the last one, which has no limit.</param>
/// <param name="Officers">Opaque ids of the people who may; empty for any authorising officer.</param>
public sealed record AuthorisationBand(Money? UpTo, IReadOnlyList<string> Officers);
