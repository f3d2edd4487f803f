using TrustFund.Journal;

namespace TrustFund.Pledges.Rules;

/// <summary>What a quantity of something that is not money must be.</summary>
static class QuantityRules
{
    /// <summary>Above every quantity: with it, a share of any amount can be calculated without losing a digit.</summary>
    public const decimal Limit = 1_000_000_000;

    /// <summary>Refuses a quantity that is not above zero, too large, or finer than hundredths.</summary>
    public static Refusal? Countable(decimal quantity, string field) =>
        quantity <= 0 || quantity >= Limit || decimal.Round(quantity, 2) != quantity
            ? Refusal.Rule("invalid-quantity", $"{quantity} is no such quantity: give a number above 0 and below {Limit:0} with two decimals at most.", field)
            : null;

    /// <summary>Refuses what would carry the fund's total beyond every quantity.</summary>
    public static Refusal? WithinLimit(decimal total, decimal more, string field) =>
        total + more < Limit
            ? null
            : Refusal.Rule("beyond-limit", $"The fund's total would reach {total + more}: totals stay below {Limit:0}.", field);
}
