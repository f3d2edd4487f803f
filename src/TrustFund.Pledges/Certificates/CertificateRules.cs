using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Rules;

namespace TrustFund.Pledges.Certificates;

/// <summary>What the parts of a certificate must be.</summary>
static class CertificateRules
{
    /// <summary>Earmarks name windows of the fund, each once, and stay within the amount.</summary>
    public static Refusal? Earmarks(States states, string fund, Money amount, IReadOnlyList<WindowAmount> earmarks, Currency own)
    {
        var seen = new HashSet<string>();
        var parts = Refusal.All(earmarks.Select((earmark, i) => AmountRules.Bookable(earmark.Amount, own, $"earmarks[{i}].amount")));
        var windows = Refusal.All(earmarks.Select((earmark, i) => CheckWindow(states, fund, earmark.Window, $"earmarks[{i}].window", seen)));
        return Refusal.All(parts, windows, parts is null && AmountRules.Bookable(amount, own) is null ? EarmarksWithin(amount, earmarks) : null);
    }

    /// <summary>Instalments add up to the amount exactly and are due on or after the day of the certificate.</summary>
    public static Refusal? Instalments(Money amount, IReadOnlyList<Instalment> instalments, DateOnly certifiedOn, Currency own)
    {
        var parts = Refusal.All(instalments.Select((instalment, i) => AmountRules.Bookable(instalment.Amount, own, $"instalments[{i}].amount")));
        var days = Refusal.All(instalments.Select((instalment, i) => CheckDue(instalment.DueOn, certifiedOn, $"instalments[{i}].dueOn")));
        return Refusal.All(parts, days, parts is null && AmountRules.Bookable(amount, own) is null ? InstalmentsAddUpTo(amount, instalments) : null);
    }

    static Refusal? CheckWindow(States states, string fund, string window, string field, HashSet<string> seen) =>
        !states.TryFind<Window>(Window.IdOf(fund, window), out _) ? Window.Unknown(fund, window, field)
        : seen.Add(window) ? null
        : Refusal.Rule("window-twice", $"The window '{window}' is named twice: name it once, with its whole part.", field);

    static Refusal? CheckDue(DateOnly dueOn, DateOnly certifiedOn, string field) =>
        DateRules.Planned(dueOn, field) ?? DateRules.NotBefore(dueOn, certifiedOn, "the date of the certificate", field);

    static Refusal? EarmarksWithin(Money amount, IReadOnlyList<WindowAmount> earmarks)
    {
        var sum = earmarks.Sum(earmark => earmark.Amount.Amount);
        return sum <= amount.Amount
            ? null
            : Refusal.Rule("earmarks-exceed-amount", $"The earmarks add up to {sum} {amount.Currency}, more than the {amount} that is certified.", "earmarks");
    }

    static Refusal? InstalmentsAddUpTo(Money amount, IReadOnlyList<Instalment> instalments)
    {
        var sum = instalments.Sum(instalment => instalment.Amount.Amount);
        return instalments.Count == 0 || sum == amount.Amount
            ? null
            : Refusal.Rule("instalments-differ-from-amount", $"The instalments add up to {sum} {amount.Currency}, not to the {amount} that is certified.", "instalments");
    }
}
