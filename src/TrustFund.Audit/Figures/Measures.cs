using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Ledger;
using TrustFund.Audit.Reports;

namespace TrustFund.Audit.Figures;

/// <summary>What of the ledger a published figure may be about.</summary>
static class Measures
{
    static readonly Dictionary<string, Func<Sums, decimal>> Amounts = new()
    {
        ["pledged"] = sums => sums.Balance(MemorandumAccounts.Pledged),
        ["certified"] = sums => sums.Balance(MemorandumAccounts.Certified),
        ["received"] = sums => sums.Received,
        ["outstanding"] = sums => sums.Balance(MemorandumAccounts.Pledged) + sums.Balance(MemorandumAccounts.Differences) - sums.Received,
        ["approved"] = sums => sums.Balance(MemorandumAccounts.Approved),
        ["contracted"] = sums => sums.Balance(MemorandumAccounts.Contracted),
        ["paid"] = sums => sums.Paid,
        ["cash"] = sums => sums.Balance(MoneyAccounts.Cash),
    };

    // Numbers, of what a window has alone: an action, contract or payment that spans windows is counted once, in the cross-window row.
    static readonly Dictionary<string, Func<Sums, IReadOnlyList<ActionFacts>, long>> Counts = new()
    {
        ["actions"] = (_, actions) => actions.Count,
        ["programmes"] = (_, actions) => actions.Sum(action => (long)action.Programmes),
        ["contracts"] = (sums, _) => sums.Documents(MemorandumAccounts.Contracted),
        ["payments"] = (sums, _) => sums.Payments,
    };

    // Of the amounts, only these are told apart by window.
    static readonly string[] OfWindows = ["certified", "approved", "contracted", "paid"];

    public static IReadOnlyCollection<string> Names => [.. Amounts.Keys, .. Counts.Keys];

    public static bool Knows(string measure) => Amounts.ContainsKey(measure) || IsCount(measure);

    /// <summary>Whether it is a number of things, and no amount.</summary>
    public static bool IsCount(string measure) => Counts.ContainsKey(measure);

    public static bool IsByWindow(string measure) => IsCount(measure) || OfWindows.Contains(measure);

    /// <summary>The measure in a fund, one of its windows, or <c>*</c>: its cross-window actions.</summary>
    public static decimal Of(Sums sums, IReadOnlyList<ActionFacts> actions, string measure, string? window) => IsCount(measure)
        ? Counts[measure](
            window switch
            {
                null => sums,
                "*" => sums.Where(sum => sum.CrossWindow),
                _ => sums.Where(sum => sum.Window == window && !sum.CrossWindow),
            },
            window switch
            {
                null => actions,
                "*" => [.. actions.Where(action => action.CrossWindow)],
                _ => [.. actions.Where(action => !action.CrossWindow && action.Windows.Contains(window))],
            })
        : Amounts[measure](window switch
        {
            null => sums,
            "*" => sums.Where(sum => sum.CrossWindow),
            // What is approved for cross-window actions lies inside the windows; what is contracted and paid under them is in none.
            _ => sums.Where(sum => sum.Window == window),
        });
}
