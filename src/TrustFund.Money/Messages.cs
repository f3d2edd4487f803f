namespace TrustFund;

/// <summary>The refusals that more than one place utters, in a finance officer's words.</summary>
static class Messages
{
    public const string TooLarge = "The amount is too large: amounts stay below 1,000,000,000,000,000.";

    public static string TooPrecise(Currency currency) => currency.MinorUnits switch
    {
        0 => $"The amount has decimals, but {currency} has none: give whole {currency}.",
        var units => $"The amount has too many decimals: {currency} has {units}.",
    };
}
