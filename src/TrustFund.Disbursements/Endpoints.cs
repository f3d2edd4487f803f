using TrustFund.Disbursements.Accounts;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Officers;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Disbursements.Refunds;
using TrustFund.Disbursements.Sources;

namespace TrustFund.Disbursements;

/// <summary>The service's addresses, in the order of a payment's life.</summary>
static class Endpoints
{
    public static void MapDisbursements(this IEndpointRouteBuilder routes)
    {
        var accounts = routes.MapGroup("").WithTags("Bank accounts");
        ProposeAccount.Map(accounts);
        VerifyAccount.Map(accounts);
        CloseAccount.Map(accounts);
        ListAccounts.Map(accounts);

        var payments = routes.MapGroup("").WithTags("Payments");
        RequestPayment.Map(payments);
        VerifyPayment.Map(payments);
        AuthorisePayment.Map(payments);
        ExecutePayment.Map(payments);
        RejectPayment.Map(payments);
        ReversePayment.Map(payments);
        ReturnPayment.Map(payments);
        ListDisbursements.Map(payments);
        ReadDisbursement.Map(payments);

        var authority = routes.MapGroup("").WithTags("Authority");
        SetBands.Map(authority);
        DelegateAuthority.Map(authority);
        RevokeDelegation.Map(authority);
        ReadAuthority.Map(authority);

        var recoveries = routes.MapGroup("").WithTags("Recoveries");
        EstablishRecovery.Map(recoveries);
        CashRecovery.Map(recoveries);
        ReverseRecoveryReceipt.Map(recoveries);
        WaiveRecovery.Map(recoveries);
        ReverseRecoveryWaiver.Map(recoveries);
        ReadRecoveries.Map(recoveries);

        var costs = routes.MapGroup("").WithTags("Costs");
        RequestCost.Map(costs);
        AuthoriseCost.Map(costs);
        PayCost.Map(costs);
        RejectCost.Map(costs);
        ReverseCost.Map(costs);
        ChargeBank.Map(costs);
        ReadCosts.Map(costs);

        var bank = routes.MapGroup("").WithTags("Bank statements");
        TakeStatement.Map(bank);
        MatchByHand.Map(bank);
        UnmatchLine.Map(bank);
        ReadStatements.Map(bank);
        ListBookings.Map(bank);

        var balances = routes.MapGroup("").WithTags("Balances");
        ReadCash.Map(balances);
        ReadSources.Map(balances);
        ReadContractPayments.Map(balances);
        ClearPrefinancing.Map(balances);
        ReverseClearing.Map(balances);
        ListClearings.Map(balances);
        ListOpenPrefinancing.Map(balances);
        ExecuteRefund.Map(balances);
        RejectRefund.Map(balances);
        ReverseRefund.Map(balances);
        ListRefunds.Map(balances);
    }
}
