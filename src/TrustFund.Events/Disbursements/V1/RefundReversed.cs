namespace TrustFund.Events.Disbursements.V1;

/// <summary>
/// An executed refund is taken back whole: it was booked by mistake, or the bank returned it. The money is on the fund's account again and held for
/// the donor, unallocated, whatever of it had been allocated before.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the refund's request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What the refund was, whole, above zero.</param>
/// <param name="ReversedOn">The date of the correction; the bank's value date where it returned the money.</param>
/// <param name="Reason">Why.</param>
/// <param name="BankReference">The bank's reference of the entry by which the money came back; null where the refund had been booked by mistake.</param>
public sealed record RefundReversed(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    DateOnly ReversedOn,
    string Reason,
    string? BankReference = null) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Reverses => RequestId;
}
