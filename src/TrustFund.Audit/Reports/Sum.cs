using TrustFund.Audit.Ledger;

namespace TrustFund.Audit.Reports;

/// <summary>A sum of ledger lines, be it kept or summed for a day that is past.</summary>
/// <param name="Currency">ISO 4217 code of its currency.</param>
/// <param name="Account">Code of the account.</param>
/// <param name="Subject">The action, contract or pledge it is of; null for the fund.</param>
/// <param name="Window">The window, where it tells windows apart.</param>
/// <param name="CrossWindow">Whether it belongs to actions that span windows.</param>
/// <param name="Flow">The kind of cash flow.</param>
/// <param name="Year">The year of the booking date; zero where it does not tell years apart.</param>
/// <param name="Debit">What was debited.</param>
/// <param name="Credit">What was credited.</param>
/// <param name="Documents">How many documents were added.</param>
sealed record Sum(
    string Currency,
    string Account,
    string? Subject,
    string? Window,
    bool CrossWindow,
    string? Flow,
    int Year,
    decimal Debit,
    decimal Credit,
    long Documents)
{
    /// <summary>The balance on the side that raises the account.</summary>
    public decimal Balance => ChartOfAccounts.Of(Account).Balance(Debit, Credit);

    /// <summary>The sums that a kept balance holds: one for each year of a fund's, else one.</summary>
    public static IEnumerable<Sum> Of(LedgerBalance kept) => kept.Scope == LedgerBalance.OfFund
        ? kept.Years.Select(year => new Sum(
            kept.Currency, kept.Account, null, kept.WindowCode, kept.CrossWindow, kept.Flow, year.Year, year.Debit, year.Credit, year.Documents))
        : [new(kept.Currency, kept.Account, kept.Subject, null, false, null, 0, kept.Debit, kept.Credit, kept.Documents)];
}

/// <summary>Sums of one fund, to be asked for balances.</summary>
sealed class Sums(IReadOnlyList<Sum> all)
{
    // What was paid, less what came back: established recovery orders stand on the receivable until they are cashed.
    static readonly HashSet<string> PaidAccounts = [MoneyAccounts.Payments.Code, MoneyAccounts.Prefinancing.Code, MoneyAccounts.Recoveries.Code];

    public IReadOnlyList<Sum> All => all;

    public Sums Where(Func<Sum, bool> wanted) => new([.. all.Where(wanted)]);

    public decimal Balance(Account account) => all.Where(sum => sum.Account == account.Code).Sum(sum => sum.Balance);

    public long Documents(Account account) => all.Where(sum => sum.Account == account.Code).Sum(sum => sum.Documents);

    /// <summary>Paid to partners, net of what was recovered from them.</summary>
    public decimal Paid => all.Where(sum => PaidAccounts.Contains(sum.Account)).Sum(sum => sum.Balance);

    /// <summary>How many payments stand.</summary>
    public long Payments => all.Where(sum => PaidAccounts.Contains(sum.Account)).Sum(sum => sum.Documents);

    /// <summary>Everything that arrived from donors: within their certificates and above them, net of refunds.</summary>
    public decimal Received => Balance(MoneyAccounts.Contributions) + Balance(MoneyAccounts.Unallocated);

    /// <summary>By subject.</summary>
    public Dictionary<string, Sums> BySubject() => all
        .Where(sum => sum.Subject is not null)
        .GroupBy(sum => sum.Subject!)
        .ToDictionary(group => group.Key, group => new Sums([.. group]));
}
