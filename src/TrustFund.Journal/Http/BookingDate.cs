using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace TrustFund.Journal.Http;

/// <summary>Endpoint metadata: the command takes a booking date, <c>?bookedOn=2018-12-31</c>; the value date when left out.</summary>
public sealed class BookingDate : IFromQueryMetadata
{
    const string Name = "bookedOn";

    /// <summary>The query parameter, as the OpenAPI document shows it.</summary>
    string IFromQueryMetadata.Name => Name;

    internal static DateOnly? Of(HttpRequest request) =>
        DateOnly.TryParseExact(request.Query[Name].ToString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    internal static Refusal? Refuse(HttpRequest request, TimeProvider clock)
    {
        if (!request.Query.ContainsKey(Name))
            return null;
        var latest = DateRules.LatestBegun(clock.GetUtcNow());
        return Of(request) is not { } date ? new(400, "invalid-request", "'bookedOn' is a day such as 2018-12-31.", Name)
            : date < DateRules.Earliest || date > latest ? Refusal.Rule("date-out-of-range", $"Nothing is booked on {date:yyyy-MM-dd}: give a day from {DateRules.Earliest:yyyy-MM-dd} to {latest:yyyy-MM-dd}.", Name)
            : null;
    }
}
