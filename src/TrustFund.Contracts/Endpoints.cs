using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Decommitments;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Partners;

namespace TrustFund.Contracts;

/// <summary>The service's addresses, in the order in which money passes them.</summary>
static class Endpoints
{
    public static void MapContracts(this IEndpointRouteBuilder routes)
    {
        AllocateResources.Map(routes);
        ReadAllocations.Map(routes);
        GetAvailability.Map(routes);
        RegisterPartner.Map(routes);
        ReadPartners.Map(routes);
        ApproveAction.Map(routes);
        ReadActions.Map(routes);
        SignContract.Map(routes);
        ReadContracts.Map(routes);
        RequestDecommitment.Map(routes);
        ReadDecommitments.Map(routes);
        GetStateOfPlay.Map(routes);
    }
}
