using System.Text.Json;
using TrustFund.Events.Audit.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal.Tests.Given;
using PeriodClosed = TrustFund.Events.Pledges.V1.PeriodClosed;

namespace TrustFund.Journal.Tests.Periods;

/// <summary>The three dates of an entry, and what a closed period does to the second.</summary>
public sealed class PeriodTests(Servers servers)
{
    static readonly DateOnly NewYearsEve = new(2025, 12, 31);
    static readonly DateOnly NewYear = new(2026, 1, 1);

    [Fact]
    public async Task Decembers_payment_recorded_in_January_and_booked_in_January_has_three_dates()
    {
        var database = await servers.NewDatabase();
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 1, 15, 9, 30, 0, TimeSpan.Zero)) { AutoAdvanceAmount = TimeSpan.Zero };
        await using var writer = await Writer.Open(database, clock);
        await writer.Record(new Receive("F", 10.00m, "receipt"));

        await writer.Record(new Pay("F", 1.00m, "payment", NewYearsEve), bookedOn: new(2026, 1, 5));

        using var entry = JsonDocument.Parse((await database.Entries())[^1].Body);
        string Of(string member) => entry.RootElement.GetProperty(member).GetString()!;
        Assert.Equal(("2025-12-31", "2026-01-05", "2026-01-15T09:30:00.000000Z"), (Of("valuedate"), Of("bookingdate"), Of("time")));
    }

    [Fact]
    public async Task A_fact_is_booked_on_its_value_date_when_nothing_else_is_asked_for()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "receipt"));

        await writer.Record(new Pay("F", 1.00m, "payment", NewYearsEve));

        Assert.Equal(NewYearsEve, CloudEvent.Read((await database.Entries())[^1].Body).BookedOn);
    }

    [Fact]
    public async Task A_backdated_entry_meets_a_closed_period_and_changes_nothing()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "receipt"));
        await Close(writer, "F", NewYearsEve);

        var refused = await writer.Record(new Pay("F", 1.00m, "late", NewYearsEve), key: "late");

        Assert.Equal((409, "period-closed", "bookedOn"), (refused.Refusal!.Status, refused.Refusal.Code, refused.Refusal.Field));
        Assert.Equal("The books of F are closed through 2025-12-31, and this would be booked on 2025-12-31: ask for ?bookedOn=2026-01-01 or a later day.", refused.Refusal.Detail);
        Assert.Equal(0m, await database.Paid("F"));
        // The refusal claimed nothing: the same key may book it where the books are open.
        var accepted = await writer.Record(new Pay("F", 1.00m, "late", NewYearsEve), key: "late", bookedOn: NewYear);
        Assert.Null(accepted.Refusal);
        Assert.Equal(1.00m, await database.Paid("F"));
    }

    [Fact]
    public async Task A_booking_date_in_a_closed_period_is_refused_whatever_the_value_date()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "receipt"));
        await Close(writer, "F", NewYearsEve);

        Assert.Equal("period-closed", (await writer.Record(new Pay("F", 1.00m, "back", new(2025, 11, 30)), bookedOn: NewYearsEve)).Refusal?.Code);
        Assert.Null((await writer.Record(new Pay("F", 1.00m, "on the first open day", NewYear))).Refusal);
    }

    [Fact]
    public async Task Nothing_is_booked_before_it_took_effect()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "receipt"));

        var refused = await writer.Record(new Pay("F", 1.00m, "early", NewYear), bookedOn: NewYearsEve);

        Assert.Equal((422, "date-out-of-order", "bookedOn"), (refused.Refusal!.Status, refused.Refusal.Code, refused.Refusal.Field));
        Assert.Equal(0m, await database.Paid("F"));
    }

    [Fact]
    public async Task One_funds_period_is_no_other_funds()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("G", 10.00m, "receipt"));
        await Close(writer, "F", NewYearsEve);

        Assert.Null((await writer.Record(new Pay("G", 1.00m, "payment", NewYearsEve))).Refusal);
    }

    [Fact]
    public async Task The_service_acknowledges_with_the_entry_at_which_it_closed_and_a_second_request_opens_nothing()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "receipt"));
        var first = Request(1, new byte[32], "F", "R1", NewYearsEve);
        var earlier = Request(2, first.Hash(), "F", "R2", new(2025, 6, 30));

        await writer.Follow("audit", first, earlier);

        var facts = (await database.Entries()).ConvertAll(entry => CloudEvent.Read(entry.Body).Fact);
        Assert.Equal([new PeriodClosed("F", "R1", NewYearsEve), new PeriodClosed("F", "R2", new(2025, 6, 30))], facts.Skip(1));
        Assert.Equal("2025-12-31", await database.Value<string>("select through::text from closed_periods where id = 'F'"));
        Assert.Equal("period-closed", (await writer.Record(new Pay("F", 1.00m, "late", new DateOnly(2025, 7, 1)))).Refusal?.Code);
    }

    [Fact]
    public async Task What_no_person_asked_for_books_on_the_first_open_day()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await Close(writer, "F", new(2026, 3, 31));

        // Followed, it makes the service pay one euro on 3 March 2026 of its own accord.
        await writer.Follow("contracts", CloudEvent.Write(
            new Recorded("contracts", 1, DateTimeOffset.UnixEpoch, "someone", null, Receipt(AccountsEvolution.Matched)), new byte[32]));
        var paid = CloudEvent.Read((await database.Entries())[^1].Body);

        Assert.IsType<TrustFund.Events.Disbursements.V1.PaymentExecuted>(paid.Fact);
        Assert.Equal((new DateOnly(2026, 3, 3), new DateOnly(2026, 4, 1)), (paid.Fact.ValueDate!.Value, paid.BookedOn!.Value));
    }

    static ContributionReceived Receipt(string donor) =>
        new("F", "PLEDGE", "R", donor, Euro.Of(5), Euro.Of(5), Euro.Of(0), new(2026, 3, 2), "BANK");

    static Task<long> Close(Writer writer, string fund, DateOnly through) => writer.Follow("audit", Request(1, new byte[32], fund, "R1", through));

    static CloudEvent Request(long sequence, byte[] previous, string fund, string id, DateOnly through) => CloudEvent.Write(
        new Recorded("audit", sequence, DateTimeOffset.UnixEpoch, "aude", null, new PeriodCloseRequested(fund, id, through, null)), previous);
}
