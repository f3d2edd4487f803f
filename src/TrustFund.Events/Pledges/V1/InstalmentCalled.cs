namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor was asked to pay an instalment of a certificate, or a part of it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="CertificateId">Id of the certificate.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="DueOn">The day the instalment is due.</param>
/// <param name="Amount">What is called, above zero, in the fund's currency.</param>
/// <param name="CalledOn">Date of the call.</param>
/// <param name="Reference">Reference of the call; null when there is none.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
public sealed record InstalmentCalled(
    string Fund,
    string PledgeId,
    string CertificateId,
    string Donor,
    DateOnly DueOn,
    Money Amount,
    DateOnly CalledOn,
    string? Reference,
    Money? Original = null) : IFundEvent
{
    string IFundEvent.Subject => CertificateId;

    DateOnly? IFundEvent.ValueDate => CalledOn;
}
