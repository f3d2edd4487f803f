using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>What the date of a recorded fact may be: near enough to life that a slip of the keyboard is caught.</summary>
static class Dates
{
    // Somewhere it is already tomorrow when the decision is taken in UTC.
    const int DaysAhead = 1;

    static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>A fact lies neither in the future nor before there were such funds.</summary>
    public static Refusal? Refuse(string field, DateOnly date, DateTimeOffset at)
    {
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        if (date < Earliest)
            return Refusal.Rule("date-out-of-range", $"{date:yyyy-MM-dd} is before {Earliest:yyyy-MM-dd}: it must be a slip.", field);
        return date > today.AddDays(DaysAhead)
            ? Refusal.Rule("date-in-the-future", $"{date:yyyy-MM-dd} lies ahead of today, {today:yyyy-MM-dd}: only what has happened is recorded.", field)
            : null;
    }
}
