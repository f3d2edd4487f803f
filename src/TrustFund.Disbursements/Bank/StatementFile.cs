using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using TrustFund.Journal.Imports;

namespace TrustFund.Disbursements.Bank;

/// <summary>One line of a statement's file.</summary>
/// <param name="Account">The fund's account.</param>
/// <param name="ValueOn">The bank's value date.</param>
/// <param name="Amount">Negative for what went out.</param>
/// <param name="Reference">The bank's reference.</param>
/// <param name="Counterparty">Who paid or was paid.</param>
/// <param name="Description">What for, as the bank says.</param>
sealed record StatementLine(string Account, DateOnly ValueOn, Money Amount, string Reference, string? Counterparty, string? Description);

/// <summary>What is wrong with one cell.</summary>
/// <param name="Field">Where: <c>row 4, amount</c>; the header is row 1.</param>
/// <param name="Message">What it must be.</param>
sealed record StatementProblem(string Field, string Message);

/// <summary>
/// A bank statement as CSV: UTF-8, commas, semicolons or tabs between, quotes as in RFC 4180, the columns named in the first row, in any order.
/// It is good as a whole or not at all.
/// </summary>
sealed class StatementFile
{
    /// <summary>How many lines one file may have: a day's or a month's statement, not a history.</summary>
    public const int MostLines = 5_000;

    static readonly string[] Required = ["account", "value_date", "amount", "currency", "reference"];

    static readonly string[] Known = [.. Required, "counterparty", "description"];

    readonly List<StatementLine> lines = [];
    readonly List<StatementProblem> problems = [];

    /// <summary>SHA-256 of the file, as lower-case hexadecimal digits.</summary>
    public string Hash { get; private init; } = "";

    public IReadOnlyList<StatementLine> Lines => lines;

    /// <summary>Everything that is wrong with it, in order; none when it is good.</summary>
    public IReadOnlyList<StatementProblem> Problems => problems;

    public static StatementFile Read(byte[] bytes)
    {
        var file = new StatementFile { Hash = Convert.ToHexStringLower(SHA256.HashData(bytes)) };
        try
        {
            using var text = new StreamReader(new MemoryStream(bytes), new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var parser = new CsvParser(text, CsvFormat.Of((line, message) => file.Add(line, null, message)));
            file.Read(parser);
        }
        catch (DecoderFallbackException)
        {
            file.Add(1, null, "The file is not UTF-8.");
        }
        return file;
    }

    void Read(CsvParser parser)
    {
        if (!parser.Read())
        {
            Add(1, null, "The file is empty: its first row names the columns.");
            return;
        }
        var columns = parser.Record!.Select(name => name.Trim().ToLowerInvariant()).ToList();
        foreach (var missing in Required.Except(columns))
            Add(1, missing, "The column is missing.");
        foreach (var name in columns.Where((name, place) => !Known.Contains(name) || columns.IndexOf(name) != place))
            Add(1, name, $"It is there twice, or no column of a statement: these are {string.Join(", ", Known)}.");
        if (problems.Count > 0)
            return;
        for (var row = 2; parser.Read(); row++)
        {
            if (lines.Count >= MostLines)
            {
                Add(row, null, $"A file has {MostLines} lines at most: divide it.");
                return;
            }
            if (parser.Record!.Length == columns.Count)
                ReadLine(row, columns.Zip(parser.Record!).ToDictionary(cell => cell.First, cell => cell.Second.Trim()));
            else
                Add(row, null, $"It has {parser.Record!.Length} cells; the first row has {columns.Count}.");
        }
        if (lines.Count == 0 && problems.Count == 0)
            Add(1, null, "It has no lines.");
        foreach (var (line, place) in lines.Select((line, place) => (line, place)).Where(one => one.line.Account != lines[0].Account))
            Add(place + 2, "account", $"A statement is of one account: its first line is of {lines[0].Account}, and this of {line.Account}.");
    }

    void ReadLine(int row, Dictionary<string, string> cells)
    {
        var before = problems.Count;
        foreach (var name in Required.Where(name => cells[name].Length == 0))
            Add(row, name, "It is empty.");
        if (cells["value_date"].Length > 0 & !DateOnly.TryParseExact(cells["value_date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Add(row, "value_date", $"'{cells["value_date"]}' is no day: write it as 2018-12-31.");
        if (cells["currency"].Length > 0 & !Currency.TryParse(cells["currency"], out var currency))
            Add(row, "currency", $"'{cells["currency"]}' is no currency of ISO 4217.");
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (cells["amount"].Length > 0 & !decimal.TryParse(cells["amount"], plain, CultureInfo.InvariantCulture, out var amount))
            Add(row, "amount", $"'{cells["amount"]}' is no number: write it as -1234.56, without separators of thousands.");
        foreach (var (name, longest) in ((string, int)[])[("account", 40), ("reference", 80), ("counterparty", 200), ("description", 500)])
        {
            if (cells.GetValueOrDefault(name)?.Length > longest)
                Add(row, name, $"It has more than {longest} characters.");
        }
        if (problems.Count > before)
            return;
        if (amount == 0 || decimal.Round(amount, currency.MinorUnits) != amount || Math.Abs(amount) >= Money.Limit)
            Add(row, "amount", $"{amount} is no amount of {currency}: not zero, at most {currency.MinorUnits} decimals, below 10^15.");
        else
            lines.Add(new(cells["account"], date, new(amount, currency), cells["reference"], Text(cells, "counterparty"), Text(cells, "description")));
    }

    void Add(int row, string? column, string message) => problems.Add(new(column is null ? $"row {row}" : $"row {row}, {column}", message));

    static string? Text(Dictionary<string, string> cells, string name) => cells.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;
}
