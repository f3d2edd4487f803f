namespace TrustFund.Events.Disbursements.V1;

/// <summary>A refund to a donor left the fund's account.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What was refunded: allocated and unallocated together.</param>
/// <param name="PaidOn">The bank's value date.</param>
/// <param name="BankReference">The bank's reference of the entry.</param>
/// <param name="Attribution">Whose money it was, adding up to the part of the amount that had been allocated.</param>
public sealed record RefundExecuted(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    DateOnly PaidOn,
    string BankReference,
    IReadOnlyList<AttributedAmount> Attribution) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => PaidOn;

    string? IFundEvent.Document => RequestId;
}
