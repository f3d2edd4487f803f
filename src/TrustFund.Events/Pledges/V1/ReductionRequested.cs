namespace TrustFund.Events.Pledges.V1;

/// <summary>A donor wants back a part of what it certified. The amount is reserved in Pledges; Contracts decides whether it is still free.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What is to be released, above zero.</param>
/// <param name="Window">The window whose earmark it comes from; the fund's pool when null.</param>
/// <param name="RequestedOn">When it was asked for.</param>
/// <param name="Reason">Why.</param>
public sealed record ReductionRequested(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    string? Window,
    DateOnly RequestedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => RequestedOn;
}
