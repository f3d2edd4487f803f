namespace TrustFund.Events.Disbursements.V1;

/// <summary>
/// A donor is not refunded: there is not enough of its cash left, or an officer rejected the refund after it had been granted, and what was
/// reserved for it is free again.
/// </summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Amount">What was asked for.</param>
/// <param name="LargestReleasable">The largest part of it that could be refunded now.</param>
/// <param name="Reason">Why.</param>
public sealed record RefundCashRefused(
    string Fund,
    string RequestId,
    string PledgeId,
    Money Amount,
    Money LargestReleasable,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
