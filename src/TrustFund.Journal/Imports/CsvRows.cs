using System.Text;
using CsvHelper;

namespace TrustFund.Journal.Imports;

/// <summary>Reads a file row by row: UTF-8, with a header, commas or semicolons between, quotes as in RFC 4180.</summary>
static class CsvRows
{
    public const int MostRows = 200_000;

    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The rows; what is wrong with them is noted.</summary>
    public static IEnumerable<ImportedRow> Read(Stream file, ImportKind kind, string fund, DateOnly today, ImportFindings found, Action<int> progress)
    {
        var problems = found.Problems;
        using var reader = new StreamReader(file, Strict);
        using var parser = new CsvParser(reader, CsvFormat.Of((line, message) => problems.Add(line, null, message)));
        if (!Next(parser, problems))
        {
            if (problems.Count == 0) problems.Add(1, null, "The file is empty: its first line names the columns.");
            yield break;
        }
        // Where quotes are wrong, which shows when the cells are asked for, nobody knows what the cells are.
        var names = parser.Record!;
        if (problems.Count > 0 || ImportHeader.Read(names, kind, problems) is not { } header)
            yield break;
        var sheet = new ImportSheet(kind, fund, today, header, found);
        for (var (rows, before) = (1, problems.Count); Next(parser, problems); rows++, before = problems.Count)
        {
            progress(rows);
            if (rows > MostRows)
            {
                problems.Add(CsvFormat.FirstLine(parser), null, $"A file has {MostRows} rows at most: divide it.");
                yield break;
            }
            var cells = parser.Record!;
            if (problems.Count > before)
                continue;
            var line = CsvFormat.FirstLine(parser);
            if (cells.Length != header.Width)
                problems.Add(line, null, $"It has {cells.Length} cells; the header has {header.Width}.");
            else
                yield return sheet.Read(line, cells);
        }
    }

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
}
