namespace TrustFund.Events.Disbursements.V1;

/// <summary>The amount is already paid or reserved.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Amount">What was asked for.</param>
/// <param name="LargestReleasable">The largest amount that could be released.</param>
/// <param name="Reason">Why.</param>
public sealed record DecommitmentRefused(
    string Fund,
    string RequestId,
    string ContractId,
    Money Amount,
    Money LargestReleasable,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
