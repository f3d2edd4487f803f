namespace TrustFund.Journal.Tests.Deciding;

/// <summary>What a date may be, whichever service asks.</summary>
public sealed class DateRulesTests
{
    static readonly DateTimeOffset Morning = new(2026, 1, 1, 9, 59, 59, TimeSpan.Zero);

    [Fact]
    public void A_day_has_happened_once_it_has_begun_anywhere_on_earth()
    {
        Assert.Null(DateRules.Happened(new(2026, 1, 1), Morning, "paidOn"));
        Assert.Equal(
            Refusal.Rule("date-in-the-future", "2026-01-02 is yet to come: it may be 2026-01-01 at the latest.", "paidOn"),
            DateRules.Happened(new(2026, 1, 2), Morning, "paidOn"));
        Assert.Null(DateRules.Happened(new(2026, 1, 2), Morning.AddSeconds(1), "paidOn"));
    }

    [Fact]
    public void A_value_date_of_a_credit_may_lie_a_week_ahead()
    {
        Assert.Null(DateRules.Happened(new(2026, 1, 8), Morning, "receivedOn", DateRules.ValueDateDays));
        Assert.Equal("date-in-the-future", DateRules.Happened(new(2026, 1, 9), Morning, "receivedOn", DateRules.ValueDateDays)?.Code);
    }

    [Fact]
    public void A_slip_of_the_keyboard_is_caught()
    {
        Assert.Null(DateRules.Happened(new(1990, 1, 1), Morning, "paidOn"));
        Assert.Equal(
            Refusal.Rule("date-out-of-range", "1989-12-31 is not between 1990-01-01 and 2100-12-31.", "paidOn"),
            DateRules.Happened(new(1989, 12, 31), Morning, "paidOn"));
        Assert.Equal("date-out-of-range", DateRules.Planned(new(2101, 1, 1), "dueOn")?.Code);
        Assert.Equal("date-out-of-order", DateRules.NotBefore(new(2026, 1, 1), new(2026, 1, 2), "the request", "paidOn")?.Code);
    }
}
