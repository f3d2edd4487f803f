using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;

namespace TrustFund.Disbursements.Costs;

/// <summary>
/// An allocation to management costs that is taken back takes back a right to spend, so the holder of that right decides: it is released whole
/// when so much is neither paid, taken by the bank nor reserved, else refused with the largest amount that could be released.
/// </summary>
static class AnswerManagementCostReversal
{
    public static IFundEvent To(ManagementCostReversalRequested request, States states)
    {
        var costs = ManagementCosts.Of(states, request.Fund, request.Amount.Currency);
        return request.Amount <= costs.Open()
            ? new ManagementCostsReleased(request.Fund, request.AllocationId, request.Amount)
            : new ManagementCostReleaseRefused(
                request.Fund, request.AllocationId, request.Amount, Money.Max(costs.Open(), costs.In(0)),
                $"{request.Amount} is more than management may still cost: {costs.Figures()}.");
    }

    public static void Apply(States states, ManagementCostsReleased released) =>
        states.Change<ManagementCosts>(released.Fund, costs => costs.Allocate(-released.Amount));
}
