namespace TrustFund.Events.Pledges.V1;

/// <summary>All that had been called of an instalment was taken back: the call was a mistake, and the instalment may be called anew.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="CertificateId">Id of the certificate.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="DueOn">The day the instalment is due.</param>
/// <param name="Amount">What had been called and is not any more, above zero, in the fund's currency at the certificate's rate.</param>
/// <param name="ReversedOn">The date of the reversal.</param>
/// <param name="Reason">Why.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
public sealed record InstalmentCallReversed(
    string Fund,
    string PledgeId,
    string CertificateId,
    string Donor,
    DateOnly DueOn,
    Money Amount,
    DateOnly ReversedOn,
    string Reason,
    Money? Original = null) : IFundEvent
{
    string IFundEvent.Subject => CertificateId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;
}
