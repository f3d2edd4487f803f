using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>A donor withdraws its pledge: what nobody promised on ends, what is promised on stays, what arrived is refunded or stays.</summary>
public sealed class WithdrawalTests
{
    readonly Given given = new();

    [Fact]
    public void What_is_promised_on_is_kept_pot_by_pot_and_the_rest_ends()
    {
        Withdraw(BegunFund.PledgeId);
        given.Simulation.Settle();

        // 170.00 of the earmark, of which 40.00 is free, and 510.00 of the pool, of which 231.58 is: both are refused whole.
        var parts = given.Pledges.Service.All.OfType<Reduction>().Where(part => part.State == ReductionState.Rejected).ToList();
        Assert.Equal([40m, 231.58m], parts.Select(part => part.LargestReleasable!.Value).Order());
        Assert.Equal((800m, 800m, 120m), (given.Pledge.Pledged, given.Pledge.Certified, given.Pledge.Allocated));
        Assert.Equal((600m, 200m), (given.Fund.Pool, given.Window.Earmarked));
    }

    [Fact]
    public void Nobody_having_promised_on_it_all_that_did_not_arrive_ends()
    {
        var pledge = given.Contribute("IT", 100, 30);
        given.Simulation.Settle();
        Assert.Equal(700m, given.Fund.Pool);

        Withdraw(pledge);
        given.Simulation.Settle();

        var kept = given.Pledges.Service.Get<Pledge>(pledge);
        Assert.Equal((30m, 30m, 30m, PledgeStatus.Withdrawn), (kept.Pledged, kept.Certified, kept.Allocated, kept.Status()));
        Assert.Equal((630m, 150m), (given.Fund.Pool, given.Cash.Received));
    }

    [Fact]
    public void A_rest_in_kroner_that_is_worth_less_than_a_cent_ends_with_it()
    {
        var rate = new RateQuote(10, "EUR", "NOK", DonorsDesk.AnnouncedOn, "InforEuro");
        Money Kroner(decimal amount) => new(amount, Currency.Of("NOK"));
        given.Simulation.Do(given.Pledges, new AnnouncePledge(BegunFund.Code, "kroner", "DE", Kroner(100), DonorsDesk.AnnouncedOn, null, null, rate));
        given.Simulation.Do(given.Pledges, new CertifyPledge(BegunFund.Code, "kroner", "certificate", Kroner(100), [], [], DonorsDesk.AnnouncedOn, "CC-NO", rate));
        given.Simulation.Do(given.Pledges, new RecordReceipt(BegunFund.Code, "kroner", "receipt", Kroner(99.96m), DonorsDesk.AnnouncedOn, "bank kroner", rate));
        given.Simulation.Settle();

        Withdraw("kroner");
        given.Simulation.Settle();

        var kept = given.Pledges.Service.Get<Pledge>("kroner");
        Assert.Equal((99.96m, 99.96m, 0m), (kept.Own().Pledged, kept.Own().Allocated, kept.Own().Reserved));
        Assert.Equal(10m, kept.Pledged);
    }

    void Withdraw(string pledge) => given.Simulation.Do(given.Pledges, new WithdrawPledge(
        BegunFund.Code, pledge, "01900000-0000-7000-8000-000000010000", new(2019, 2, 1), "Its parliament did not agree."));
}
