namespace TrustFund.Events.Disbursements.V1;

/// <summary>There is cash for a refund to a donor, and it is reserved until the refund is executed or refused after all.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Amount">What is reserved.</param>
/// <param name="Attribution">The donor's own cash that is set aside for it: it adds up to the part of the amount that had been allocated.</param>
public sealed record RefundCashGranted(
    string Fund,
    string RequestId,
    string PledgeId,
    Money Amount,
    IReadOnlyList<AttributedAmount>? Attribution = null) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
