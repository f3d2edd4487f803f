using TrustFund.Contracts;
using TrustFund.Contracts.Payments;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Simulation.Tests.Bus;
using TrustFund.Simulation.Tests.Checks;
using TrustFund.Simulation.Tests.Officers;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>Whatever the bus does with messages, and in whichever order two sources are heard, the effect is the same.</summary>
public sealed class DeliveryTests
{
    static readonly Following PledgesAtDisbursements = new("disbursements", "pledges");

    readonly Given given = new();

    [Fact]
    public void A_payment_is_heard_before_the_certificate_and_the_receipt_that_it_was_paid_out_of()
    {
        given.Certify(100);
        given.Receive(780);
        given.Simulation.Hear(given.Disbursements, given.Pledges);
        var payment = given.Verified(150);
        Assert.Null(given.Authorise(payment));
        Assert.Null(given.Execute(payment));

        given.Simulation.Hear(given.Contracts, given.Disbursements);

        Assert.Equal(600m, given.Contracts.Service.Get<SpendingFund>(BegunFund.Code).Pool);
        Assert.Equal(150m, given.Contracts.Service.Get<ContractPayments>(BegunFund.ContractId).Paid);
        given.Simulation.Settle();
        Assert.Equal(700m, given.Contracts.Service.Get<SpendingFund>(BegunFund.Code).Pool);
    }

    [Fact]
    public void A_payment_can_be_applied_before_anything_is_known_of_its_fund()
    {
        var payment = given.Verified(100);
        Assert.Null(given.Authorise(payment));
        Assert.Null(given.Execute(payment));
        var executed = given.Disbursements.Wire.Single(recorded => recorded.Event is PaymentExecuted);
        var rebuilt = new MemoryService("contracts", new ContractsEvolution());

        rebuilt.Follow(executed);
        foreach (var recorded in given.Pledges.Wire)
            rebuilt.Follow(recorded);

        Assert.Equal(100m, rebuilt.Get<ContractPayments>(BegunFund.ContractId).Paid);
        Assert.Equal(600m, rebuilt.Get<SpendingFund>(BegunFund.Code).Pool);
    }

    [Fact]
    public void A_lost_tail_is_found_through_the_feed()
    {
        given.Receive(30);
        given.Receive(20);
        given.World.Relay(given.Pledges, int.MaxValue, (_, _) => Fault.Lost);
        given.World.Deliver(PledgesAtDisbursements, 0, 10, 10);
        Assert.Equal((120m, 0), (given.Cash.Received, given.World.Queue("disbursements", "pledges").Count));

        Assert.True(given.World.CatchUp(PledgesAtDisbursements, 10));

        Assert.Equal(170m, given.Cash.Received);
        Assert.False(given.World.CatchUp(PledgesAtDisbursements, 10));
    }

    [Fact]
    public void A_gap_is_read_from_the_feed_before_what_came_after_it()
    {
        given.Receive(30);
        given.Receive(20);
        given.Receive(10);
        var first = given.Pledges.Service.Journal.Count - 2;
        given.World.Relay(given.Pledges, int.MaxValue, (_, message) => message.Sequence < first + 2 ? Fault.Lost : Fault.Twice);

        given.World.Deliver(PledgesAtDisbursements, 0, 10, page: 1);

        Assert.Equal((180m, 0), (given.Cash.Received, given.World.Queue("disbursements", "pledges").Count));
    }

    [Fact]
    public void While_the_source_is_down_what_comes_after_a_gap_waits()
    {
        given.Receive(30);
        given.Receive(20);
        var last = given.Pledges.Service.Journal.Count;
        given.World.Relay(given.Pledges, int.MaxValue, (_, message) => message.Sequence < last ? Fault.Lost : Fault.None);
        given.Pledges.Stop();

        given.World.Deliver(PledgesAtDisbursements, 0, 10, 10);

        Assert.Equal((120m, 1), (given.Cash.Received, given.World.Queue("disbursements", "pledges").Count));
        given.Pledges.Start();
        given.World.Deliver(PledgesAtDisbursements, 0, 10, 10);
        Assert.Equal((170m, 0), (given.Cash.Received, given.World.Queue("disbursements", "pledges").Count));
    }

    [Fact]
    public void What_a_dying_database_forgot_of_others_facts_is_read_again_and_counted_once()
    {
        given.Verified(10);
        given.Receive(30);
        given.Simulation.Hear(given.Disbursements, given.Pledges);
        var before = (given.Cash.Received, given.Cash.Version);

        given.Disbursements.Crash(forgotten: 3);

        Assert.Equal(120m, given.Cash.Received);
        given.Simulation.Settle();
        Assert.Equal(before, (given.Cash.Received, given.Cash.Version));
        Folding.MustGiveTheRows(given.World, given.Disbursements);
    }
}
