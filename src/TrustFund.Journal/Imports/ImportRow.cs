using System.Globalization;

namespace TrustFund.Journal.Imports;

/// <summary>A row of a file, read by its columns' names. Reading a cell that is not what it must be notes a problem and gives a stand-in.</summary>
public sealed class ImportRow
{
    const string Days = "write it as 2018-12-31";

    static readonly string[] DayFormats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.fff", "d-MMM-yyyy"];

    readonly ImportSheet sheet;
    readonly string[] cells;
    readonly HashSet<string> unreadable;
    List<(string Column, decimal Number)>? numbers;

    internal ImportRow(ImportSheet sheet, int line, string[] cells)
    {
        (this.sheet, Line, this.cells) = (sheet, line, cells);
        unreadable = [.. sheet.Header.Missing, .. sheet.Header.Doubtful.Where(column => !string.IsNullOrWhiteSpace(cells[column.Place])).SelectMany(column => column.MayBe)];
    }

    /// <summary>Code of the fund the file is imported into.</summary>
    public string Fund => sheet.Fund;

    /// <summary>The day the file is read, UTC.</summary>
    public DateOnly Today => sheet.Today;

    /// <summary>The line in the file; the header is line 1.</summary>
    public int Line { get; }

    /// <summary>Whether a problem was noted in this row.</summary>
    internal bool HasProblem { get; private set; }

    /// <summary>The columns whose problem is noted, here or for all rows at once.</summary>
    internal IReadOnlySet<string> Unreadable => unreadable;

    /// <summary>Notes a problem; of one cell the first alone, as what follows comes of it.</summary>
    public void Problem(string? column, string message)
    {
        HasProblem = true;
        if (column is null || unreadable.Add(column))
            sheet.Found.Problems.Add(Line, column, message);
    }

    /// <summary>Whether a problem was noted of one of these columns.</summary>
    public bool IsUnreadable(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (unreadable.Contains(column))
                return true;
        }
        return false;
    }

    /// <summary>Whether nothing stands in a column, or it is not there.</summary>
    internal bool IsEmpty(string column) => string.IsNullOrWhiteSpace(Cell(column));

    /// <summary>The numbers that amounts were made of, or were to be.</summary>
    internal IReadOnlyList<(string Column, decimal Number)> Amounts => numbers ?? [];

    /// <summary>Says that the row is passed over, which is no problem.</summary>
    public void PassOver(string? column, string reason) => sheet.Found.Notices.Add(Line, column, reason);

    /// <summary>What the rows of the file have in common, made for its first row that asks. It is filled while the file is read, and only read after that.</summary>
    public T Shared<T>()
        where T : class, new() => sheet.Shared<T>();

    /// <summary>A text that must be there.</summary>
    public string Text(string column, int longest = 200)
    {
        var text = Optional(column, longest);
        if (text is null) Problem(column, "It is empty.");
        return text ?? "";
    }

    /// <summary>A text that may be empty, which is null, or whose column may be missing.</summary>
    public string? Optional(string column, int longest = 200)
    {
        var text = Cell(column)?.Trim();
        if (text?.Any(char.IsControl) == true)
        {
            Problem(column, "It holds a character that cannot be read: control characters have no place in a file.");
            return "?";
        }
        if (text?.Length > longest)
        {
            Problem(column, $"It has {text.Length} characters; {longest} are the most.");
            return text[..longest];
        }
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>A day, <c>2018-12-31</c>.</summary>
    public DateOnly Date(string column)
    {
        if (OptionalDate(column) is { } date)
            return date;
        Problem(column, "It is empty.");
        return DateOnly.MinValue;
    }

    /// <summary>A day, or nothing. <c>2018-12-31T00:00:00.000</c> and <c>31-Dec-2018</c> are the same day and as sure.</summary>
    public DateOnly? OptionalDate(string column)
    {
        if (Optional(column) is not { } text)
            return null;
        if (DateTime.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return DateOnly.FromDateTime(date);
        Problem(column, text.Contains('/', StringComparison.Ordinal)
            ? $"'{text}' may be read in two ways, with the month first or the day: {Days}."
            : $"'{text}' is no day: {Days}.");
        return DateOnly.MinValue;
    }

    /// <summary>A number with a point and without separators of thousands.</summary>
    public decimal Number(string column)
    {
        var text = Text(column);
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var number))
            return number;
        Problem(column, $"'{text}' is no number: write it as 1234.56, without separators of thousands.");
        return 0;
    }

    /// <summary>An amount, and its currency from another column.</summary>
    public Money Amount(string column, string currencyColumn)
    {
        var number = Number(column);
        if (!IsUnreadable(column))
            (numbers ??= []).Add((column, number));
        return CurrencyOf(currencyColumn) is { } currency ? Amount(column, number, currency) : Money.Zero(Currency.Euro);
    }

    /// <summary>A currency; null when it could not be read.</summary>
    public Currency? CurrencyOf(string column)
    {
        var code = Text(column);
        if (Currency.TryParse(code, out var currency))
            return currency;
        Problem(column, $"'{code}' is no currency of ISO 4217.");
        return null;
    }

    Money Amount(string column, decimal number, Currency currency)
    {
        // Zeros count too: 1.000 is a thousand to many who write it. Fewer than three digits cannot be meant so: sources write 1000000.0 yen.
        var plain = decimal.Round(number, currency.MinorUnits);
        if ((number.Scale <= currency.MinorUnits || (number.Scale < 3 && plain == number)) && Math.Abs(number) < Money.Limit)
            return new(plain, currency);
        Problem(column, Math.Abs(number) < Money.Limit
            ? $"{number} has more decimals than the {currency.MinorUnits} of {currency}."
            : $"{number} is larger than any amount may be.");
        return Money.Zero(currency);
    }

    internal string? Cell(string column) => sheet.Header.Places.TryGetValue(column, out var place) ? cells[place] : null;
}
