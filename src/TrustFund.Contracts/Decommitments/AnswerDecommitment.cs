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
    /// Up to the contracting deadline the action can use the money again. After it nobody can: it leaves the action, and what the windows
    /// had by allocation returns to the pool; the rest was earmarked and stays with its window.
    /// </summary>
    public static IReadOnlyList<IFundEvent> Decide(States states, DecommitmentGranted granted)
    {
        var request = states.Get<Decommitment>(granted.RequestId);
        if (request.State is not DecommitmentState.Pending)
            return [];
        var action = states.Get<FundAction>(states.Get<Contract>(request.ContractId).ActionId);
        var staysUsable = !(request.RequestedOn > states.Get<Fund>(request.Fund).ContractingDeadline);
        var fromApproved = staysUsable ? [] : FromApproved(action, granted.Amount);
        return [new ContractDecommitted(
            request.Fund,
            request.Id,
            request.ContractId,
            action.Id,
            granted.Amount,
            staysUsable ? ToAction : ToFund,
            ToPool(states, request.Fund, fromApproved),
            fromApproved,
            request.RequestedOn)];
    }

    /// <summary>
    /// The parts of the windows, in proportion to what each still has in the action. The amount is at most their sum, so no part by largest
    /// remainder is more than its window has.
    /// </summary>
    static List<WindowAmount> FromApproved(FundAction action, Money amount) =>
    [
        .. Split.ByLargestRemainder(amount, [.. action.Split.Select(part => part.Amount)])
            .Zip(action.Split, (part, window) => new WindowAmount(window.Window, part))
            .Where(part => part.Amount.IsPositive),
    ];

    static List<WindowAmount> ToPool(States states, string fund, IEnumerable<WindowAmount> fromApproved) =>
    [
        .. fromApproved
            .Select(part => (part, window: states.Get<Window>(Window.KeyOf(fund, part.Window))))
            .Select(pair => pair.part with { Amount = Money.Min(pair.part.Amount, pair.window.Amount(pair.window.Allocated)) })
            .Where(part => part.Amount.IsPositive),
    ];
}
