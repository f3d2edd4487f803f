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
public sealed record PledgeCertified(
    string Fund,
    string PledgeId,
    string CertificateId,
    string Donor,
    Money Amount,
    IReadOnlyList<WindowAmount> Earmarks,
    IReadOnlyList<Instalment> Instalments,
    DateOnly CertifiedOn,
    string? Reference = null) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => CertifiedOn;
}
