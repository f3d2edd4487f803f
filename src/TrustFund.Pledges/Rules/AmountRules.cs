using TrustFund.Journal;

namespace TrustFund.Pledges.Rules;

/// <summary>What every amount of a request must be, whatever it is for.</summary>
static class AmountRules
{
    /// <summary>Refuses an amount that is not above zero or not in the currency that the pledge, or the fund, is kept in.</summary>
    public static Refusal? Bookable(Money amount, Currency books, string field = "amount") => Refusal.All(
        amount.Currency != books
            ? Refusal.Rule("wrong-currency", $"The amount is in {amount.Currency}, but the books are kept in {books}.", field)
            : null,
        Positive(amount, field));

    /// <summary>Refuses an amount that is not above zero.</summary>
    public static Refusal? Positive(Money amount, string field = "amount") => amount.IsPositive
        ? null
        : Refusal.Rule("not-positive", $"The amount is {amount}: it must be greater than zero.", field);

    /// <summary>Refuses what would carry a total of the fund beyond the size that amounts can have.</summary>
    public static Refusal? WithinLimit(decimal total, Money more, string what, string field = "amount") =>
        total + more.Amount < Money.Limit
            ? null
            : Refusal.Rule("beyond-limit", $"The fund's {what} would reach {total + more.Amount} {more.Currency}: totals stay below {Money.Limit:0}.", field);
}
