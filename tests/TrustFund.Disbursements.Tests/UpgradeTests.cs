using TrustFund.AppHost.Local;
using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;
using TrustFund.Rehearsal.Upgrading;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests;

/// <summary>A database of before gets the rows that its journals come to now, with their versions: `/journal/verify` compares them.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public async Task Charges_clearings_and_waivers_of_before_are_kept_as_their_facts_come_to()
    {
        var given = AFund(1_000, 900);
        given.Service.Follow("contracts", new ManagementCostsAllocated(Fund, "m1", Money.Euros(50), new(2018, 1, 1), "B/2018/1"));
        Prefinance(given, "p2", 200, new(2018, 2, 20));
        Prefinance(given, "p1", 100, new(2018, 2, 20));
        Prefinance(given, "p0", 100, new(2018, 2, 10));
        given.Accepted(new ImportPayment(Fund, ContractId, "old", PaymentKind.PreFinancing, Money.Euros(50), new(2018, 2, 15), "OLD-1"), Fiona)
            .Accepted(new ReversePayment(Fund, "p0", new(2018, 3, 1), "Wrong."), Arthur)
            .Accepted(Clear(120.5m, "k1"), Vera).Accepted(Clear(30, "k2"), Felix)
            .Accepted(Establish(100), Fiona).Accepted(Establish(80, "r2"), Fiona)
            .Accepted(Waive("r1", 20), Arthur).Accepted(Waive("r2", 5.25m), Arthur).Accepted(Waive("r1", 30), "augusta")
            .Accepted(Charge(12.5m, "b1"), Fiona).Accepted(Charge(1, "b2"), Fiona).Accepted(new ReverseCost(Fund, "b2", new(new(2018, 5, 1), "Back.")), Arthur)
            .Accepted(new RequestCost(Fund, "c1", new("Audit Ltd", Money.Euros(10), "Audit", new(2018, 4, 1))), Fiona);
        // Another fund's bank took something, and nothing was allocated there.
        given.Service.Follow("pledges", new Events.Pledges.V1.FundEstablished("EIP", "External Investment Plan", "EUR", 5, null, new(2017, 1, 1), null));
        given.Accepted(Charge(3, "b3") with { Fund = "EIP" }, Fiona);
        await using var server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var old = await ScriptedDatabase.Create(server.ConnectionString, "disbursements", new DisbursementsEvolution(), "0005_costs_and_clearings");
        await old.Write(given.Service);
        // Charges and their reversals were no matter of management's then.
        await old.Execute("delete from management_costs where id = 'EIP'; update management_costs set version = version - 3");

        await old.Upgrade();

        Assert.Empty(await old.Differences(given.Service));
        Assert.Equal(["p1", "p2"], given.Signed.PrefinancingPayments.Where(payment => payment.PaidOn == new DateOnly(2018, 2, 20)).Select(payment => payment.DisbursementId));
    }

    [Fact]
    public async Task A_clearings_reversal_that_was_booked_late_is_known_to_be()
    {
        var given = AFund(1_000, 900);
        Prefinance(given, "p1", 100, new(2018, 2, 20));
        Prefinance(given, "p2", 100, new(2018, 2, 20));
        given.Accepted(Clear(50, "k1"), Vera).Accepted(Clear(60, "k2"), Vera).Accepted(Reversal("k2"), Arthur);
        Assert.Null(given.Service.Execute(Reversal("k1"), Arthur, new(2018, 12, 1)));
        await using var server = await PostgresServer.StartAsync(cancellation: TestContext.Current.CancellationToken);
        await using var old = await ScriptedDatabase.Create(server.ConnectionString, "disbursements", new DisbursementsEvolution(), firstMissing: null, "0006_late_reversals");
        await old.Write(given.Service);
        await old.Execute("delete from late_bookings");

        await old.Upgrade();

        Assert.Empty(await old.Differences(given.Service));
        Assert.Equal(new(2018, 12, 1), given.Service.Get<LateBooking>("k1/reversal").BookedOn);

        static ReverseClearing Reversal(string clearing) => new(Fund, ContractId, clearing, new(new(2018, 9, 5), "It was another contract's."));
    }

    static void Prefinance(Given given, string payment, decimal amount, DateOnly on) => given
        .Accepted(Request(amount, payment, PaymentKind.PreFinancing), Fiona).Accepted(Verify(payment), Vera).Accepted(Authorise(payment), Arthur)
        .Accepted(Execute(payment, $"SEPA-{payment}") with { PaidOn = on }, Fiona);

    static ClearPrefinancing Clear(decimal amount, string id) => new(Fund, ContractId, id, new(Money.Euros(amount), new(2018, 9, 1), $"Report {id}"));

    static WaiveRecovery Waive(string order, decimal amount) => new(Fund, order, new(Money.Euros(amount), new(2018, 7, 1), "Insolvent."));

    static ChargeBank Charge(decimal amount, string id) => new(Fund, id, new(Money.Euros(amount), new(2018, 4, 30), $"FEE-{id}"));
}
