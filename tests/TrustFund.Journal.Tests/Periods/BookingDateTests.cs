using TrustFund.Events.Pledges.V1;

namespace TrustFund.Journal.Tests.Periods;

/// <summary>The period that what answers another fact belongs to.</summary>
public sealed class BookingDateTests
{
    static readonly DateTimeOffset Now = new(2026, 1, 15, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly December = new(2025, 12, 20);
    static readonly DateOnly January = new(2026, 1, 5);

    [Fact]
    public void An_answer_is_booked_no_earlier_than_what_it_answers()
    {
        Assert.Equal(January, Books.DateOfAnswer(Fact(December), Followed(Fact(December), January), Now));
        Assert.Equal(December, Books.DateOfAnswer(Fact(December), Followed(Fact(December), December), Now));
        Assert.Equal(January, Books.DateOfAnswer(Fact(January), Followed(Fact(December), December), Now));
    }

    [Fact]
    public void What_has_no_date_of_its_own_does_not_move_its_answer() =>
        Assert.Equal(December, Books.DateOfAnswer(Fact(December), Followed(new WindowOpened("F", "W", "Window"), January), Now));

    static InterestBooked Fact(DateOnly on) => new("F", "interest", Money.Euros(1), true, on, "bank", null);

    static Recorded Followed(TrustFund.Events.IFundEvent fact, DateOnly on) => new("disbursements", 1, Now, "fiona", null, fact) { BookedOn = on };
}
