using TrustFund.Audit.Ledger;
using TrustFund.Simulation.Tests.Bus;
using static TrustFund.Simulation.Tests.Checks.Of;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>Audit's general ledger balances, line by line and in all, and says of each account what the facts add up to.</summary>
static class AuditAgreement
{
    public static void MustBeReached(Node audit, Books books)
    {
        var entries = audit.Service.All.OfType<LedgerEntry>().ToList();
        foreach (var fact in entries.GroupBy(entry => (entry.Source, entry.Sequence, entry.Currency, ChartOfAccounts.Of(entry.Account).Basis)))
            Assert.Equal(fact.Sum(entry => entry.Debit), fact.Sum(entry => entry.Credit));
        foreach (var fund in books.Remembered.Funds.Keys)
            Accounts(fund, entries.Where(entry => entry.Fund == fund), books.Ledger);
        Balances(audit, entries);
        Donors(audit, books.Ledger);
        Subjects(audit, books);
    }

    static void Accounts(string fund, IEnumerable<LedgerEntry> entries, Ledger books)
    {
        var balances = entries.GroupBy(entry => entry.Account).ToDictionary(
            account => account.Key, account => ChartOfAccounts.Of(account.Key).Balance(account.Sum(entry => entry.Debit), account.Sum(entry => entry.Credit)));
        void Must(Account account, decimal amount) => Assert.Equal((fund, account.Code, amount), (fund, account.Code, balances.GetValueOrDefault(account.Code)));

        Must(MoneyAccounts.Cash, books[Received, fund] + books[Interest, fund] + books[CashRecovered, fund] - books[CashPaid, fund] - books[Costs, fund]);
        Must(MoneyAccounts.Contributions, books[Allocated, fund]);
        Must(MoneyAccounts.Unallocated, books[Received, fund] - books[Allocated, fund]);
        Must(MoneyAccounts.Refunds, 0);
        Must(MoneyAccounts.Suspense, 0);
        Must(MoneyAccounts.Interest, books[Interest, fund]);
        // What came back above an order stands on the account that it was owed on.
        Must(MoneyAccounts.Recoveries, books[Owed, fund] - books[Excess, fund]);
        Must(MoneyAccounts.Prefinancing, books[Prefinanced, fund] - books[Cleared, fund]);
        Must(MoneyAccounts.Payments, books[CashPaid, fund] - books[CashRecovered, fund] - books[Owed, fund] + books[Excess, fund] - books[Prefinanced, fund] + books[Cleared, fund]);
        Assert.Equal(books[Costs, fund], books[CostsPaid, fund] + books[Charged, fund]);
        Must(MoneyAccounts.ManagementCosts, books[CostsPaid, fund]);
        Must(MoneyAccounts.BankCharges, books[Charged, fund]);
        Must(MemorandumAccounts.Pledged, books[Pledged, fund]);
        Must(MemorandumAccounts.Certified, books[Certified, fund]);
        Must(MemorandumAccounts.Differences, books[Difference, fund]);
        Must(MemorandumAccounts.AvailableInterest, books[InterestAvailable, fund]);
        Must(MemorandumAccounts.Allocated, books[Distributed, fund]);
        Must(MemorandumAccounts.ForManagement, books[SetApart, fund]);
        Must(MemorandumAccounts.Approved, books[Approved, fund]);
        Must(MemorandumAccounts.Contracted, books[Contracted, fund]);
    }

    /// <summary>The balances that answer at once are the sums of the entries.</summary>
    static void Balances(Node audit, List<LedgerEntry> entries)
    {
        var sums = entries.GroupBy(entry => (entry.Fund, entry.Account)).ToDictionary(sum => sum.Key, sum => (sum.Sum(entry => entry.Debit), sum.Sum(entry => entry.Credit)));
        var kept = audit.Service.All.OfType<LedgerBalance>().Where(balance => balance.Scope == LedgerBalance.OfFund)
            .GroupBy(balance => (balance.Fund, balance.Account)).ToDictionary(sum => sum.Key, sum => (sum.Sum(balance => balance.Debit), sum.Sum(balance => balance.Credit)));
        Assert.Equal(sums.OrderBy(sum => sum.Key), kept.OrderBy(sum => sum.Key));
    }

    /// <summary>Whose money went out, as it was frozen into each fact.</summary>
    static void Donors(Node audit, Ledger books)
    {
        var sums = audit.Service.All.OfType<AttributionEntry>().GroupBy(entry => (entry.Unallocated, ContributionPostings.Pot(entry.Fund, entry.Donor, entry.WindowCode)))
            .ToDictionary(pot => pot.Key, pot => pot.Sum(entry => entry.Amount));
        foreach (var (pot, amount) in books.All(Given))
            Assert.Equal((pot, amount), (pot, sums.GetValueOrDefault((false, pot))));
        foreach (var (pot, amount) in books.All(GivenBack))
            Assert.Equal((pot, amount), (pot, sums.GetValueOrDefault((true, pot))));
    }

    /// <summary>Each pledge's, action's and contract's own figures.</summary>
    static void Subjects(Node audit, Books books)
    {
        foreach (var balance in audit.Service.All.OfType<LedgerBalance>().Where(balance => balance.Subject is not null))
        {
            var kept = ChartOfAccounts.Of(balance.Account).Balance(balance.Debit, balance.Credit);
            if (balance is { Scope: LedgerBalance.OfContract, Account: "recoveries-receivable" })
                Assert.Equal((balance.Id, books.Ledger[Owed, balance.Subject!] - books.Ledger[Excess, balance.Subject!]), (balance.Id, kept));
            Of? figure = (balance.Scope, balance.Account) switch
            {
                (LedgerBalance.OfPledge, "pledged") => Pledged,
                (LedgerBalance.OfPledge, "certified") => Certified,
                (LedgerBalance.OfPledge, "contributions") => Allocated,
                (LedgerBalance.OfAction, "approved") => Approved,
                (LedgerBalance.OfAction or LedgerBalance.OfContract, "contracted") => Contracted,
                _ => null,
            };
            if (figure is { } known)
                Assert.Equal((balance.Id, books.Ledger[known, balance.Subject!]), (balance.Id, kept));
        }
    }
}
