using TrustFund.Journal;

namespace TrustFund.Pledges.Rules;

/// <summary>What an exchange rate of a request must be.</summary>
static class RateRules
{
    /// <summary>Refuses a rate between a currency and itself, or one that no rate can be.</summary>
    public static Refusal? Publishable(Currency @base, Currency quote, decimal rate, string prefix = "") =>
        @base == quote
            ? Refusal.Rule("wrong-rate-pair", $"A rate between {@base} and itself is no rate.", $"{prefix}quote")
            : rate <= 0 || rate >= FxRate.Limit || decimal.Round(rate, FxRate.MaximumDecimals) != rate
            ? Refusal.Rule("invalid-rate", $"{rate} is no rate: give a number above zero with {FxRate.MaximumDecimals} decimals at most.", $"{prefix}rate")
            : null;
}
