using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests.Rates;

public sealed class ForeignPledgeTests
{
    readonly Given given = new();

    [Fact]
    public void A_NOK_pledge_is_received_at_another_rate()
    {
        var pledge = given.PledgedInCrowns(9_840_300, certified: 9_840_300, rate: 9.8403m);
        Assert.Equal((1_000_000m, 1_000_000m), (given.Totals.Pledged, given.Totals.Certified));

        var facts = given.Service.Accept(given.ReceiveCrowns(pledge, 4_920_150, 9.6m));

        var received = Assert.IsType<ContributionReceived>(facts[0]);
        Assert.Equal((Given.Euros(512_515.63m), Given.Crowns(4_920_150), Given.PerEuro(9.6m)), (received.Amount, received.Original, received.Rate));
        var difference = Assert.IsType<ExchangeDifferenceRealised>(facts[1]);
        Assert.Equal((Given.Euros(12_515.63m), 0, false), (difference.Difference, difference.Earmarked.Count, difference.Reversal));
        Assert.Equal((1_000_000m, 512_515.63m, 12_515.63m), (given.Totals.Certified, given.Totals.Received, given.Totals.ExchangeDifference));
        var view = new PledgeView(given.Pledge(pledge));
        Assert.Equal((Given.Crowns(4_920_150), Given.Euros(500_000)), (view.Original!.Outstanding, view.Outstanding));
    }

    [Fact]
    public void A_receipt_may_be_told_in_the_funds_currency_as_the_bank_credited_it()
    {
        var pledge = given.PledgedInCrowns(9_840_300, certified: 9_840_300, rate: 9.8403m);
        var facts = given.Service.Accept(given.ReceiveCrowns(pledge, 1, 10m) with { Amount = Given.Euros(480_000) });

        Assert.Equal(Given.Crowns(4_800_000), Assert.IsType<ContributionReceived>(facts[0]).Original);
        Assert.Equal(Given.Euros(-7_790.01m), Assert.IsType<ExchangeDifferenceRealised>(facts[1]).Difference);
    }

    [Fact]
    public void The_stages_are_compared_in_the_pledges_own_currency()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 0, rate: 10);
        Check.Refuses(given, given.CertifyCrowns(pledge, 1_000.01m, 5), 422, "exceeds-pledged", "amount", "1000.00 NOK less 0.00 NOK");
        given.Service.Accept(given.CertifyCrowns(pledge, 1_000, 5));
        Assert.Equal(Given.Euros(100), given.Service.Journal.Select(recorded => recorded.Event).OfType<PledgeCertified>().Single().PledgeDifference);
        Assert.Equal((200m, 200m), (given.Totals.Pledged, given.Totals.Certified));

        var facts = given.Service.Accept(given.ReceiveCrowns(pledge, 1_200, 8));

        var received = Assert.IsType<ContributionReceived>(facts[0]);
        Assert.Equal((Given.Euros(150), Given.Euros(125), Given.Euros(25), Given.Crowns(1_000)), (received.Amount, received.Allocated, received.Unallocated, received.OriginalAllocated));
        Assert.Equal(Given.Euros(-75), Assert.IsType<ExchangeDifferenceRealised>(facts[1]).Difference);
        Assert.Equal(PledgeStatus.Fulfilled, given.Pledge(pledge).Status());
        Assert.Equal((Given.Crowns(-200), Given.Euros(-25)), (new PledgeView(given.Pledge(pledge)).Original!.Outstanding, new PledgeView(given.Pledge(pledge)).Outstanding));
    }

    [Fact]
    public void What_waited_keeps_the_rate_it_came_in_at()
    {
        var pledge = given.PledgedInCrowns(300, certified: 0, rate: 10);
        given.Service.Accept(given.ReceiveCrowns(pledge, 100, 10));
        given.Service.Accept(given.ReceiveCrowns(pledge, 100, 5));
        var facts = given.Service.Accept(given.CertifyCrowns(pledge, 150, 10));

        Assert.Equal(
            [Given.Euros(10), Given.Euros(10)],
            facts.OfType<ContributionAllocated>().Select(fact => fact.Amount));
        Assert.Equal(Given.Euros(5), Assert.Single(facts.OfType<ExchangeDifferenceRealised>()).Difference);
        Assert.Equal((20m, 5m, 10m), (given.Pledge(pledge).Allocated, given.Pledge(pledge).ExchangeDifference, given.Pledge(pledge).Received - given.Pledge(pledge).Allocated));
    }

    [Fact]
    public void Earmarks_share_the_booked_amount_and_the_difference_exactly()
    {
        var pledge = given.PledgedInCrowns(300, certified: 300, rate: 9, ("SLC", 100), ("HOA", 100));
        var certified = given.Service.Journal.Select(recorded => recorded.Event).OfType<PledgeCertified>().Single();
        Assert.Equal((Given.Euros(33.33m), new WindowAmount("SLC", Given.Euros(11.11m))), (certified.Amount, certified.Earmarks[0]));

        var facts = given.Service.Accept(given.ReceiveCrowns(pledge, 300, 8));

        var received = Assert.IsType<ContributionReceived>(facts[0]);
        Assert.Equal(
            [new("HOA", Given.Euros(12.5m)), new WindowAmount("SLC", Given.Euros(12.5m))],
            received.Earmarked!);
        Assert.Equal([new("HOA", Given.Crowns(100)), new WindowAmount("SLC", Given.Crowns(100))], received.OriginalEarmarked!);
        var difference = Assert.IsType<ExchangeDifferenceRealised>(facts[1]);
        Assert.Equal(Given.Euros(4.17m), difference.Difference);
        Assert.Equal(1.39m, given.Service.Get<Window>("EUTF-AFRICA/HOA").ExchangeDifference);
    }

    [Fact]
    public void A_reversal_takes_the_original_rate_and_its_difference_back()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 1_000, rate: 10);
        given.Service.Accept(given.ReceiveCrowns(pledge, 400, 8) with { BankReference = "FIRST" });
        given.Service.Accept(given.ReceiveCrowns(pledge, 400, 12.5m));

        var facts = given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, "FIRST", "reversal", Given.Day, "The bank took it back.", "OUT"));

        var reversed = Assert.IsType<ReceiptReversed>(facts[0]);
        Assert.Equal((Given.Euros(50), Given.Crowns(400), Given.PerEuro(8)), (reversed.Amount, reversed.Original, reversed.Rate));
        var difference = Assert.IsType<ExchangeDifferenceRealised>(facts[1]);
        Assert.Equal((Given.Euros(-10), true), (difference.Difference, difference.Reversal));
        Assert.Equal((32m, -8m), (given.Totals.Received, given.Totals.ExchangeDifference));
    }

    [Fact]
    public void What_is_asked_back_leaves_at_the_rate_it_was_certified_at()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 1_000, rate: 8);
        var requested = Assert.IsType<ReductionRequested>(Assert.Single(
            given.Service.Accept(Given.Reduce(pledge, 1, ReductionSource.Certified) with { Amount = Given.Crowns(400) })));
        Assert.Equal((Given.Euros(50), Given.Crowns(400), null), (requested.Amount, requested.Original, requested.Rate));

        var completed = Assert.IsType<ReductionCompleted>(Assert.Single(
            given.Service.Follow("contracts", new ResourcesReleased(Given.Fund, "reduction-1", pledge, Given.Euros(50), null))));

        Assert.Equal(Given.Crowns(400), completed.Original);
        Assert.Equal((600m, 75m), (given.Pledge(pledge).Own().Certified, given.Pledge(pledge).Certified));
    }

    [Fact]
    public void A_rate_is_between_the_pledges_currency_and_the_funds()
    {
        var announce = Given.Announce("p", 1, "NO") with { Amount = Given.Crowns(100), Rate = new(1.1m, "EUR", "USD", Given.Day, "InforEuro") };
        Check.Refuses(given, announce, 422, "wrong-rate-pair", "rate.quote", "between EUR and NOK");
        Check.Refuses(given, announce with { Rate = Given.PerEuro(0) }, 422, "invalid-rate", "rate.rate");
        Check.Refuses(given, Given.Announce("p", 1) with { Rate = Given.PerEuro(8) }, 422, "rate-not-applicable", "rate");
        Assert.Null(given.Refused(announce with { Rate = new(0.1m, "NOK", "EUR", Given.Day, "Norges Bank") }));
        Assert.Equal(10m, given.Totals.Pledged);
    }

    [Fact]
    public void A_rate_is_not_of_a_day_to_come()
    {
        var announce = Given.Announce("p", 1, "NO") with { Amount = Given.Crowns(100), Rate = Given.PerEuro(10) with { Date = new(2090, 1, 1) } };
        Check.Refuses(given, announce, 422, "date-in-the-future", "rate.date");
    }

    [Fact]
    public void The_recorded_rate_of_the_month_is_taken_when_none_is_given()
    {
        given.Service.Accept(new TrustFund.Pledges.Rates.RecordFxRate(Currency.Euro, Currency.Of("NOK"), 9.5m, new(2017, 6, 1), "InforEuro", false));
        given.Service.Accept(Given.Announce("p", 1, "NO") with { Amount = Given.Crowns(950), AnnouncedOn = new(2017, 6, 30) });
        Assert.Equal(100m, given.Pledge("p").Pledged);
        Check.Refuses(given, new RaisePledge(Given.Fund, "p", Given.Crowns(1), new(2017, 7, 1)), 422, "no-rate", "rate", "2017-07");
    }

    [Fact]
    public void A_fund_may_round_half_to_even()
    {
        given.Service.Accept(new EstablishFund("EVEN", "Even", Currency.Euro, 5, null, Given.Day, null, Rounding.HalfEven));
        given.Service.Accept(Given.Announce("p", 1, "NO") with { Fund = "EVEN", Amount = Given.Crowns(4_920_150), Rate = Given.PerEuro(9.6m) });
        Assert.Equal(512_515.62m, given.Pledge("p").Pledged);
        Assert.Equal("half-even", given.Service.Journal.Select(recorded => recorded.Event).OfType<FundEstablished>().Last().Rounding);
    }

    [Fact]
    public void Nothing_is_booked_that_is_worth_nothing()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 0, rate: 10);
        Check.Refuses(given, given.CertifyCrowns(pledge, 0.01m, 10), 422, "too-small", "amount");
        Check.Refuses(given, given.ReceiveCrowns(pledge, 1, 10) with { Amount = new(1, Currency.Of("CHF")) }, 422, "wrong-currency", "amount");
    }
}
