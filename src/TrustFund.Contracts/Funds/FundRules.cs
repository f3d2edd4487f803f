using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>What every amount and every date that a fund books must be.</summary>
static class FundRules
{
    public static Refusal? RefuseAmount(this Fund fund, Money amount, string field = "amount") => Refusal.All(
        amount.Currency.Code != fund.Currency
            ? Refusal.Rule("wrong-currency", $"{amount} is not in {fund.Currency}, in which the books of {fund.Id} are kept.", field)
            : null,
        amount.IsPositive ? null : Refusal.Rule("not-positive", $"{amount} is not greater than zero.", field));

    /// <summary>A total that would be no amount any more could not be shown to anybody.</summary>
    public static Refusal? RefuseBeyondLimit(this Fund fund, decimal total, Money more, string what, string field = "amount") =>
        total + more.Amount >= Money.Limit
            ? Refusal.Rule("beyond-limit", $"{what} would reach {total + more.Amount} {fund.Currency}: totals stay below {Money.Limit:0}.", field)
            : null;

    /// <summary>After the contracting deadline nothing new is contracted.</summary>
    public static Refusal? RefuseAfterContractingDeadline(this Fund fund, DateOnly date, string field) => date > fund.ContractingDeadline
        ? Refusal.Rule(
            "after-contracting-deadline",
            $"{date:yyyy-MM-dd} is after the contracting deadline of {fund.Id}, {fund.ContractingDeadline:yyyy-MM-dd}.",
            field)
        : null;

    public static Refusal? RefuseDate(this Fund fund, DateOnly date, DateTimeOffset at, string field) =>
        date < fund.EstablishedOn
            ? Refusal.Rule("date-out-of-order", $"{date:yyyy-MM-dd} is before {fund.Id} was established, on {fund.EstablishedOn:yyyy-MM-dd}.", field)
            : DateRules.Happened(date, at, field);

    public static Refusal UnknownWindow(string fund, string window, string field) =>
        Refusal.Rule("unknown-window", $"{fund} has no window '{window}'.", field);
}
