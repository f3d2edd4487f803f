using TrustFund.Audit.Ledger;
using TrustFund.Disbursements.Payments;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Pledges.Interest;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>
/// Whose money pays: earmarked money first, then pooled money pro rata, in parts that add up exactly and never change. DE brought 30.00 for
/// the Horn of Africa and 90.00 to the pool, IT brings 60.00 to the pool.
/// </summary>
public sealed class AttributionTests
{
    readonly Given given = new();

    public AttributionTests()
    {
        given.Contribute("IT", 100, 60);
        given.Simulation.Settle();
    }

    [Fact]
    public void Earmarked_money_goes_first_and_pooled_money_pro_rata()
    {
        var payment = given.Pay(100);

        // 70.00 of the pool, 90 : 60.
        Assert.Equal([("DE", "HOA", 30m), ("DE", null, 42m), ("IT", null, 28m)], Of(payment));
        given.Simulation.Settle();
        Assert.Equal(100m, given.World.Audit.Service.All.OfType<AttributionEntry>().Sum(entry => entry.Amount));
    }

    [Fact]
    public void Thirds_add_up_to_the_cent()
    {
        given.Simulation.Do(given.Pledges, new BookInterest(BegunFund.Code, "interest", Money.Euros(30), new(2018, 12, 31), "bank interest", null));
        given.Simulation.Settle();

        // 0.01 over 90, 60 and 30, after 30.00 of the earmark.
        Assert.Equal([("DE", "HOA", 30m), ("DE", null, 0.01m)], Of(given.Pay(30.01m)));
        Assert.Equal(1m, Of(given.Pay(1)).Sum(part => part.Amount));
        given.Simulation.Settle();
    }

    [Fact]
    public void It_is_frozen_whatever_the_donors_do_later()
    {
        var payment = given.Pay(100);
        var frozen = Of(payment);

        given.Contribute("PT", 1_000, 1_000);
        given.ReverseBegunReceipt();
        given.Simulation.Settle();

        Assert.Equal(frozen, Of(payment));
    }

    [Fact]
    public void What_comes_back_is_whose_it_was()
    {
        var payment = given.Pay(100);
        given.Contribute("PT", 1_000, 1_000);
        given.Simulation.Settle();

        given.Simulation.Do(given.Disbursements, new ReversePayment(BegunFund.Code, payment, new(2019, 2, 10), "It was booked twice."), Given.Authoriser);
        given.Simulation.Settle();

        var back = given.Disbursements.Service.Journal.Select(recorded => recorded.Event).OfType<PaymentReversed>().Single().Attribution;
        Assert.Equal(Of(payment), back.Select(part => (part.Donor, part.Window, part.Amount.Amount)));
    }

    List<(string Donor, string? Window, decimal Amount)> Of(string payment) =>
        [.. given.Disbursements.Service.Journal.Select(recorded => recorded.Event).OfType<PaymentExecuted>().Single(executed => executed.DisbursementId == payment)
            .Attribution!.Select(part => (part.Donor, part.Window, part.Amount.Amount))];
}
