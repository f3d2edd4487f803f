using System.Globalization;
using TrustFund.Contracts.Imports;
using TrustFund.Disbursements.Payments;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Imports;
using TrustFund.Simulation.Tests.Bus;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>A file of history that somebody wants to be taken in.</summary>
sealed record ImportedText(Node Service, ImportKind Kind, string Fund, string Csv, string Actor, bool Flawed);

/// <summary>Those who take in files of what happened before.</summary>
static class ImportDesk
{
    public static ImportedText? File(Draw draw)
    {
        var (pledges, contracts, disbursements) = (draw.World.Pledges, draw.World.Contracts, draw.World.Disbursements);
        string Text(FormattableString row) => row.ToString(CultureInfo.InvariantCulture);
        ImportedText Of(Node service, ImportKind kind, string fund, string header, params string[] rows) =>
            new(service, kind, fund, $"{header}\n{string.Join('\n', draw.Flawed ? rows.Append(",,,") : rows)}\n", draw.Person, draw.Flawed);
        switch (draw.Step.Other % 5)
        {
            case 0:
                return Of(pledges, new PledgeRows(), draw.Fund.Code, "donor,reference,amount,currency,announced_on,certified_on",
                    Text($"DE,{draw.NextId("history")},{draw.Step.Units * draw.Fund.Scale},{draw.Fund.Currency},2016-02-01,2016-09-01"),
                    Text($"DE,{draw.NextId("history")},{draw.Step.Units * draw.Fund.Scale},{draw.Fund.Currency},2016-03-01,"));
            case 1 when Draw.Pick(Draw.Kept<Pledge>(pledges).Where(pledge => pledge.Foreign is null && pledge.Reference is not null), draw.Step.Which) is { } pledge:
                return Of(pledges, new ReceiptRows(), pledge.Fund, "donor_name,receipt_currency,receipt_amount,receipt_date,pledge_reference,bank_reference",
                    Text($"{pledge.Donor},{pledge.Currency},{draw.Step.Units * FundOfPlay.Of(pledge.Fund).Scale},2017-01-15,{pledge.Reference},bank {draw.NextId("history")}"));
            case 2 when Draw.Pick(Draw.Kept<SpendingWindow>(contracts), draw.Step.Which) is { } window:
                return Of(contracts, new ActionFile(), window.Fund, "reference,title,window,amount,currency,approved_on",
                    Text($"{draw.NextId("history")},Stability,{window.Code},{draw.Step.Units % 50 * FundOfPlay.Of(window.Fund).Scale},{window.Currency},2017-03-01"));
            case 3 when Draw.Pick(Draw.Kept<FundAction>(contracts).Where(action => action.Reference is not null), draw.Step.Which) is { } action:
                return Of(contracts, new ContractFile(), action.Fund, "action,reference,partner,title,amount,currency,signed_on",
                    Text($"{action.Reference},{draw.NextId("history")},IOM,Stability,{draw.Step.Units * FundOfPlay.Of(action.Fund).Scale},{action.Currency},2018-05-01"));
            case 4 when Draw.Pick(Draw.Kept<PayableContract>(disbursements), draw.Step.Which) is { } contract:
                return Of(disbursements, new PaymentRows(), contract.Fund, "contract,kind,amount,currency,paid_on,bank_reference",
                    Text($"{contract.Id},interim,{draw.Step.Units % 90 * FundOfPlay.Of(contract.Fund).Scale},{contract.Currency},2019-01-20,sepa {draw.NextId("history")}"));
            default:
                return null;
        }
    }
}
