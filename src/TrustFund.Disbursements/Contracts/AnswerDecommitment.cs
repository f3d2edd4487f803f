using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Contracts;

/// <summary>
/// A decommitment takes back a right to pay, so the holder of that right decides: it is granted whole when that much is neither paid nor
/// reserved, else refused with the largest amount that could be released. (A decommitment is at most what is contracted less what is paid.)
/// </summary>
static class AnswerDecommitment
{
    public static IFundEvent To(DecommitmentRequested request, States states)
    {
        var contract = states.Find<Contract>(request.ContractId);
        if (contract is null || contract.Fund != request.Fund)
            return Refuse(request, Money.Zero(request.Amount.Currency), $"Disbursements knows of no contract '{request.ContractId}' in fund {request.Fund}.");
        // More may have come back than was paid; the ceiling is all there is to release.
        var releasable = Money.Max(Money.Min(contract.Open(), contract.In(contract.Ceiling - contract.Reserved)), contract.In(0));
        if (request.Amount.Currency.Code != contract.Currency)
            return Refuse(request, releasable, $"The contract is in {contract.Currency}, and the request in {request.Amount.Currency}.");
        if (!request.Amount.IsPositive)
            return Refuse(request, releasable, $"{request.Amount} is nothing to release.");
        return request.Amount <= releasable
            ? new DecommitmentGranted(request.Fund, request.RequestId, request.ContractId, request.Amount)
            : Refuse(request, releasable, $"{request.Amount} is more than the contract has open: {contract.Figures()}.");
    }

    public static void Apply(States states, DecommitmentGranted granted) =>
        states.Change<Contract>(granted.ContractId, contract => contract.Decommit(granted.Amount));

    static DecommitmentRefused Refuse(DecommitmentRequested request, Money releasable, string reason) =>
        new(request.Fund, request.RequestId, request.ContractId, request.Amount, releasable, reason);
}
