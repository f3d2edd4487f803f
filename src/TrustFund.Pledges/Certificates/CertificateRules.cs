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
    public static Refusal? Earmarks(States states, string fund, Money amount, IReadOnlyList<WindowAmount> earmarks)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < earmarks.Count; i++)
        {
            var (window, part) = earmarks[i];
            if (AmountRules.Bookable(part, amount.Currency, $"earmarks[{i}].amount") is { } refusal)
                return refusal;
            if (!states.TryFind<Window>(Window.IdOf(fund, window), out _))
                return Window.Unknown(fund, window, $"earmarks[{i}].window");
            if (!seen.Add(window))
                return Refusal.Rule("window-twice", $"The window '{window}' is named twice: name it once, with its whole part.", $"earmarks[{i}].window");
        }
        var sum = earmarks.Sum(earmark => earmark.Amount.Amount);
        return sum <= amount.Amount
            ? null
            : Refusal.Rule("earmarks-exceed-amount", $"The earmarks add up to {sum} {amount.Currency}, more than the {amount} that is certified.", "earmarks");
    }

    /// <summary>Instalments add up to the amount exactly and are due on or after the day of the certificate.</summary>
    public static Refusal? Instalments(Money amount, IReadOnlyList<Instalment> instalments, DateOnly certifiedOn)
    {
        for (var i = 0; i < instalments.Count; i++)
        {
            var (dueOn, part) = instalments[i];
            var refusal = AmountRules.Bookable(part, amount.Currency, $"instalments[{i}].amount")
                ?? DateRules.Planned(dueOn, $"instalments[{i}].dueOn")
                ?? DateRules.NotBefore(dueOn, certifiedOn, "the date of the certificate", $"instalments[{i}].dueOn");
            if (refusal is not null)
                return refusal;
        }
        var sum = instalments.Sum(instalment => instalment.Amount.Amount);
        return sum == amount.Amount
            ? null
            : Refusal.Rule("instalments-differ-from-amount", $"The instalments add up to {sum} {amount.Currency}, not to the {amount} that is certified.", "instalments");
    }
}
