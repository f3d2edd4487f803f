using System.Globalization;
using System.Text.Json;
using TrustFund.Demo.Playing;

namespace TrustFund.Demo.Books;

/// <summary>Audit's reports. One that is provisional, because Audit has yet to apply an entry, is asked for again until it is not.</summary>
sealed class AuditReports(Api api, TimeProvider clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>A report of a fund as of a booking date.</summary>
    /// <param name="fund">Code of the fund.</param>
    /// <param name="report">The report, with whatever else it is asked: <c>attribution?donor=PT</c>.</param>
    /// <param name="asOf">The booking date; null for everything.</param>
    /// <param name="cancellation">That the demo is interrupted.</param>
    /// <exception cref="StoppedException">It stays provisional, or Audit refuses.</exception>
    public async Task<JsonElement> Get(string fund, string report, DateOnly? asOf, CancellationToken cancellation)
    {
        var date = asOf is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{(report.Contains('?', StringComparison.Ordinal) ? '&' : '?')}asOf={asOf:yyyy-MM-dd}");
        var path = $"/funds/{fund}/reports/{report}{date}";
        var started = clock.GetTimestamp();
        while (true)
        {
            var answer = await api.Get("audit", path, cancellation);
            var header = answer.GetProperty("header");
            if (!header.GetProperty("provisional").GetBoolean())
                return answer;
            if (clock.GetElapsedTime(started) > Patience)
                throw new StoppedException($"GET {path} at audit stays provisional: {string.Join(' ', header.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()))}");
            await Task.Delay(Pause, clock, cancellation);
        }
    }
}
