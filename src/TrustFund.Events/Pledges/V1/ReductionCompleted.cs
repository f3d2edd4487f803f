namespace TrustFund.Events.Pledges.V1;

/// <summary>Contracts released the amount: the pledge and its certificates are lower by it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="PledgeId">Id of the pledge.</param>
/// <param name="Donor">Code of the donor.</param>
/// <param name="Amount">What was released.</param>
/// <param name="Window">The window whose earmark it came from; the fund's pool when null.</param>
public sealed record ReductionCompleted(
    string Fund,
    string RequestId,
    string PledgeId,
    string Donor,
    Money Amount,
    string? Window) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
