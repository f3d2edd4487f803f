using System.Globalization;

namespace TrustFund.Pledges.Reading;

static class Days
{
    /// <summary>The day it is, UTC.</summary>
    public static DateOnly Of(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>A day as a query's text parameter.</summary>
    public static string Iso(this DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day it is, UTC.</summary>
    public static DateOnly Today(this TimeProvider clock) => Of(clock.GetUtcNow());
}
