using System.Globalization;
using TrustFund.Journal.Imports;

namespace TrustFund.Contracts.Imports;

/// <summary>A cell that holds several names with a number each: <c>NE=60|ML=40</c>.</summary>
static class NamedNumbers
{
    /// <summary>What stands in the cell; null when it is empty. What cannot be read is told to the row.</summary>
    public static IReadOnlyList<(string Name, decimal Number)>? Read(ImportRow row, string column)
    {
        if (row.Optional(column, longest: 2000) is not { } text)
            return null;
        var parts = new List<(string, decimal)>();
        foreach (var part in text.Split('|', StringSplitOptions.TrimEntries))
        {
            var cut = part.LastIndexOf('=');
            if (cut <= 0 || !decimal.TryParse(part[(cut + 1)..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                row.Problem(column, $"'{part}' is not a name and a number: write it as NE=60|ML=40.");
            else
                parts.Add((part[..cut].Trim(), number));
        }
        return parts;
    }

    /// <summary>The same as amounts of the currency that stands in another column; none while that cannot be read.</summary>
    public static IReadOnlyList<(string Name, Money Amount)>? Amounts(ImportRow row, string column, string currencyColumn)
    {
        if (Read(row, column) is not { } parts)
            return null;
        var amounts = new List<(string, Money)>();
        if (row.CurrencyOf(currencyColumn) is not { } currency)
            return amounts;
        foreach (var (name, number) in parts)
        {
            if (decimal.Round(number, currency.MinorUnits) != number || number >= Money.Limit)
                row.Problem(column, $"{number} is no amount of {currency}.");
            else
                amounts.Add((name, new Money(number, currency)));
        }
        return amounts;
    }
}
