using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>As of which day and as known on which moment a report is asked for. What the framework would guess (1/2/2018) is refused.</summary>
/// <param name="AsOf">Only what is booked up to this day counts; everything when left out.</param>
/// <param name="KnownOn">Only what was recorded up to this moment counts; everything when left out.</param>
sealed record ReportQuery(
    [property: FromQuery(Name = "asOf"), Description("Only what is booked up to this day (2018-12-31) counts; everything when left out.")]
    string? AsOf,
    [property: FromQuery(Name = "knownOn"), Description("Only what was recorded up to this moment (2018-12-31T18:00:00Z) counts; everything when left out.")]
    string? KnownOn)
{
    static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>The day that was asked for; null for everything.</summary>
    /// <exception cref="InvalidRequestException">It is no day.</exception>
    public DateOnly? Day() => AsOf is null ? null
        : DateOnly.TryParseExact(AsOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new InvalidRequestException("asOf", "It must be a day such as 2018-12-31.");

    /// <summary>The moment that was asked for, UTC; null for everything.</summary>
    /// <param name="now">The present moment.</param>
    /// <exception cref="InvalidRequestException">It is no moment, or yet to come.</exception>
    public DateTimeOffset? Moment(DateTimeOffset now)
    {
        if (KnownOn is null)
            return null;
        if (!DateTimeOffset.TryParseExact(KnownOn, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var asked))
            throw new InvalidRequestException("knownOn", "It must be a moment such as 2018-12-31T18:00:00Z.");
        return asked <= now ? asked : throw new InvalidRequestException("knownOn", "It must not be in the future: nobody knows yet what will be recorded by then.");
    }
}
