using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Reports;

/// <summary>What every report can be asked.</summary>
/// <param name="AsOf">Only what is booked up to this day counts; everything when left out.</param>
/// <param name="KnownOn">Only what was recorded up to this moment counts; everything when left out.</param>
/// <param name="Format">`json` or `csv`; else the Accept header decides.</param>
/// <param name="Request">The request itself.</param>
sealed record ReportQuery(
    [property: FromQuery(Name = "asOf"), Description("Only what is booked up to this day counts; everything when left out.")]
    DateOnly? AsOf,
    [property: FromQuery(Name = "knownOn"), Description("Only what was recorded up to this moment (ISO 8601) counts; everything when left out.")]
    DateTimeOffset? KnownOn,
    [property: FromQuery(Name = "format"), Description("json or csv; the Accept header decides when left out.")]
    string? Format,
    HttpRequest Request)
{
    /// <summary>Whether a table is wanted.</summary>
    /// <exception cref="InvalidRequestException">The format is neither.</exception>
    public bool WantsCsv() => Format switch
    {
        null => Prefers(),
        "csv" => true,
        "json" => false,
        _ => throw new InvalidRequestException("format", "It must be json or csv."),
    };

    /// <summary>The moment that was asked for, or now.</summary>
    /// <exception cref="InvalidRequestException">It is yet to come.</exception>
    public DateTimeOffset Moment(DateTimeOffset now) => KnownOn is not { } asked ? now
        : asked <= now ? asked.ToUniversalTime()
        : throw new InvalidRequestException("knownOn", "It must not be in the future: nobody knows yet what will be recorded by then.");

    bool Prefers() => MediaTypeHeaderValue.TryParseList(Request.Headers.Accept, out var accepted)
        && accepted.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault()?.MediaType.Value == CsvTable.MediaType;
}
