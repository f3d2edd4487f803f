namespace TrustFund.Journal;

/// <summary>What every date of a request must be: near enough to life that a slip of the keyboard is caught.</summary>
public static class DateRules
{
    /// <summary>No promise to a trust fund is older; an earlier date is a slip.</summary>
    public static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>No deadline and no instalment lies further ahead.</summary>
    public static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>Banks announce the value dates of credits some days ahead, across a long weekend.</summary>
    public const int ValueDateDays = 7;

    // The first time zone in which a day begins is 14 hours ahead.
    static readonly TimeSpan FirstZone = TimeSpan.FromHours(14);

    /// <summary>The latest day that has begun anywhere on earth.</summary>
    /// <param name="at">The moment, UTC.</param>
    public static DateOnly LatestBegun(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime + FirstZone);

    /// <summary>Refuses a date of something that cannot have happened yet, or not so long ago.</summary>
    /// <param name="date">The date.</param>
    /// <param name="at">When it is decided, UTC.</param>
    /// <param name="field">The field that holds it.</param>
    /// <param name="daysAhead">How far ahead of the latest day that has begun it may lie.</param>
    public static Refusal? Happened(DateOnly date, DateTimeOffset at, string field, int daysAhead = 0)
    {
        var latest = LatestBegun(at).AddDays(daysAhead);
        return date > latest
            ? Refusal.Rule("date-in-the-future", $"{date:yyyy-MM-dd} is yet to come: it may be {latest:yyyy-MM-dd} at the latest.", field)
            : Planned(date, field);
    }

    /// <summary>Refuses a date outside the years that trust funds are about.</summary>
    /// <param name="date">The date.</param>
    /// <param name="field">The field that holds it.</param>
    public static Refusal? Planned(DateOnly date, string field) =>
        date < Earliest || date > Latest
            ? Refusal.Rule("date-out-of-range", $"{date:yyyy-MM-dd} is not between {Earliest:yyyy-MM-dd} and {Latest:yyyy-MM-dd}.", field)
            : null;

    /// <summary>Refuses a date before that of what it depends on.</summary>
    /// <param name="date">The date.</param>
    /// <param name="earliest">The date of what it depends on.</param>
    /// <param name="what">What that is, as in "before the pledge's announcement".</param>
    /// <param name="field">The field that holds it.</param>
    public static Refusal? NotBefore(DateOnly date, DateOnly earliest, string what, string field) =>
        date < earliest
            ? Refusal.Rule("date-out-of-order", $"{date:yyyy-MM-dd} is before {what}, {earliest:yyyy-MM-dd}.", field)
            : null;
}
