using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Bank;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests.Receipts;

public sealed class RecordReceiptTests
{
    readonly Given given = new();

    ReceiptView Booked(string pledge, string reference) =>
        ReceiptView.Of(given.Service.Get<Receipt>(Receipt.IdOf(Given.Fund, reference)), given.Pledge(pledge));

    [Fact]
    public void A_receipt_within_the_certified_amount_is_allocated()
    {
        var pledge = given.Pledged(100, certified: 80);
        var fact = Assert.IsType<ContributionReceived>(Assert.Single(given.Service.Accept(given.Receive(pledge, 80))));

        Assert.Equal((Given.Euros(80), Given.Euros(0)), (fact.Allocated, fact.Unallocated));
        Assert.Equal((80m, 80m), (given.Totals.Received, given.Totals.Allocated));
    }

    [Fact]
    public void A_receipt_above_the_certified_amount_waits_unallocated()
    {
        var pledge = given.Pledged(100, certified: 80, received: 70);
        var fact = Assert.IsType<ContributionReceived>(Assert.Single(given.Service.Accept(given.Receive(pledge, 10.01m))));

        Assert.Equal((Given.Euros(10), Given.Euros(0.01m)), (fact.Allocated, fact.Unallocated));
        Assert.Equal(0.01m, given.Pledge(pledge).Waiting());
    }

    [Fact]
    public void A_receipt_is_never_refused_for_being_too_much()
    {
        var pledge = given.Pledged(100);
        var fact = Assert.IsType<ContributionReceived>(Assert.Single(given.Service.Accept(given.Receive(pledge, 250))));

        Assert.Equal((Given.Euros(0), Given.Euros(250)), (fact.Allocated, fact.Unallocated));
        Assert.Equal(Given.Euros(-150), new PledgeView(given.Pledge(pledge)).Outstanding);
    }

    [Fact]
    public void What_a_donor_asked_back_takes_in_no_money()
    {
        var pledge = given.Pledged(100, certified: 80, received: 30);
        given.Service.Accept(Given.Reduce(pledge, 40, ReductionSource.Certified));
        var fact = Assert.IsType<ContributionReceived>(Assert.Single(given.Service.Accept(given.Receive(pledge, 50))));

        Assert.Equal((Given.Euros(10), Given.Euros(40)), (fact.Allocated, fact.Unallocated));
    }

    [Theory]
    [InlineData("OPAF-2017/0042")]
    [InlineData("opaf-2017/0042")]
    public void One_bank_reference_is_booked_once_in_a_fund(string again)
    {
        var (pledge, other) = (given.Pledged(100, certified: 80), given.Pledged(50, certified: 50));
        given.Service.Accept(Given.Receive(pledge, 10, "OPAF-2017/0042"));

        Check.Refuses(given, Given.Receive(pledge, 10, again), 409, "bank-reference-already-booked", "bankReference", "10.00 EUR of 2017-06-01");
        Check.Refuses(given, Given.Receive(other, 20, again), 409, "bank-reference-already-booked", "bankReference");
    }

    [Fact]
    public void Another_fund_may_have_the_same_bank_reference()
    {
        given.Service.Accept(new EstablishFund("EIP", "External Investment Plan", Currency.Euro, 5, null, Given.Day, null));
        given.Service.Accept(Given.Announce("eip", 10) with { Fund = "EIP" });
        given.Service.Accept(Given.Receive(given.Pledged(100), 10, "SAME"));
        Assert.Null(given.Refused(Given.Receive("eip", 10, "SAME") with { Fund = "EIP" }));
    }

    [Fact]
    public void A_receipt_is_in_the_funds_currency_and_more_than_nothing()
    {
        var pledge = given.Pledged(100);
        Check.Refuses(given, given.Receive(pledge, 1) with { Amount = new(1, Currency.Of("USD")) }, 422, "wrong-currency", "amount");
        Check.Refuses(given, given.Receive(pledge, -1), 422, "not-positive", "amount");
    }

    [Fact]
    public void A_value_date_may_lie_a_week_ahead()
    {
        var pledge = given.Pledged(100);
        Check.Refuses(given, given.Receive(pledge, 1) with { ReceivedOn = new(2026, 1, 9) }, 422, "date-in-the-future", "receivedOn");
        Assert.Null(given.Refused(given.Receive(pledge, 1) with { ReceivedOn = new(2026, 1, 8) }));
    }

    [Fact]
    public void A_receipt_needs_a_pledge_of_its_fund()
    {
        Check.Refuses(given, given.Receive("nobody", 1), 404, "not-found", null);
        Check.Refuses(given, given.Receive(given.Pledged(1), 1) with { Fund = "EIP" }, 404, "not-found", null);
    }

    [Fact]
    public void What_waits_is_allocated_in_the_order_it_was_booked()
    {
        var pledge = given.Pledged(100);
        given.Service.Accept(Given.Receive(pledge, 30, "A", "a"));
        given.Service.Accept(Given.Receive(pledge, 30, "B", "b"));
        given.Service.Accept(given.Certify(pledge, 40));

        Assert.Equal((30m, 0m), (Booked(pledge, "A").Allocated.Amount, Booked(pledge, "A").Unallocated.Amount));
        Assert.Equal((10m, 20m), (Booked(pledge, "B").Allocated.Amount, Booked(pledge, "B").Unallocated.Amount));
    }

    [Fact]
    public void A_receipt_touches_three_rows_and_looks_for_interest_and_what_came_back_and_no_more()
    {
        var pledge = given.Pledged(100, certified: 100);
        var before = given.Service.All.ToDictionary(state => (state.GetType(), state.Id), state => state.Version);
        var receive = given.Receive(pledge, 10);
        Assert.Equal(
            [typeof(Pledge), typeof(FundTotals), typeof(Receipt), typeof(InterestEntry), typeof(MoneyBack)],
            receive.Touches(States.Loaded()).Select(key => key.Kind));
        given.Service.Accept(receive);
        Assert.Equal(
            [nameof(FundTotals), nameof(Pledge), nameof(Receipt)],
            given.Service.All.Where(state => before.GetValueOrDefault((state.GetType(), state.Id)) != state.Version).Select(state => state.GetType().Name).Order());
    }
}
