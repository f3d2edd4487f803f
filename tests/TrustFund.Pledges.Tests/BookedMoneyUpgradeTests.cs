using TrustFund.AppHost.Local;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Refunds;
using TrustFund.Rehearsal.Upgrading;

namespace TrustFund.Pledges.Tests;

/// <summary>A pledge of an earlier version learns from its journal when its money is in the books.</summary>
public sealed class BookedMoneyUpgradeTests
{
    readonly Given given = new();

    [Fact]
    public async Task Its_days_are_what_the_journal_comes_to()
    {
        // One receipt booked late and one on its day, money that came back, an allocation of what had waited, and a pledge with nothing.
        var (late, back) = (given.Pledged(1_000), given.Pledged(100, certified: 50, received: 60));
        given.Pledged(10);
        Assert.Null(given.Service.Execute(Given.Receive(late, 300, "A", "a"), bookedOn: Given.Day.AddDays(30)));
        given.Service.Accept(Given.Receive(late, 200, "B", "b") with { ReceivedOn = Given.Day.AddDays(20) });
        given.Service.Accept(given.Certify(late, 400) with { CertifiedOn = Given.Day.AddDays(40) });
        given.Service.Accept(new RequestRefund(Given.Fund, back, "refund", Given.Euros(10), null, Given.Day, "Too much."));
        given.Service.Follow("disbursements", new Events.Disbursements.V1.RefundExecuted(Given.Fund, "refund", back, "DE", Given.Euros(10), Given.Day.AddDays(9), "OUT", []));
        given.Service.Follow("disbursements", new Events.Disbursements.V1.RefundReversed(Given.Fund, "refund", back, "DE", Given.Euros(10), Given.Day.AddDays(12), "Closed.", null));
        Assert.Equal(
            [(null, null), (Given.Day.AddDays(12), null), (Given.Day.AddDays(30), Given.Day.AddDays(40))],
            given.Service.All.OfType<Pledge>().Select(pledge => (pledge.LastReceivedOn, pledge.LastAllocatedOn)).Order());

        await using var server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var old = await ScriptedDatabase.Create(server.ConnectionString, "pledges", new PledgesEvolution(), "0008_booked_money");
        await old.Write(given.Service);
        // It had the value date of the last receipt.
        await old.Execute("update pledges set last_received_on = '2017-06-01' where last_received_on is not null");

        await old.Upgrade();

        Assert.Empty(await old.Differences(given.Service));
    }
}
