using System.Globalization;
using TrustFund.Journal;

namespace TrustFund.Pledges.Rules;

/// <summary>What every date of a request must be: near enough to life that a slip of the keyboard is caught.</summary>
static class DateRules
{
    /// <summary>No promise to a trust fund is older; an earlier date is a slip.</summary>
    public static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>No deadline and no instalment lies further ahead.</summary>
    public static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>Somewhere it is tomorrow already.</summary>
    public const int TomorrowDays = 1;

    /// <summary>Banks announce value dates some days ahead, across a long weekend.</summary>
    public const int ValueDateDays = 7;

    /// <summary>Refuses a date of something that cannot have happened yet, or not so long ago.</summary>
    public static Refusal? Happened(DateOnly date, DateTimeOffset now, string field, int daysAhead = TomorrowDays)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return date > today.AddDays(daysAhead)
            ? Refusal.Rule("date-in-the-future", $"{Iso(date)} lies ahead of today, {Iso(today)}: only what has happened is recorded.", field)
            : Planned(date, field);
    }

    /// <summary>Refuses a date outside the years that this platform is about.</summary>
    public static Refusal? Planned(DateOnly date, string field) =>
        date < Earliest || date > Latest
            ? Refusal.Rule("date-out-of-range", $"{Iso(date)} is not between {Iso(Earliest)} and {Iso(Latest)}.", field)
            : null;

    /// <summary>Refuses a date before that of what it depends on.</summary>
    public static Refusal? NotBefore(DateOnly date, DateOnly earliest, string what, string field) =>
        date < earliest
            ? Refusal.Rule("date-out-of-order", $"{Iso(date)} is before {what}, {Iso(earliest)}.", field)
            : null;

    static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
