using TrustFund.AppHost.Local;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Events.Pledges.V1;
using TrustFund.Rehearsal.Upgrading;
using TrustFund.ServiceDefaults;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Bank;

/// <summary>Pledges and Disbursements may each book one entry of the bank before they hear of each other; that shows until one of both is reversed.</summary>
public sealed class BookedTwiceTests : IAsyncLifetime
{
    static readonly DateOnly Day = new(2018, 5, 20);

    PostgresServer server = null!;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await PostgresServer.StartAsync(cancellation: Cancel);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task What_counts_one_entry_twice_is_listed_until_one_of_both_is_reversed()
    {
        var given = AFund(1_000, 500).Executed(300).Executed(50, "p2", "SEPA-2")
            .Accepted(new ReturnPayment(Fund, "p2", Day, "SEPA-2", "The account is closed."), Fiona)
            .Accepted(Establish(100), Fiona)
            .Accepted(Cashed(60, reference: "BACK-1", receipt: "x1"), Fiona)
            .Accepted(Cashed(7, reference: "BACK-2", receipt: "x2"), Fiona)
            .Accepted(new ReverseRecoveryReceipt(Fund, "r1", "x2", new(Day, "Another fund's.")), Arthur);
        // Pledges had not heard of these when it booked its own; what Disbursements reversed before is no second one.
        given.Service.Follow("pledges", Receipt("back-1", 60));
        given.Service.Follow("pledges", Receipt("back-2", 7));
        given.Service.Follow("pledges", Interest(-5));

        Assert.Equal(
            ["payment 0199a000-0000-7000-8000-0000000000f1 -300.00 EUR SEPA-1", "receipt of back-1 60.00 EUR BACK-1", "recovery r1 60.00 EUR BACK-1", "interest i1 -5.00 EUR SEPA-1"],
            await Twice(given));

        given.Accepted(new ReverseRecoveryReceipt(Fund, "r1", "x1", new(Day, "It is a donor's.")), Arthur);
        Assert.Equal(["payment 0199a000-0000-7000-8000-0000000000f1 -300.00 EUR SEPA-1", "interest i1 -5.00 EUR SEPA-1"], await Twice(given));

        given.Service.Follow("pledges", new InterestReversed(Fund, "i1", Money.Euros(-5), false, Day.AddDays(1), "It is in the payment.", "sepa-1"));
        Assert.Empty(await Twice(given));
    }

    [Fact]
    public async Task It_is_a_page_at_a_time_as_every_list()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Cashed(60, reference: "BACK-1", receipt: "x1"), Fiona);
        given.Service.Follow("pledges", Receipt("BACK-1", 40));
        await using var kept = await Kept(given);

        var first = (await ListBookings.List(Fund, null, true, new PageRequest(1, null), kept.Source, Cancel)).Value!;

        Assert.Equal("receipt", Assert.Single(first.Items).Kind);
        Assert.NotNull(first.Next);
        Assert.Equal(4, (await ListBookings.List(Fund, null, null, new PageRequest(50, null), kept.Source, Cancel)).Value!.Items.Count);
    }

    static ContributionReceived Receipt(string reference, decimal amount) => new(
        Fund, "pledge-IT", $"of {reference}", "IT", Money.Euros(amount), Money.Euros(amount), Money.Euros(0), Day, reference);

    static InterestBooked Interest(decimal amount) => new(Fund, "i1", Money.Euros(amount), false, Day.AddDays(1), "sepa-1", null);

    async Task<IEnumerable<string>> Twice(Given given)
    {
        await using var kept = await Kept(given);
        var page = (await ListBookings.List(Fund.ToLowerInvariant(), null, true, new PageRequest(50, null), kept.Source, Cancel)).Value!;
        Assert.Null(page.Next);
        return page.Items.Select(booking => $"{booking.Kind} {booking.Target} {booking.Amount} {booking.Reference}");
    }

    async Task<ScriptedDatabase> Kept(Given given)
    {
        var database = await ScriptedDatabase.Create(server.ConnectionString, "disbursements", new DisbursementsEvolution(), firstMissing: null);
        await database.Write(given.Service);
        return database;
    }
}
