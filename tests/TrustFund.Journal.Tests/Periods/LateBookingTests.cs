using TrustFund.Events.Pledges.V1;
using TrustFund.Journal.Tests.Given;

namespace TrustFund.Journal.Tests.Periods;

/// <summary>Nothing is taken back in the books of a day on which it was not in them yet.</summary>
public sealed class LateBookingTests(Servers servers)
{
    // A receipt of the second of March.
    static readonly DateOnly NextDay = new(2026, 3, 3);
    static readonly DateOnly InMay = new(2026, 5, 1);

    [Fact]
    public async Task A_reversal_is_refused_before_the_day_its_original_is_booked_on_and_accepted_from_it()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "receipt"), bookedOn: InMay);

        foreach (var asked in new DateOnly?[] { null, InMay.AddDays(-1) })
        {
            var refused = await writer.Record(new Undo("F", 10.00m, "receipt", NextDay), key: "undo", bookedOn: asked);
            Assert.Equal((422, "date-out-of-order", "bookedOn"), (refused.Refusal!.Status, refused.Refusal.Code, refused.Refusal.Field));
            Assert.Equal("It reverses what is booked on 2026-05-01: ask for ?bookedOn=2026-05-01 or a later day.", refused.Refusal.Detail);
        }
        Assert.Equal((10.00m, 1L), (await database.Received("F"), await database.CountEntries()));

        // The refusals claimed nothing.
        Assert.Null((await writer.Record(new Undo("F", 10.00m, "receipt", NextDay), key: "undo", bookedOn: InMay)).Refusal);

        Assert.Equal(0m, await database.Received("F"));
        Assert.Equal("receipt 1 2026-05-01", await database.Value<string>("select concat_ws(' ', id, version, booked_on) from late_bookings"));
        Assert.Empty((await writer.Verify()).Findings);
    }

    [Fact]
    public async Task What_is_booked_on_its_value_date_is_reversed_without_a_word_about_days()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "receipt"));
        await writer.Record(new Receive("F", 5.00m, "late"), bookedOn: InMay);

        Assert.Null((await writer.Record(new Undo("F", 10.00m, "receipt", NextDay))).Refusal);

        Assert.Equal((5.00m, 1L), (await database.Received("F"), await database.Value<long>("select count(*) from late_bookings")));
    }

    [Fact]
    public async Task What_follows_from_a_command_and_takes_effect_after_the_day_that_was_asked_for_is_booked_when_it_does()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "receipt"));
        var undo = new Undo("F", 10.00m, "receipt", NextDay, ReplacedOn: InMay);

        var early = await writer.Record(undo, bookedOn: NextDay.AddDays(-1));
        Assert.Equal((422, "date-out-of-order", "bookedOn"), (early.Refusal!.Status, early.Refusal.Code, early.Refusal.Field));
        Assert.Equal("It took effect on 2026-03-03: it cannot be booked on 2026-03-02, before that.", early.Refusal.Detail);
        Assert.Equal(1L, await database.CountEntries());

        Assert.Null((await writer.Record(undo, bookedOn: NextDay.AddDays(1))).Refusal);
        Assert.Equal(
            [("ReceiptReversed", NextDay.AddDays(1)), ("ContributionAllocated", InMay)],
            (await database.Entries()).Skip(1).Select(entry => CloudEvent.Read(entry.Body)).Select(entry => (entry.Fact.GetType().Name, entry.BookedOn!.Value)));
    }

    [Fact]
    public async Task What_was_moved_since_is_not_taken_back_in_the_books_of_a_day_before()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "receipt"));
        var undo = new Undo("F", 10.00m, "receipt", NextDay, MovedOn: InMay);

        foreach (var asked in new DateOnly?[] { null, InMay.AddDays(-1) })
        {
            var refused = await writer.Record(undo, bookedOn: asked);
            Assert.Equal((422, "date-out-of-order", "bookedOn"), (refused.Refusal!.Status, refused.Refusal.Code, refused.Refusal.Field));
            Assert.Equal("The books have what it moves from 2026-05-01 on: ask for ?bookedOn=2026-05-01 or a later day.", refused.Refusal.Detail);
        }
        Assert.Equal((10.00m, 1L), (await database.Received("F"), await database.CountEntries()));

        Assert.Null((await writer.Record(undo, bookedOn: InMay)).Refusal);
        Assert.Equal(0m, await database.Received("F"));
        Assert.Null((await writer.Record(new Undo("F", 1.00m, "other", InMay.AddDays(1), MovedOn: InMay))).Refusal);
    }

    [Fact]
    public void A_refusal_names_a_day_that_is_not_refused()
    {
        var states = States.Everything();
        states.Put(new ClosedPeriod { Id = "F", Through = InMay.AddDays(5), RequestId = "close" });
        states.Put(new LateBooking { Id = "receipt", BookedOn = InMay });
        IReadOnlyList<Events.IFundEvent> facts = [Undo.Fact("F", 10.00m, "receipt", NextDay)];
        Refusal? Refuse(DateOnly? asked, DateOnly? moved) => Books.Refuse(states, facts, asked, DateTimeOffset.UnixEpoch, moved);

        Assert.Equal("It reverses what is booked on 2026-05-01: ask for ?bookedOn=2026-05-07 or a later day.", Refuse(null, null)?.Detail);
        Assert.Equal("The books have what it moves from 2026-05-03 on: ask for ?bookedOn=2026-05-07 or a later day.", Refuse(null, InMay.AddDays(2))?.Detail);
        Assert.Equal("The books have what it moves from 2026-05-11 on: ask for ?bookedOn=2026-05-11 or a later day.", Refuse(InMay.AddDays(6), InMay.AddDays(10))?.Detail);
        Assert.Null(Refuse(InMay.AddDays(6), InMay));
        Assert.Null(Refuse(InMay.AddDays(10), InMay.AddDays(10)));
    }

    [Fact]
    public async Task One_group_may_book_late_and_not_reverse_earlier()
    {
        var database = await servers.NewDatabase();
        await using var writer = new Writer(database.App);
        var received = writer.Record(new Receive("F", 10.00m, "receipt"), bookedOn: InMay);
        var early = writer.Record(new Undo("F", 10.00m, "receipt", NextDay));
        var undone = writer.Record(new Undo("F", 10.00m, "receipt", NextDay), bookedOn: InMay.AddDays(1));

        await writer.Start();

        Assert.Null((await received).Refusal);
        Assert.Equal("date-out-of-order", (await early).Refusal?.Code);
        Assert.Null((await undone).Refusal);
        Assert.Empty((await writer.Verify()).Findings);
    }

    [Fact]
    public async Task What_no_person_asked_for_is_booked_no_earlier_than_what_it_reverses()
    {
        var database = await servers.NewDatabase();
        await using var writer = await Writer.Open(database);
        await writer.Record(new Receive("F", 10.00m, "receipt"), bookedOn: InMay);

        await writer.Follow("contracts", CloudEvent.Write(
            new Recorded("contracts", 1, DateTimeOffset.UnixEpoch, "someone", null, new ContributionReceived(
                "F", "PLEDGE", "receipt", AccountsEvolution.Undoing, Euro.Of(1), Euro.Of(1), Euro.Of(0), NextDay, "BANK")),
            new byte[32]));

        var reversed = CloudEvent.Read((await database.Entries())[^1].Body);
        Assert.IsType<ReceiptReversed>(reversed.Fact);
        Assert.Equal((NextDay, InMay), (reversed.Fact.ValueDate!.Value, reversed.BookedOn!.Value));
    }
}
