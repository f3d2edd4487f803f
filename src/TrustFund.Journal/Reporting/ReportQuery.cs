using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace TrustFund.Journal.Reporting;

/// <summary>
/// What every report can be asked. What the framework would guess (1/2/2018) is refused before the report is made: a route of reports says
/// so with <see cref="ReportRoutes.AnswersReport"/>.
/// </summary>
/// <param name="AsOf">Only what is booked up to this day counts; everything when left out.</param>
/// <param name="KnownOn">Only what was recorded up to this moment counts; everything when left out.</param>
/// <param name="Format">`json` or `csv`; else the Accept header decides.</param>
/// <param name="Request">The request itself.</param>
public sealed record ReportQuery(
    [property: FromQuery(Name = ReportQuery.AsOfName), Description("Only what is booked up to this day (2018-12-31) counts; everything when left out.")]
    string? AsOf,
    [property: FromQuery(Name = ReportQuery.KnownOnName), Description("Only what was recorded up to this moment (2018-12-31T18:00:00Z) counts; everything when left out.")]
    string? KnownOn,
    [property: FromQuery(Name = ReportQuery.FormatName), Description("json or csv; the Accept header decides when left out.")]
    string? Format,
    HttpRequest Request)
{
    internal const string AsOfName = "asOf";
    internal const string KnownOnName = "knownOn";
    internal const string FormatName = "format";

    static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Whether everything counts that is recorded.</summary>
    public bool IsPresent => AsOf is null && KnownOn is null;

    /// <summary>The day that was asked for; null for everything.</summary>
    public DateOnly? Day => DayOf(AsOf);

    /// <summary>The moment that was asked for, UTC; null for everything.</summary>
    public DateTimeOffset? Moment => DateTimeOffset.TryParseExact(
        KnownOn, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;

    /// <summary>Whether a table is wanted: the Accept header decides when the format is left out, and JSON it is when nobody says.</summary>
    public bool WantsCsv => Format is null
        ? MediaTypeHeaderValue.TryParseList(Request.Headers.Accept, out var accepted)
            && accepted.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault()?.MediaType.Value == CsvTable.MediaType
        : Format == "csv";

    /// <summary>Refuses what is no day of a fund's life, no moment that has been, or no format.</summary>
    /// <param name="now">The present moment.</param>
    public Refusal? Refuse(DateTimeOffset now) =>
        AsOf is not null && Day is null ? Invalid("It must be a day such as 2018-12-31.", AsOfName)
        : Day < DateRules.Earliest || Day > DateRules.Latest
            ? Invalid($"It must be a day from {DateRules.Earliest:yyyy-MM-dd} to {DateRules.Latest:yyyy-MM-dd}.", AsOfName)
        : KnownOn is not null && Moment is null ? Invalid("It must be a moment such as 2018-12-31T18:00:00Z.", KnownOnName)
        : Moment > now ? Invalid("It must not be in the future: nobody knows yet what will be recorded by then.", KnownOnName)
        : Format is not (null or "json" or "csv") ? Invalid("It must be json or csv.", FormatName)
        : null;

    /// <summary>The report in the form that is wanted; 404 when there is none.</summary>
    public Results<Ok<T>, CsvResult, ProblemHttpResult> Answer<T>(T? report, Func<ProblemHttpResult> missing)
        where T : class, IReport
    {
        ArgumentNullException.ThrowIfNull(missing);
        return report is null ? missing() : WantsCsv ? new CsvResult(report.Header, report.ToTable()) : TypedResults.Ok(report);
    }

    /// <summary>A day as it may be asked for; null when it is none.</summary>
    /// <param name="asked">What was asked.</param>
    public static DateOnly? DayOf(string? asked) =>
        DateOnly.TryParseExact(asked, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    internal static ReportQuery Of(HttpRequest request) =>
        new(Text(request, AsOfName), Text(request, KnownOnName), Text(request, FormatName), request);

    static string? Text(HttpRequest request, string name) => request.Query.TryGetValue(name, out var values) ? values.ToString() : null;

    static Refusal Invalid(string what, string field) => new(400, "invalid-request", what, field);
}
