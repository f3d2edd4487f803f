using TrustFund.Journal.Http;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.InKind;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
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
        RecordReceipt.Map(commands);
        ReducePledge.Map(commands);
        PledgeInKind.Map(commands);

        var questions = app.MapApi().WithAtLeast().RequireRole([.. Roles.All]);
        ReadFunds.Map(questions);
        ReadFundDonors.Map(questions);
        ReadDonors.Map(questions);
        ReadPledges.Map(questions);
        ReadCertificates.Map(questions);
        ReadReceipts.Map(questions);
        ReadReductions.Map(questions);
        ReadInKindPledges.Map(questions);
        return app;
    }
}
