using TrustFund.Journal;

namespace TrustFund.Contracts.Payments;

/// <summary>What Disbursements has paid under the actions of one window, or under a fund's cross-window actions, net of what came back.</summary>
sealed record WindowPayments : State
{
    public required string Fund { get; init; }

    /// <summary>Code of the window; null for cross-window actions.</summary>
    public string? WindowCode { get; init; }

    public required string Currency { get; init; }

    /// <summary>Payments less what was reversed, returned and recovered: net paid.</summary>
    public decimal Paid { get; init; }

    /// <summary>What came back from partners: taken off <see cref="Paid"/>.</summary>
    public decimal Recovered { get; init; }

    /// <summary>A window's own key, or one that no window can have.</summary>
    public static string KeyOf(string fund, string? window) => $"{fund}/{window ?? "*"}";

    public static void Apply(States states, PaymentChange change)
    {
        var id = KeyOf(change.Fund, change.Window);
        var before = states.Find<WindowPayments>(id)
            ?? new() { Id = id, Fund = change.Fund, WindowCode = change.Window, Currency = change.Net.Currency.Code };
        states.Put(before with { Paid = before.Paid + change.Net.Amount, Recovered = before.Recovered + change.Recovered });
    }
}
