using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Deadlines;
using TrustFund.Contracts.Decommitments;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Partners;
using TrustFund.Contracts.Results;

namespace TrustFund.Contracts;

/// <summary>The service's addresses, in the order in which money passes them.</summary>
static class Endpoints
{
    public static void MapContracts(this IEndpointRouteBuilder routes)
    {
        AllocateResources.Map(routes);
        ReverseAllocation.Map(routes);
        ReadAllocations.Map(routes);
        TransferResources.Map(routes);
        ReadTransfers.Map(routes);
        AllocateManagementCosts.Map(routes);
        ReverseManagementCosts.Map(routes);
        ReadManagementCosts.Map(routes);
        GetAvailability.Map(routes);
        SetDeadline.Map(routes);
        ReadDeadlines.Map(routes);
        RegisterPartner.Map(routes);
        ReadPartners.Map(routes);
        ApproveAction.Map(routes);
        ReadActions.Map(routes);
        ApproveRider.Map(routes);
        ReadRiders.Map(routes);
        SignContract.Map(routes);
        ReadContracts.Map(routes);
        AmendContract.Map(routes);
        ReadAmendments.Map(routes);
        ChangeContractState.Map(routes);
        RequestDecommitment.Map(routes);
        ReadDecommitments.Map(routes);
        DefineIndicator.Map(routes);
        SetResultTarget.Map(routes);
        ReportResult.Map(routes);
        ReadResults.Map(routes);
        GetBalances.Map(routes);
    }
}
