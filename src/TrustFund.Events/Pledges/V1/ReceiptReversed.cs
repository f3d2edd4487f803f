namespace TrustFund.Events.Pledges.V1;

/// <summary>A receipt was reversed, wholly and once, at its original rate: the bank took the money back, or the entry was wrong. It takes back what the receipt still counted, nothing else.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="ReceiptId">Id of the receipt.</param>
/// <param name="ReversalId">Id of the reversal.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What is taken back, above zero: allocated and unallocated together, in the fund's currency.</param>
/// <param name="Allocated">The part of it that was allocated.</param>
/// <param name="Unallocated">The part of it that waited unallocated.</param>
/// <param name="Original">What is taken back in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="Rate">The rate the receipt was booked at; null when none was.</param>
/// <param name="Earmarked">The parts of the allocated amount that belonged to windows' earmarks; the rest was pooled. Null when all was pooled.</param>
/// <param name="ReversedOn">The date of the reversal; the bank's value date where the bank made it.</param>
/// <param name="Reason">Why.</param>
/// <param name="BankReference">The bank's reference of the reversing entry; null for a correction.</param>
/// <param name="OriginalAllocated">The allocated part in the pledge's own currency; null when the pledge is kept in the fund's.</param>
/// <param name="OriginalEarmarked">The earmarked parts in the pledge's own currency; null as well when all was pooled.</param>
/// <param name="ReceiptReference">The bank's reference that the receipt was booked with.</param>
public sealed record ReceiptReversed(
    string Fund,
    string PledgeId,
    string ReceiptId,
    string ReversalId,
    string Donor,
    Money Amount,
    Money Allocated,
    Money Unallocated,
    Money? Original,
    RateQuote? Rate,
    IReadOnlyList<WindowAmount>? Earmarked,
    DateOnly ReversedOn,
    string Reason,
    string? BankReference,
    Money? OriginalAllocated = null,
    IReadOnlyList<WindowAmount>? OriginalEarmarked = null,
    string ReceiptReference = "") : IFundEvent
{
    string IFundEvent.Subject => PledgeId;

    DateOnly? IFundEvent.ValueDate => ReversedOn;

    string? IFundEvent.Reverses => ReceiptId;
}
