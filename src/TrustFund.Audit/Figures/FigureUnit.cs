using System.Diagnostics.CodeAnalysis;

namespace TrustFund.Audit.Figures;

/// <summary>The unit of a published figure: a currency, alone or after a scale, or a plain number of things.</summary>
/// <param name="Scale">How many of the currency one unit is.</param>
/// <param name="Currency">The currency; null for a number of things.</param>
sealed record FigureUnit(decimal Scale, Currency? Currency)
{
    /// <summary>The unit of a number of things.</summary>
    public const string Count = "count";

    /// <summary>Reads <c>EUR</c>, <c>k EUR</c>, <c>m EUR</c>, <c>bn EUR</c> or <c>count</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out FigureUnit? unit)
    {
        if (text == Count)
        {
            unit = new(1, null);
            return true;
        }
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        decimal? scale = words switch
        {
            [_] => 1,
            ["k", _] => 1_000,
            ["m", _] => 1_000_000,
            ["bn", _] => 1_000_000_000,
            _ => null,
        };
        unit = scale is { } factor && TrustFund.Currency.TryParse(words[^1], out var currency) ? new FigureUnit(factor, currency) : null;
        return unit is not null;
    }
}
