namespace TrustFund.Disbursements;

/// <summary>Whether the dates that people give can be true.</summary>
static class ValueDates
{
    /// <summary>Refuses a date that has not begun anywhere in the world: a day begins up to 14 hours before it does in UTC.</summary>
    public static Refusal? InFuture(DateOnly date, DateTimeOffset now, string field)
    {
        var latest = DateOnly.FromDateTime(now.UtcDateTime.AddHours(14));
        return date <= latest ? null : Refusal.Rule("date-in-future", $"{date:yyyy-MM-dd} is yet to come: it may be {latest:yyyy-MM-dd} at the latest.", field);
    }
}
