using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace TrustFund.Journal.Imports;

/// <summary>How every CSV file that people send is written: commas, semicolons or tabs between, quotes as in RFC 4180.</summary>
public static class CsvFormat
{
    /// <summary>The configuration of a reader.</summary>
    /// <param name="wrong">Told the line where quotes are wrong, and what is wrong with them.</param>
    public static CsvConfiguration Of(Action<int, string> wrong) => new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
        Delimiter = ",",
        IgnoreBlankLines = true,
        // Most cells say what a row before said: that is kept once.
        CacheFields = true,
        BadDataFound = bad => wrong(bad.Context.Parser is { } parser ? FirstLine(parser) : 0, "A quote stands where none may: a cell with quotes is quoted whole, and quotes in it are doubled."),
    };

    /// <summary>The line on which the row begins that was read last: the parser tells its last, and a quoted cell may span lines.</summary>
    /// <param name="parser">The parser.</param>
    public static int FirstLine(IParser parser)
    {
        ArgumentNullException.ThrowIfNull(parser);
        var row = parser.RawRecord.AsSpan().Trim("\r\n");
        // A line ends with CR, with LF, or with both together.
        return parser.RawRow - row.Count('\n') - row.Count('\r') + row.Count("\r\n");
    }
}
