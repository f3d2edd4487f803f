using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TrustFund.Journal.Reporting;

/// <summary>
/// A table as comma-separated values (RFC 4180), UTF-8 with a byte order mark, by which spreadsheets know it is. A cell that a spreadsheet
/// would take for a formula begins with an apostrophe; plain numbers, negative ones too, stay numbers. Amounts stand without their currency,
/// which has a column of its own; a null is an empty cell.
/// </summary>
/// <param name="Columns">The names of the columns.</param>
/// <param name="Rows">The rows: amounts, numbers, dates, names of enums, texts and nulls, as many as there are columns.</param>
public sealed partial record CsvTable(IReadOnlyList<string> Columns, IEnumerable<IReadOnlyList<object?>> Rows)
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv";

    /// <summary>The whole table as text, without the byte order mark.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, Columns);
        foreach (var row in Rows)
            Append(text, row);
        return text.ToString();
    }

    static void Append(StringBuilder text, IReadOnlyList<object?> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    static string Cell(object? value)
    {
        var plain = Plain(value);
        if (plain.Length > 0 && "=+-@\t\r\n".Contains(plain[0], StringComparison.Ordinal) && !Number().IsMatch(plain))
            plain = $"'{plain}";
        return plain.AsSpan().IndexOfAny(",\"\r\n") < 0 ? plain : $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static string Plain(object? value) => value switch
    {
        null => "",
        Money money => money.Amount.ToString(CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset moment => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        // As the same value stands in JSON.
        Enum name => JsonNamingPolicy.KebabCaseLower.ConvertName(name.ToString()),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    [GeneratedRegex(@"\A-?[0-9]+(\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
