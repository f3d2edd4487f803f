using TrustFund.Events.Disbursements.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Payments;

/// <summary>What Disbursements has paid under the actions of one window, or under a fund's cross-window actions.</summary>
sealed record WindowPayments : State
{
    public required string Fund { get; init; }

    /// <summary>Code of the window; null for cross-window actions.</summary>
    public string? WindowCode { get; init; }

    public required string Currency { get; init; }

    public decimal Paid { get; init; }

    /// <summary>A window's own key, or one that no window can have.</summary>
    public static string KeyOf(string fund, string? window) => $"{fund}/{window ?? "*"}";

    public static void Apply(States states, PaymentExecuted fact)
    {
        var id = KeyOf(fact.Fund, fact.Window);
        var before = states.Find<WindowPayments>(id)
            ?? new() { Id = id, Fund = fact.Fund, WindowCode = fact.Window, Currency = fact.Amount.Currency.Code };
        states.Put(before with { Paid = before.Paid + fact.Amount.Amount });
    }
}
