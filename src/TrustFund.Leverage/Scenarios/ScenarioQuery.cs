using System.Globalization;
using System.Text.RegularExpressions;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage;

/// <summary>An amount somebody might add: `DE:100000000.00`, or `GUARANTEE:100000000.00:11.5` with a ratio.</summary>
/// <param name="Code">Code of the donor or instrument, upper case.</param>
/// <param name="Amount">What it would add.</param>
/// <param name="Ratio">How much each unit of it would mobilise, if that was said.</param>
public sealed record Supposed(string Code, decimal Amount, decimal? Ratio);

/// <summary>How scenarios are asked for.</summary>
static partial class ScenarioQuery
{
    const int Most = 50;
    const decimal LargestChange = 1000m;

    /// <summary>What is supposed to be added.</summary>
    /// <param name="field">The parameter's name.</param>
    /// <param name="asked">Its values.</param>
    /// <param name="withRatio">Whether a ratio may stand behind the amount.</param>
    /// <exception cref="InvalidRequestException">There is none, one is not understood, or a code stands twice.</exception>
    public static IReadOnlyList<Supposed> Of(string field, string[]? asked, bool withRatio)
    {
        if (asked is not { Length: > 0 and <= Most })
            throw new InvalidRequestException(field, $"Give 1 to {Most} of it: CODE:amount, such as DE:100000000.00.");
        var supposed = asked.Select((text, index) => Parse($"{field}[{index}]", text, withRatio)).ToList();
        for (var index = 0; index < supposed.Count; index++)
        {
            if (supposed.Take(index).Any(other => other.Code == supposed[index].Code))
                throw new InvalidRequestException($"{field}[{index}]", $"{supposed[index].Code} is named twice.");
        }
        return supposed;
    }

    /// <summary>Amounts must be amounts of the fund's currency.</summary>
    /// <exception cref="InvalidRequestException">One has more decimals than the currency.</exception>
    public static void RequireAmounts(string field, IReadOnlyList<Supposed> supposed, Currency currency)
    {
        for (var index = 0; index < supposed.Count; index++)
        {
            if (decimal.Round(supposed[index].Amount, currency.MinorUnits) != supposed[index].Amount)
                throw new InvalidRequestException($"{field}[{index}]", $"An amount in {currency} has at most {currency.MinorUnits} decimals.");
        }
    }

    /// <summary>By how many percent each assumption is changed; ten and twenty up and down when nobody says.</summary>
    /// <exception cref="InvalidRequestException">One is no percentage above -100 and up to 1000 with at most two decimals, or there are too many.</exception>
    public static IReadOnlyList<decimal> ChangesOf(string? changes)
    {
        if (changes is null)
            return [-20m, -10m, 10m, 20m];
        var parsed = changes.Split(',').Select(text => Percentage().IsMatch(text) ? decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : -100m).ToList();
        return parsed.Count <= Most && parsed.All(change => change is > -100m and <= LargestChange) && parsed.Distinct().Count() == parsed.Count
            ? parsed
            : throw new InvalidRequestException("changes", $"It must be up to {Most} different percentages above -100 and up to 1000, with at most two decimals, separated by commas: -20,-10,10,20.");
    }

    static Supposed Parse(string field, string text, bool withRatio)
    {
        var parts = (text ?? "").Split(':');
        var ratio = parts.Length == 3 && withRatio && PlainRatio().IsMatch(parts[2]) ? Number(parts[2]) : (decimal?)null;
        if (parts.Length is < 2 or > 3 || (parts.Length == 3 && ratio is null) || !Codes.IsCode(parts[0]) || !PlainAmount().IsMatch(parts[1]) || Number(parts[1]) == 0)
            throw new InvalidRequestException(field, $"It must be CODE:amount{(withRatio ? " or CODE:amount:ratio" : "")}, with an amount above zero, such as DE:100000000.00.");
        return new(Codes.Fold(parts[0]), Number(parts[1]), ratio);
    }

    static decimal Number(string text) => decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[0-9]{1,15}(\.[0-9]{1,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainAmount();

    [GeneratedRegex(@"\A[0-9]{1,4}(\.[0-9]{1,4})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainRatio();

    [GeneratedRegex(@"\A[+-]?[0-9]{1,4}(\.[0-9]{1,2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Percentage();
}
