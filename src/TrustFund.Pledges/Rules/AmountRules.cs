using TrustFund.Journal;

namespace TrustFund.Pledges.Rules;

/// <summary>What every amount of a request must be, whatever it is for.</summary>
static class AmountRules
{
    /// <summary>Refuses an amount that is not above zero or not in the currency of the fund's books.</summary>
    public static Refusal? Bookable(Money amount, Currency books, string field = "amount") =>
        amount.Currency != books
            ? Refusal.Rule("wrong-currency", $"The amount is in {amount.Currency}, but the fund keeps its books in {books}.", field)
            : !amount.IsPositive
            ? Refusal.Rule("not-positive", $"The amount is {amount}: it must be greater than zero.", field)
            : null;

    /// <summary>Refuses what would carry a total of the fund beyond the size that amounts can have.</summary>
    public static Refusal? WithinLimit(decimal total, Money more, string what, string field = "amount") =>
        total + more.Amount < Money.Limit
            ? null
            : Refusal.Rule("beyond-limit", $"The fund's {what} would reach {total + more.Amount} {more.Currency}: totals stay below {Money.Limit:0}.", field);
}
