using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>Amounts are recorded in the currency of their fund's books.</summary>
static class WrongCurrency
{
    /// <summary>Refuses an amount in another currency.</summary>
    public static Refusal? Refuse(FundInput fund, Money amount, string field) => amount.Currency.Code == fund.Currency
        ? null
        : Refusal.Rule("wrong-currency", $"Fund {fund.Id} keeps its books in {fund.Currency}; the amount is {amount}.", field);
}
