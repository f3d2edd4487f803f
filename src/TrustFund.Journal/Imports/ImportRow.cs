using System.Globalization;

namespace TrustFund.Journal.Imports;

/// <summary>A row of a file, read by its columns' names. Reading a cell that is not what it must be notes a problem and gives a stand-in.</summary>
public sealed class ImportRow
{
    readonly Func<string, string?> cell;
    readonly ImportProblems problems;

    internal ImportRow(string fund, int line, Func<string, string?> cell, ImportProblems problems)
    {
        (Fund, Line, this.cell, this.problems) = (fund, line, cell, problems);
    }

    /// <summary>Code of the fund the file is imported into.</summary>
    public string Fund { get; }

    /// <summary>The line in the file; the header is line 1.</summary>
    public int Line { get; }

    /// <summary>Whether a problem was noted in this row.</summary>
    internal bool HasProblem { get; private set; }

    /// <summary>Notes a problem.</summary>
    public void Problem(string? column, string message)
    {
        HasProblem = true;
        problems.Add(Line, column, message);
    }

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
        var text = cell(column)?.Trim();
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
    public DateOnly Date(string column) => OptionalDate(column) ?? Missing(column, DateOnly.MinValue);

    /// <summary>A day, or nothing.</summary>
    public DateOnly? OptionalDate(string column)
    {
        if (Optional(column) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Problem(column, $"'{text}' is no day: write it as 2018-12-31.");
        return DateOnly.MinValue;
    }

    /// <summary>A number with a point and without separators of thousands.</summary>
    public decimal Number(string column)
    {
        var text = Text(column);
        const NumberStyles plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text.Length > 0) Problem(column, $"'{text}' is no number: write it as 1234.56, without separators of thousands.");
        return 0;
    }

    /// <summary>An amount, and its currency from another column.</summary>
    public Money Amount(string column, string currencyColumn)
    {
        var number = Number(column);
        var code = Text(currencyColumn);
        if (!Currency.TryParse(code, out var currency))
        {
            if (code.Length > 0) Problem(currencyColumn, $"'{code}' is no currency of ISO 4217.");
            return Money.Zero(Currency.Euro);
        }
        return Amount(column, number, currency);
    }

    /// <summary>An amount in a currency that is known.</summary>
    public Money Amount(string column, Currency currency) => Amount(column, Number(column), currency);

    Money Amount(string column, decimal number, Currency currency)
    {
        // Zeros count too: 1.000 is a thousand to many who write it.
        if (number.Scale <= currency.MinorUnits && Math.Abs(number) < Money.Limit)
            return new(number, currency);
        Problem(column, Math.Abs(number) < Money.Limit
            ? $"{number} has more decimals than the {currency.MinorUnits} of {currency}."
            : $"{number} is larger than any amount may be.");
        return Money.Zero(currency);
    }

    T Missing<T>(string column, T stand)
    {
        if (!HasProblem || cell(column) is null or "") Problem(column, "It is empty.");
        return stand;
    }
}
