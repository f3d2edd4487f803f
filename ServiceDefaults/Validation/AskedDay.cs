using System.Globalization;

namespace TrustFund.ServiceDefaults;

/// <summary>
/// A day that a query asks for. The framework would guess at 1/2/2018, and take it for 2 January; this is 2018-02-01 or a 400 that names
/// the parameter.
/// </summary>
/// <param name="Day">The day.</param>
public readonly record struct AskedDay(DateOnly Day)
{
    /// <summary>Reads a day; this is what minimal APIs call.</summary>
    /// <param name="asked">What was asked.</param>
    /// <param name="day">The day.</param>
    public static bool TryParse(string? asked, out AskedDay day)
    {
        var isDay = DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
        day = new(read);
        return isDay;
    }
}
