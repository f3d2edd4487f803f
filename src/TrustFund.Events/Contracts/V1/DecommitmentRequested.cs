namespace TrustFund.Events.Contracts.V1;

/// <summary>The unused part of a contract, or some of it, is to be released. Disbursements decides whether it is still unpaid.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="RequestId">Id of the request.</param>
/// <param name="ContractId">Id of the contract.</param>
/// <param name="Amount">What is to be released, above zero.</param>
/// <param name="RequestedOn">The request's value date, which fixes where the money goes.</param>
/// <param name="Reason">Why.</param>
public sealed record DecommitmentRequested(
    string Fund,
    string RequestId,
    string ContractId,
    Money Amount,
    DateOnly RequestedOn,
    string Reason) : IFundEvent
{
    string IFundEvent.Subject => RequestId;

    DateOnly? IFundEvent.ValueDate => RequestedOn;
}
