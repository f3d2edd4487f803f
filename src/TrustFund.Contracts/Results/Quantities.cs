using TrustFund.Journal;

namespace TrustFund.Contracts.Results;

/// <summary>What a target or a result may be.</summary>
static class Quantities
{
    /// <summary>What each stays below, so that every sum of them can be shown.</summary>
    public const decimal Limit = 1_000_000_000_000m;

    /// <summary>How many decimals it has at most.</summary>
    public const int Decimals = 6;

    public static Refusal? Refuse(decimal quantity, bool mayBeZero, string field) =>
        quantity < 0 || (quantity == 0 && !mayBeZero) || quantity >= Limit || decimal.Round(quantity, Decimals) != quantity
            ? Refusal.Rule(
                "invalid-quantity",
                $"{quantity} is no such quantity: give a number {(mayBeZero ? "of 0 or more" : "above 0")}, below {Limit:0}, with at most {Decimals} decimals.",
                field)
            : null;
}
