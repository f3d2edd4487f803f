namespace TrustFund.Events.Pledges.V1;

/// <summary>A refund was refused; the money stays where it was.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What was asked for.</param>
/// <param name="Returned">What Contracts had released and takes back into the pot; zero when it had released nothing.</param>
/// <param name="Window">The window whose earmark the allocated part comes from; the fund's pool when null.</param>
/// <param name="LargestReleasable">The largest amount that could be given when it was refused.</param>
/// <param name="Reason">Why.</param>
public sealed record RefundRejected(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    Money Returned,
    string? Window,
    Money LargestReleasable,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
