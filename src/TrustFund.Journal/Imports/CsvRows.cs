using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace TrustFund.Journal.Imports;

/// <summary>Reads a file row by row: UTF-8, with a header, commas or semicolons between, quotes as in RFC 4180.</summary>
static class CsvRows
{
    public const int MostRows = 200_000;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The commands of the good rows; what is wrong with the others is noted.</summary>
    public static IEnumerable<ImportedRow> Read(Stream file, ImportKind kind, string fund, ImportProblems problems, Action<int> progress)
    {
        using var reader = new StreamReader(file, Strict);
        using var parser = new CsvParser(reader, Configuration(problems));
        if (!Next(parser, problems))
        {
            problems.Add(1, null, "The file is empty: its first line names the columns.");
            yield break;
        }
        if (Header(parser.Record!, kind, problems) is not { } columns)
            yield break;
        for (var rows = 1; Next(parser, problems); rows++)
        {
            progress(rows);
            if (rows > MostRows)
            {
                problems.Add(parser.RawRow, null, $"A file has {MostRows} rows at most: divide it.");
                yield break;
            }
            var record = parser.Record!;
            if (record.Length != columns.Count)
            {
                problems.Add(parser.RawRow, null, $"It has {record.Length} cells; the header has {columns.Count}.");
                continue;
            }
            var row = new ImportRow(fund, parser.RawRow, name => columns.TryGetValue(name, out var place) ? record[place] : null, problems);
            var command = kind.Read(row);
            if (!row.HasProblem)
                yield return new(row.Line, command);
        }
    }

    static CsvConfiguration Configuration(ImportProblems problems) => new(CultureInfo.InvariantCulture)
    {
        DetectDelimiter = true,
        DetectDelimiterValues = [",", ";", "\t"],
        Delimiter = ",",
        IgnoreBlankLines = true,
        BadDataFound = bad => problems.Add(bad.Context.Parser?.RawRow ?? 0, null, "A quote stands where none may: a cell with quotes is quoted whole, and quotes in it are doubled."),
    };

    /// <summary>The next row, if there is one that can be read.</summary>
    static bool Next(CsvParser parser, ImportProblems problems)
    {
        try
        {
            return parser.Read();
        }
        catch (DecoderFallbackException)
        {
            problems.Add(parser.RawRow + 1, null, "The file is not UTF-8 from here on.");
            return false;
        }
    }

    static Dictionary<string, int>? Header(string[] names, ImportKind kind, ImportProblems problems)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var before = problems.Count;
        for (var place = 0; place < names.Length; place++)
        {
            var name = names[place].Trim();
            if (!kind.Columns.Any(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                problems.Add(1, name, $"There is no such column: {string.Join(", ", kind.Columns.Select(column => column.Name))} are known.");
            else if (!columns.TryAdd(name, place))
                problems.Add(1, name, "The column is there twice.");
        }
        foreach (var missing in kind.Columns.Where(column => column.Required && !columns.ContainsKey(column.Name)))
            problems.Add(1, missing.Name, $"The column is missing: {missing.Description}");
        return problems.Count == before ? columns : null;
    }
}

/// <summary>A row and the command it is.</summary>
sealed record ImportedRow(int Line, Command Command);
