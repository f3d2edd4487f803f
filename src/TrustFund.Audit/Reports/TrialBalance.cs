using TrustFund.Audit.Ledger;
using TrustFund.Journal.Reporting;

namespace TrustFund.Audit.Reports;

/// <summary>Every account of the ledger with its debits and credits, money and memorandum apart; in each, and in each currency, they are equal.</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="Rows">The accounts that anything is booked on, in the order of the chart.</param>
/// <param name="Totals">Debits and credits by basis and currency.</param>
/// <param name="Balances">Whether debits equal credits in every one of them.</param>
sealed record TrialBalanceReport(
    ReportHeader Header, IReadOnlyList<TrialBalanceRow> Rows, IReadOnlyList<TrialBalanceTotal> Totals, bool Balances) : IReport
{
    public static TrialBalanceReport Of(ReportHeader header, Sums sums)
    {
        var rows = sums.All
            .GroupBy(sum => (sum.Account, sum.Currency))
            .Select(group => Row(ChartOfAccounts.Of(group.Key.Account), Currency.Of(group.Key.Currency), group.Sum(sum => sum.Debit), group.Sum(sum => sum.Credit)))
            .OrderBy(row => row.Currency, StringComparer.Ordinal).ThenBy(row => row.Number)
            .ToList();
        var totals = rows
            .GroupBy(row => (row.Basis, row.Currency))
            .Select(group => new TrialBalanceTotal(
                group.Key.Basis,
                group.Key.Currency,
                Money.Sum(group.Select(row => row.Debit), Currency.Of(group.Key.Currency)),
                Money.Sum(group.Select(row => row.Credit), Currency.Of(group.Key.Currency))))
            .ToList();
        return new(header, rows, totals, totals.TrueForAll(total => total.Debit == total.Credit));
    }

    /// <inheritdoc />
    public CsvTable ToTable() => new(
        ["number", "account", "name", "basis", "currency", "debit", "credit", "balance"],
        Rows.Select(row => (IReadOnlyList<object?>)[row.Number, row.Account, row.Name, Kebab(row.Basis), row.Currency, row.Debit, row.Credit, row.Balance])
            .Concat(Totals.Select(total => (IReadOnlyList<object?>)["", "total", "Total", Kebab(total.Basis), total.Currency, total.Debit, total.Credit, total.Debit - total.Credit])));

    static string Kebab(LedgerBasis basis) => basis == LedgerBasis.Money ? "money" : "memorandum";

    static TrialBalanceRow Row(Account account, Currency currency, decimal debit, decimal credit) => new(
        account.Number,
        account.Code,
        account.Name,
        account.Basis,
        currency.Code,
        new(debit, currency),
        new(credit, currency),
        new(account.Balance(debit, credit), currency));
}

/// <summary>An account's row.</summary>
/// <param name="Number">Its number in the chart.</param>
/// <param name="Account">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Basis">`money` or `memorandum`: the two are never added.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Debit">What was debited.</param>
/// <param name="Credit">What was credited.</param>
/// <param name="Balance">What it holds, on the side that raises it.</param>
sealed record TrialBalanceRow(int Number, string Account, string Name, LedgerBasis Basis, string Currency, Money Debit, Money Credit, Money Balance);

/// <summary>Debits and credits of all accounts of one basis and currency.</summary>
/// <param name="Basis">`money` or `memorandum`.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Debit">All debits.</param>
/// <param name="Credit">All credits: the same.</param>
sealed record TrialBalanceTotal(LedgerBasis Basis, string Currency, Money Debit, Money Credit);
