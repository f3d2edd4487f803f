namespace TrustFund.Events.Disbursements.V1;

/// <summary>The amount was unpaid and unreserved: the contract's ceiling is lower by it.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Amount">What was released.</param>
public sealed record DecommitmentGranted(
    string Fund,
    string RequestId,
    string ContractId,
    Money Amount) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => null;
}
