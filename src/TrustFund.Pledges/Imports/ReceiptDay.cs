using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.Journal;
using TrustFund.Journal.Imports;

namespace TrustFund.Pledges.Imports;

/// <summary>When the money of a row arrived.</summary>
/// <param name="On">The bank's value date; where the source publishes quarters only, the quarter's last day, or today while it lasts.</param>
/// <param name="IsExact">Whether the row tells the day itself.</param>
sealed partial record ReceiptDay(DateOnly On, bool IsExact)
{
    static readonly ReceiptDay Unknown = new(DateOnly.MinValue, IsExact: false);

    /// <summary>The quarter, which is the same whether a file tells the day or not.</summary>
    public string Quarter => QuarterOf(On);

    public static string QuarterOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}-Q{(day.Month + 2) / 3}");

    /// <summary>The columns that a row may tell it by.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["receipt_date", "receipt_quarter", "calendar_year"];

    /// <summary>Whether its quarter lasts still: the day of today is booked, which the money's own day cannot be told from later.</summary>
    public bool IsOfRunningQuarter => !IsExact && !EndsQuarter(On);

    /// <summary>Whether it is the day that is booked where only the quarter is known.</summary>
    public static bool EndsQuarter(DateOnly day) => day.Month % 3 == 0 && day.Day == DateTime.DaysInMonth(day.Year, day.Month);

    public static ReceiptDay Read(ImportRow row)
    {
        if (row.OptionalDate("receipt_date") is { } date)
            return new(date, IsExact: true);
        if (row.Optional("receipt_quarter") is { } quarter)
            return OfQuarter(row, quarter);
        var column = row.Optional("calendar_year") is null || row.IsUnreadable("receipt_date") ? "receipt_date" : "receipt_quarter";
        row.Problem(column, "It is not told when the money arrived: give the bank's value date, or the quarter and the calendar year.");
        return Unknown;
    }

    static ReceiptDay OfQuarter(ImportRow row, string text)
    {
        var match = QuarterShape().Match(text);
        if (!match.Success)
        {
            row.Problem("receipt_quarter", $"'{text}' is no quarter: write it as Q1, or as 2018-Q1.");
            if (row.Optional("calendar_year") is { } alone)
                Year(row, alone);
            return Unknown;
        }
        var own = match.Groups["year"].Success ? match.Groups["year"].Value : null;
        var year = own is null ? row.Text("calendar_year") : row.Optional("calendar_year") ?? own;
        if (Year(row, year) is not { } number)
            return Unknown;
        if (own is not null && own != year)
        {
            row.Problem("receipt_quarter", $"'{text}' is not a quarter of the calendar year {year}.");
            return Unknown;
        }
        var first = new DateOnly(number, (3 * int.Parse(match.Groups["quarter"].ValueSpan, CultureInfo.InvariantCulture)) - 2, 1);
        if (first > row.Today)
            row.Problem("receipt_quarter", $"The quarter that begins on {first:yyyy-MM-dd} has not come yet.");
        var last = first.AddMonths(3).AddDays(-1);
        return new(last < row.Today ? last : row.Today, IsExact: false);
    }

    static int? Year(ImportRow row, string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= DateRules.Earliest.Year && year <= DateRules.Latest.Year)
            return year;
        row.Problem("calendar_year", $"'{text}' is no year from {DateRules.Earliest.Year} to {DateRules.Latest.Year}.");
        return null;
    }

    [GeneratedRegex(@"\A((?<year>[0-9]{4})[ -]?(?=Q))?(Q|QTR)? ?(?<quarter>[1-4])\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex QuarterShape();
}
