using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Reading;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Decommitments;

/// <summary>What follows from Disbursements' answer to a decommitment. A second answer to the same request changes nothing.</summary>
static class AnswerDecommitment
{
    const string ToAction = "action";
    const string ToFund = "fund";

    public static IEnumerable<StateKey> Touches(States states, string requestId, string contractId)
    {
        yield return StateKey.Of<Decommitment>(requestId);
        yield return StateKey.Of<Contract>(contractId);
        if (states.SeenSoFar<Contract>(contractId) is not { } contract)
            yield break;
        yield return StateKey.Of<Fund>(contract.Fund);
        yield return StateKey.Of<FundAction>(contract.ActionId);
        foreach (var part in states.SeenSoFar<FundAction>(contract.ActionId)?.Split ?? [])
            yield return Window.Key(contract.Fund, part.Window);
    }

    public static IReadOnlyList<IFundEvent> Decide(States states, DecommitmentRefused refused) =>
        states.Get<Decommitment>(refused.RequestId).State is not DecommitmentState.Pending
            ? []
            : [new DecommitmentRejected(
                refused.Fund, refused.RequestId, refused.ContractId, refused.Amount, refused.LargestReleasable, refused.Reason)];

    /// <summary>
    /// Up to the contracting deadline the action can use the money again. After it, or once the action was closed, nobody can: it leaves the
    /// action for the fund.
    /// </summary>
    public static IReadOnlyList<IFundEvent> Decide(States states, DecommitmentGranted granted)
    {
        var request = states.Get<Decommitment>(granted.RequestId);
        if (request.State is not DecommitmentState.Pending)
            return [];
        var action = states.Get<FundAction>(states.Get<Contract>(request.ContractId).ActionId);
        var staysUsable = !(request.RequestedOn > states.Get<Fund>(request.Fund).ContractingDeadline) && action.ClosedOn is null;
        var fromApproved = staysUsable ? [] : ReturnToFund.FromApproved(action, action.Unusable(granted.Amount.Amount));
        return [new ContractDecommitted(
            request.Fund,
            request.Id,
            request.ContractId,
            action.Id,
            granted.Amount,
            staysUsable ? ToAction : ToFund,
            ReturnToFund.ToPool(states, request.Fund, fromApproved),
            fromApproved,
            request.RequestedOn)];
    }
}
