namespace TrustFund.Events.Pledges.V1;

/// <summary>Money that arrived in another currency is worth more or less than the certificate it was certified at: availability is trued up by the difference, which is an entry of its own. No booked entry is re-rated.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="ReceiptId">Id of the receipt that arrived at another rate.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Difference">Signed, in the fund's currency: what arrived, less what it was certified at. A gain is above zero.</param>
/// <param name="Earmarked">Signed parts of it that fall to windows' earmarks; the rest is the fund's pool's.</param>
/// <param name="RealisedOn">When it was realised.</param>
/// <param name="Reversal">Whether it takes back the difference of a receipt that was reversed.</param>
public sealed record ExchangeDifferenceRealised(
    string Fund,
    string PledgeId,
    string ReceiptId,
    string Donor,
    Money Difference,
    IReadOnlyList<WindowAmount> Earmarked,
    DateOnly RealisedOn,
    bool Reversal = false) : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => RealisedOn;
}
