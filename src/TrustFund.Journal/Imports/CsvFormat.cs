using System.Globalization;
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
        BadDataFound = bad => wrong(bad.Context.Parser?.RawRow ?? 0, "A quote stands where none may: a cell with quotes is quoted whole, and quotes in it are doubled."),
    };
}
