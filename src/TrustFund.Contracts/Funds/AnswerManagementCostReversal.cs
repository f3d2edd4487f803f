using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>What follows from Disbursements' answer to the reversal of an allocation to management costs. A second answer to the same request changes nothing.</summary>
static class AnswerManagementCostReversal
{
    public static IEnumerable<StateKey> Touches(string fund, string allocationId) =>
        [StateKey.Of<Fund>(fund), StateKey.Of<ManagementCostAllocation>(allocationId)];

    public static IReadOnlyList<IFundEvent> Decide(States states, ManagementCostsReleased released)
    {
        var allocation = states.Get<ManagementCostAllocation>(released.AllocationId);
        return allocation is { State: ManagementCostState.ReversalPending, ReversedOn: { } reversedOn, Reason: { } reason }
            ? [new ManagementCostAllocationReversed(released.Fund, released.AllocationId, released.Amount, reversedOn, reason)]
            : [];
    }

    public static IReadOnlyList<IFundEvent> Decide(States states, ManagementCostReleaseRefused refused) =>
        states.Get<ManagementCostAllocation>(refused.AllocationId).State is not ManagementCostState.ReversalPending
            ? []
            : [new ManagementCostReversalRejected(refused.Fund, refused.AllocationId, refused.Amount, refused.LargestReleasable, refused.Reason)];
}
