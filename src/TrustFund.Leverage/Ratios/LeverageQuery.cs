using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>How leverage is asked for: what the framework would guess from a query (numbers for names, "1,0" for 10) is refused.</summary>
static partial class LeverageQuery
{
    const decimal LargestMatch = 10m;

    /// <summary>The basis; headline when nobody says.</summary>
    /// <exception cref="InvalidRequestException">It is neither basis.</exception>
    public static Basis BasisOf(string? basis) => basis switch
    {
        null or "headline" => Basis.Headline,
        "cash" => Basis.Cash,
        _ => throw new InvalidRequestException("basis", "It must be headline or cash."),
    };

    /// <summary>What others add to each euro; one euro when nobody says.</summary>
    /// <exception cref="InvalidRequestException">It is no plain number above 0 and up to 10 with at most four decimals.</exception>
    public static decimal MatchOf(string? by)
    {
        if (by is null)
            return 1m;
        var match = PlainNumber().IsMatch(by) ? decimal.Parse(by, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : 0m;
        return match is > 0m and <= LargestMatch
            ? match
            : throw new InvalidRequestException("by", "It must be a number above 0 and up to 10, with at most four decimals, such as 0.5.");
    }

    [GeneratedRegex(@"\A[0-9]{1,2}(\.[0-9]{1,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
