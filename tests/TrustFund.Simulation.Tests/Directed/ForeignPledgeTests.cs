using TrustFund.Disbursements.Refunds;
using TrustFund.Leverage;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Refunds;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>
/// A NOK pledge is received at another rate: 1,000.00 NOK promised and certified at 10, 400.00 of them for the Horn of Africa. Pledges,
/// Contracts, Disbursements, Leverage and Audit all follow, each by what it needs.
/// </summary>
public sealed class ForeignPledgeTests
{
    const string Norwegian = "norwegian-pledge";

    static readonly DateOnly Day = new(2018, 6, 1);
    static readonly Currency Krone = Currency.Of("NOK");

    readonly Given given = new();

    public ForeignPledgeTests()
    {
        given.Simulation.Do(given.Pledges, new AnnouncePledge(BegunFund.Code, Norwegian, "DE", Kroner(1_000), Day, null, null, At(10)));
        given.Simulation.Do(given.Pledges, new CertifyPledge(
            BegunFund.Code, Norwegian, "norwegian-certificate", Kroner(1_000), [new("HOA", Kroner(400))], [], Day, "CC-NO", At(10)));
        given.Simulation.Settle();
    }

    [Fact]
    public void It_brings_what_it_is_worth_at_its_certificates_rate()
    {
        Assert.Equal((100m, 100m), (Pledge.Pledged, Pledge.Certified));
        Assert.Equal((240m, 660m, 900m), (given.Window.Earmarked, given.Fund.Pool, Input));
    }

    [Fact]
    public void Certified_at_another_rate_than_it_was_promised_at_it_is_pledged_at_that_from_then_on()
    {
        given.Simulation.Do(given.Pledges, new AnnouncePledge(BegunFund.Code, "second", "DE", Kroner(1_000), Day, null, null, At(10)));
        given.Simulation.Do(given.Pledges, new CertifyPledge(BegunFund.Code, "second", "second-certificate", Kroner(500), [], [], Day, "CC-NO", At(8)));

        // Audit's ledger says the same of it as Pledges.
        given.Simulation.Settle();

        var second = given.Pledges.Service.Get<Pledge>("second");
        Assert.Equal((112.50m, 62.50m), (second.Pledged, second.Certified));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(333)]
    [InlineData(999)]
    public void What_is_left_of_a_receipt_after_a_refund_is_reversed_at_its_own_rate(decimal refunded)
    {
        Receive(1_000, 8.0001m, "bank no-1");
        given.Simulation.Settle();
        given.Simulation.Do(given.Pledges, new RequestRefund(BegunFund.Code, Norwegian, "refund", Kroner(refunded * 0.4m), "HOA", Day, "It was not needed."));
        given.Simulation.Settle();
        given.Simulation.Do(given.Disbursements, new ExecuteRefund(BegunFund.Code, "refund", Day, "bank refund"), Given.Authoriser);
        given.Simulation.Settle();

        given.Simulation.Do(given.Pledges, new ReverseReceipt(BegunFund.Code, Norwegian, "bank no-1", "reversal", Day, "The bank took it back.", null));
        given.Simulation.Settle();

        Assert.Equal((0m, 0m), (Pledge.Received, Pledge.Allocated));
        Assert.Equal(1_000 - (refunded * 0.4m), Pledge.Free());
    }

    [Fact]
    public void A_refund_that_is_reversed_waits_at_what_it_went_out_at_and_is_certified_anew_at_another_rate()
    {
        Receive(1_000, 8, "bank no-1");
        given.Simulation.Settle();
        given.Simulation.Do(given.Pledges, new RequestRefund(BegunFund.Code, Norwegian, "refund", Kroner(100), "HOA", Day, "It was not needed."));
        given.Simulation.Settle();
        given.Simulation.Do(given.Disbursements, new ExecuteRefund(BegunFund.Code, "refund", Day, "bank refund"), Given.Authoriser);
        given.Simulation.Do(
            given.Disbursements, new ReverseRefund(BegunFund.Code, "refund", Day, "The account was closed.", null, MayCorrect: true), Given.Verifier);
        given.Simulation.Settle();

        Assert.Equal((900m, 900m, 1_000m, 100m), (Pledge.Own().Pledged, Pledge.Own().Certified, Pledge.Own().Received, Pledge.Waiting()));
        Assert.Equal((125m, 112.50m, 12.50m, 237.50m), (Pledge.Received, Pledge.Allocated, given.Cash.Unallocated, given.Window.Earmarked));

        given.Simulation.Do(given.Pledges, new RaisePledge(BegunFund.Code, Norwegian, Kroner(100), Day, At(10)));
        given.Simulation.Do(given.Pledges, new CertifyPledge(BegunFund.Code, Norwegian, "second-certificate", Kroner(100), [], [], Day, "CC-NO-2", At(10)));
        given.Simulation.Settle();

        Assert.Equal((125m, 0m, 0m), (Pledge.Allocated, Pledge.Waiting(), given.Cash.Unallocated));
        // 10.00 certified, and 2.50 that the kroner are worth more: the pool had 675.00.
        Assert.Equal((687.50m, 237.50m), (given.Fund.Pool, given.Window.Earmarked));
    }

    [Fact]
    public void Received_at_a_better_rate_it_brings_the_gain_to_its_pots_as_a_line_of_its_own()
    {
        Receive(1_000, 8, "bank no-1");
        given.Simulation.Settle();

        Assert.Equal((125m, 25m, 0m), (Pledge.Allocated, Pledge.ExchangeDifference, Pledge.Free()));
        // 25.00 in proportion to 400 and 600: 10.00 and 15.00.
        Assert.Equal((250m, 675m, 925m, 245m), (given.Window.Earmarked, given.Fund.Pool, Input, given.Cash.Received));
    }

    [Fact]
    public void Received_at_a_worse_rate_it_may_leave_a_window_with_less_than_it_approved_and_then_nothing_more_is_approved()
    {
        Assert.Null(given.Approve(80));
        Receive(1_000, 12.5m, "bank no-1");
        given.Simulation.Settle();

        Assert.Equal((80m, -20m), (Pledge.Allocated, Pledge.ExchangeDifference));
        Assert.Equal((-8m, 648m, 200m), (given.Window.Available().Amount, given.Fund.Pool, given.Cash.Received));
        Assert.Equal("insufficient-availability", given.Approve(0.01m)?.Code);
    }

    [Fact]
    public void It_is_compared_in_kroner_so_a_bad_rate_leaves_nothing_outstanding()
    {
        Receive(600, 12.5m, "bank no-1");
        Receive(401, 8, "bank no-2");
        given.Simulation.Settle();

        // One krone more than was certified waits, at its own rate: 0.13 of 50.13.
        Assert.Equal((1_001m, 1_000m, 1m), (Pledge.Own().Received, Pledge.Own().Allocated, Pledge.Waiting()));
        Assert.Equal((98m, 98.13m), (Pledge.Allocated, Pledge.Received));
        Assert.Equal(-2m, Pledge.ExchangeDifference);
    }

    [Fact]
    public void A_reversal_takes_back_exactly_what_came_at_the_rate_it_came_at()
    {
        Receive(1_000, 8, "bank no-1");
        given.Simulation.Settle();

        given.Simulation.Do(given.Pledges, new ReverseReceipt(BegunFund.Code, Norwegian, "bank no-1", "reversal", Day, "The bank took it back.", null));
        given.Simulation.Settle();

        Assert.Equal((0m, 0m, 0m, 1_000m), (Pledge.Received, Pledge.Allocated, Pledge.ExchangeDifference, Pledge.Free()));
        Assert.Equal((240m, 660m, 900m, 120m), (given.Window.Earmarked, given.Fund.Pool, Input, given.Cash.Received));
        Assert.Equal("already-reversed", given.Simulation.Ask(given.Pledges,
            new ReverseReceipt(BegunFund.Code, Norwegian, "bank no-1", "reversal-2", Day, "Again.", null))?.Code);
    }

    Pledge Pledge => given.Pledges.Service.Get<Pledge>(Norwegian);

    decimal Input => given.World.Leverage.Service.Get<FundInput>(BegunFund.Code).Certified;

    void Receive(decimal kroner, decimal rate, string reference) => given.Simulation.Do(
        given.Pledges, new RecordReceipt(BegunFund.Code, Norwegian, given.NextId("receipt"), Kroner(kroner), Day, reference, At(rate)));

    static Money Kroner(decimal amount) => new(amount, Krone);

    static RateQuote At(decimal rate) => new(rate, "EUR", "NOK", Day, "InforEuro");
}
