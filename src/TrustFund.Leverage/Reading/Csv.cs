using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>A table as text (RFC 4180): commas, CRLF, a header, and quotation marks where a cell needs them.</summary>
static class Csv
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv";

    /// <summary>Whether CSV is asked for; the Accept header decides when the format is left out, and JSON it is when nobody says.</summary>
    /// <exception cref="InvalidRequestException">It is neither format.</exception>
    public static bool IsAsked(string? format, HttpRequest request) => format switch
    {
        null => request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault()?.MediaType.Value == MediaType,
        "json" => false,
        "csv" => true,
        _ => throw new InvalidRequestException("format", "It must be json or csv."),
    };

    /// <summary>The table as an answer; what it stands for is in the answer's headers.</summary>
    public static ContentHttpResult Answer(HttpContext http, ReportHeader? report, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
    {
        report?.AddTo(http.Response.Headers);
        return TypedResults.Text(Text(header, rows), $"{MediaType}; header=present", Encoding.UTF8);
    }

    /// <summary>The table. Amounts stand without their currency, which has a column of its own; a null is an empty cell.</summary>
    public static string Text(IReadOnlyList<string> header, IEnumerable<IReadOnlyList<object?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows.Prepend([.. header]))
            text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return text.ToString();
    }

    static string Cell(object? value) => value switch
    {
        null => "",
        Money money => money.Amount.ToString(CultureInfo.InvariantCulture),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        Enum name => StrictJson.Options.GetTypeInfo(name.GetType()) is { } type
            ? System.Text.Json.JsonSerializer.Serialize(name, type).Trim('"')
            : throw new InvalidOperationException($"{name} has no name."),
        _ => Quoted(Harmless(value.ToString()!)),
    };

    // A spreadsheet would take such a text for a formula; a number may begin with a sign.
    static string Harmless(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;

    static string Quoted(string text) => text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
