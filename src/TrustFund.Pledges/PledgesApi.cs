using TrustFund.Journal.Http;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Imports;
using TrustFund.Pledges.InKind;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Refunds;
using TrustFund.Pledges.Statements;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges;

/// <summary>Everything that can be asked of this service: commands, each with the role it needs, and questions, open to every role.</summary>
static class PledgesApi
{
    public static WebApplication MapPledges(this WebApplication app)
    {
        var commands = app.MapApi();
        EstablishFund.Map(commands);
        OpenWindow.Map(commands);
        RegisterDonor.Map(commands);
        AnnouncePledge.Map(commands);
        RaisePledge.Map(commands);
        CertifyPledge.Map(commands);
        ConfirmPledge.Map(commands);
        CallInstalment.Map(commands);
        ReverseInstalmentCall.Map(commands);
        RecordReceipt.Map(commands);
        ReceiptToReverse.Map(commands);
        ReducePledge.Map(commands);
        WithdrawPledge.Map(commands);
        RequestRefund.Map(commands);
        PledgeInKind.Map(commands);
        ChangeInKind.Map(commands);
        DeliverInKind.Map(commands);
        ChangeDonorKind.Map(commands);
        RecordFxRate.Map(commands);
        BookInterest.Map(commands);
        InterestToReverse.Map(commands);
        commands.MapImports(Codes.Fold, Roles.FinanceOfficer, [.. Roles.All], new PledgeRows(), new ReceiptRows());

        var questions = app.MapApi().WithAtLeast().RequireRole([.. Roles.All]);
        ReadFunds.Map(questions);
        ReadFundDonors.Map(questions);
        ReadDonors.Map(questions);
        ReadPledges.Map(questions);
        ReadCertificates.Map(questions);
        ReadReceipts.Map(questions);
        ReadReductions.Map(questions);
        ReadInKindPledges.Map(questions);
        ReadRefunds.Map(questions);
        ReadInterest.Map(questions);
        ReadFxRates.Map(questions);
        ReadRevaluation.Map(questions);
        ReadDonorStatement.Map(questions);
        return app;
    }
}
