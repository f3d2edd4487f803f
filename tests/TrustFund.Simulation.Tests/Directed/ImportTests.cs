using TrustFund.Audit.Ledger;
using TrustFund.Contracts.Imports;
using TrustFund.Disbursements.Payments;
using TrustFund.Pledges.Imports;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>History that comes in files goes on to the other services like anything else, and the same file twice changes nothing.</summary>
public sealed class ImportTests
{
    const string Pledges = "donor,reference,amount,currency,announced_on,certified_on\nDE,P-1,400.00,EUR,2016-02-01,2016-09-01\n";
    const string Receipts = "donor_name,receipt_currency,receipt_amount,receipt_date,pledge_reference,bank_reference\nDE,EUR,300.00,2017-01-15,P-1,bank P-1\n";
    const string Actions = "reference,title,window,amount,currency,approved_on\nA-1,Stability,HOA,40.00,EUR,2017-03-01\n";
    const string Contracts = "action,reference,partner,title,amount,currency,signed_on\nA-1,C-1,IOM,Stability,100.00,EUR,2018-05-01\n";
    const string Payments = "contract,kind,amount,currency,paid_on,bank_reference\nC-1,interim,120.00,EUR,2019-01-20,bank C-1\n";

    readonly Given given = new();

    [Fact]
    public void A_whole_history_goes_through_all_services_and_what_it_breaks_stands()
    {
        Assert.Empty(given.Pledges.Import(new PledgeRows(), BegunFund.Code, Pledges, Given.Initiator, null));
        Assert.Empty(given.Pledges.Import(new ReceiptRows(), BegunFund.Code, Receipts, Given.Initiator, null));
        Assert.Empty(given.Contracts.Import(new ActionFile(), BegunFund.Code, Actions, Given.Initiator, null));
        Assert.Empty(given.Contracts.Import(new ContractFile(), BegunFund.Code, Contracts, Given.Initiator, null));
        given.Simulation.Settle();
        Assert.Empty(given.Disbursements.Import(new PaymentRows(), BegunFund.Code, Payments, Given.Initiator, null));
        given.Simulation.Settle();

        Assert.Equal((1_000m, 420m), (given.Fund.Pool, given.Cash.Received));
        // 100.00 contracted of 40.00 approved, and 120.00 paid of it.
        Assert.Equal((-20m, 300m), (Imported().Open().Amount, given.Cash.Available().Amount));
    }

    [Fact]
    public void Audit_hears_of_a_file_like_of_any_other_fact()
    {
        Assert.Empty(given.Pledges.Import(new PledgeRows(), BegunFund.Code, Pledges, Given.Initiator, null));

        given.Simulation.Settle();

        Assert.Contains(given.World.Audit.Service.All.OfType<HeardEntry>(), entry => entry.EventType == "pledges.FileImported.v1");
    }

    [Fact]
    public void The_same_file_twice_changes_nothing()
    {
        Assert.Empty(given.Pledges.Import(new PledgeRows(), BegunFund.Code, Pledges, Given.Initiator, null));
        var before = given.Pledges.Service.Journal.Count;

        Assert.Empty(given.Pledges.Import(new PledgeRows(), BegunFund.Code, Pledges, Given.Initiator, null));

        Assert.Equal(before, given.Pledges.Service.Journal.Count);
        given.Simulation.Settle();
    }

    [Fact]
    public void A_file_with_one_wrong_row_changes_nothing()
    {
        var problems = given.Pledges.Import(
            new PledgeRows(), BegunFund.Code, $"{Pledges}DE,P-2,10.00,EUR,2016-02-01,2016-09-01\nXX,P-3,10.00,EUR,2016-02-01,\n", Given.Initiator, null);

        Assert.Equal((4, "donor"), (Assert.Single(problems).Row, problems[0].Column));
        Assert.Single(given.Pledges.Service.All.OfType<Pledge>());
        given.Simulation.Settle();
    }

    PayableContract Imported() => given.Disbursements.Service.All.OfType<PayableContract>().Single(contract => contract.Ceiling == 100);
}
