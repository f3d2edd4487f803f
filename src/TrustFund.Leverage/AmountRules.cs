using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>What every amount that is recorded must be.</summary>
static class AmountRules
{
    /// <summary>Refuses an amount that is not in the currency of the fund's books or not above zero.</summary>
    public static Refusal? Refuse(FundInput fund, Money amount, string field) =>
        amount.Currency.Code != fund.Currency
            ? Refusal.Rule("wrong-currency", $"Fund {fund.Id} keeps its books in {fund.Currency}; the amount is {amount}.", field)
            : !amount.IsPositive
            ? Refusal.Rule("not-positive", $"The amount is {amount}: it must be greater than zero.", field)
            : null;
}
