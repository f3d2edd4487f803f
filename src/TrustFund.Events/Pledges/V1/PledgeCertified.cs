namespace TrustFund.Events.Pledges.V1;

/// <summary>A pledge, or a part of it, was made legal by a contribution certificate.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="CertificateId">Id of the certificate.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">The amount certified, above zero.</param>
/// <param name="Earmarks">What is earmarked to windows; the rest goes to the fund's pool.</param>
/// <param name="Instalments">When it is due, adding up to the amount.</param>
/// <param name="CertifiedOn">Date of the certificate.</param>
/// <param name="Reference">Reference of the document; null where history does not tell it.</param>
/// <param name="Original">The amount in the pledge's own currency, in which its instalments are then; null when the pledge is kept in the fund's.</param>
/// <param name="Rate">The rate it was converted at; null when the pledge is kept in the fund's currency, or the amount was worked out from what is booked.</param>
/// <param name="OriginalEarmarks">The earmarks in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="PledgeDifference">Signed, in the fund's currency: the amount less what that part was pledged at. What is pledged changes by it, so that both are booked alike from now on; null when the pledge is kept in the fund's currency.</param>
public sealed record PledgeCertified(
    string Fund,
    string PledgeId,
    string CertificateId,
    string Donor,
    Money Amount,
    IReadOnlyList<WindowAmount> Earmarks,
    IReadOnlyList<Instalment> Instalments,
    DateOnly CertifiedOn,
    string? Reference = null,
    Money? Original = null,
    RateQuote? Rate = null,
    IReadOnlyList<WindowAmount>? OriginalEarmarks = null,
    Money? PledgeDifference = null) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => CertifiedOn;
}
