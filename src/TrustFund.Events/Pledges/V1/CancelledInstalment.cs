namespace TrustFund.Events.Pledges.V1;

/// <summary>What an instalment of a certificate is lower by.</summary>
/// <param name="CertificateId">Id of the certificate.</param>
/// <param name="DueOn">When the instalment is due.</param>
/// <param name="Amount">The amount, in the fund's currency.</param>
public sealed record CancelledInstalment(string CertificateId, DateOnly DueOn, Money Amount);
