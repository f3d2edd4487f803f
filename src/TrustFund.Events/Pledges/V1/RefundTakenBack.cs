namespace TrustFund.Events.Pledges.V1;

/// <summary>
/// A refund that had been paid was reversed: received is higher by the amount again, and it waits unallocated, as money that arrives above what
/// is certified does. The certificate and the pledge stay lower: a new certificate covers the money, or it is refunded anew.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the refund's request; what is allocated of the money later names it as its receipt.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What is held for the donor again, above zero, in the fund's currency: at what the refund was booked at.</param>
/// <param name="TakenBackOn">The date of the reversal; the bank's value date where the bank made it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Original">The same in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="BankReference">The bank's reference of the credit; null for a correction, or where something else was booked under it.</param>
public sealed record RefundTakenBack(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    DateOnly TakenBackOn,
    string Reason,
    Money? Original = null,
    string? BankReference = null) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => TakenBackOn;

    string? IFundEvent.Document => RequestId;
}
