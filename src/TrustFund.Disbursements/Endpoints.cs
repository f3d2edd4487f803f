using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Payments;

namespace TrustFund.Disbursements;

/// <summary>The service's addresses, in the order of a payment's life.</summary>
static class Endpoints
{
    public static void MapDisbursements(this IEndpointRouteBuilder routes)
    {
        var payments = routes.MapGroup("").WithTags("Payments");
        RequestPayment.Map(payments);
        VerifyPayment.Map(payments);
        AuthorisePayment.Map(payments);
        ExecutePayment.Map(payments);
        RejectPayment.Map(payments);
        ListDisbursements.Map(payments);
        ReadDisbursement.Map(payments);

        var balances = routes.MapGroup("").WithTags("Balances");
        ReadCash.Map(balances);
        ReadContractPayments.Map(balances);
    }
}
