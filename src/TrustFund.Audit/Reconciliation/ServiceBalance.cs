using TrustFund.Audit.Ledger;
using TrustFund.Audit.Reports;

namespace TrustFund.Audit.Reconciliation;

/// <summary>A service's own balance, and what the ledger has to say it is.</summary>
/// <param name="Subject">What it is.</param>
/// <param name="Amount">The service's own figure.</param>
/// <param name="Ledger">The same from the ledger.</param>
/// <param name="Needs">The sources both must stand at the same positions of.</param>
sealed record ServiceBalance(string Subject, Money Amount, Func<Sums, decimal> Ledger, IReadOnlyList<string> Needs)
{
    /// <summary>What Pledges says of a fund.</summary>
    public static IEnumerable<ServiceBalance> Of(PledgesFund fund)
    {
        string[] needs = ["pledges"];
        var totals = fund.Totals;
        return
        [
            new("pledges pledged", totals.Pledged, sums => sums.Balance(MemorandumAccounts.Pledged), needs),
            new("pledges certified", totals.Certified, sums => sums.Balance(MemorandumAccounts.Certified), needs),
            new("pledges received", totals.Received, sums => sums.Received, needs),
            new("pledges allocated", totals.Allocated, sums => sums.Balance(MoneyAccounts.Contributions), needs),
            new("pledges unallocated", totals.Unallocated, sums => sums.Balance(MoneyAccounts.Unallocated), needs),
            new("pledges exchange differences", totals.ExchangeDifference, sums => sums.Balance(MemorandumAccounts.Differences), needs),
            new("pledges interest", totals.Interest, sums => sums.Balance(MoneyAccounts.Interest), needs),
        ];
    }

    /// <summary>What Contracts says of a fund's windows.</summary>
    public static IEnumerable<ServiceBalance> Of(ContractsFund fund)
    {
        string[] needs = ["contracts"];
        // What was paid, Contracts has from Disbursements.
        string[] needsBoth = ["contracts", "disbursements"];
        return fund.Windows
            .SelectMany(window => (ServiceBalance[])
            [
                new($"contracts approved {window.Window}", window.Approved, Of(window.Window, MemorandumAccounts.Approved), needs),
                new($"contracts contracted {window.Window}", window.Contracted, Of(window.Window, MemorandumAccounts.Contracted), needs),
                new($"contracts paid {window.Window}", window.Paid, sums => sums.Where(sum => sum.Window == window.Window).Paid, needsBoth),
            ])
            .Concat(
            [
                new("contracts approved cross-window", fund.CrossWindow.ApprovedInsideWindows, Across(MemorandumAccounts.Approved), needs),
                new("contracts contracted cross-window", fund.CrossWindow.Contracted, Across(MemorandumAccounts.Contracted), needs),
                new("contracts paid cross-window", fund.CrossWindow.Paid, sums => sums.Where(sum => sum.CrossWindow).Paid, needsBoth),
            ]);
    }

    /// <summary>What Contracts says of what the Board gave out of the pool.</summary>
    public static IEnumerable<ServiceBalance> Of(ContractsResources resources)
    {
        string[] needs = ["contracts"];
        return resources.Windows
            .Select(window => new ServiceBalance($"contracts allocated {window.Window}", window.Allocated, Of(window.Window, MemorandumAccounts.Allocated), needs))
            .Append(new("contracts management costs", resources.ManagementCosts, sums => sums.Balance(MemorandumAccounts.ForManagement), needs));
    }

    /// <summary>What Disbursements says of a fund's cash.</summary>
    public static IEnumerable<ServiceBalance> Of(DisbursementsCash cash)
    {
        string[] needs = ["disbursements"];
        // What came in, Disbursements has from Pledges.
        string[] needsBoth = ["disbursements", "pledges"];
        return
        [
            new("disbursements paid", cash.Paid, sums => -Flow(sums, Flows.Payments), needs),
            new("disbursements recovered", cash.Recovered, sums => Flow(sums, Flows.Recoveries, Flows.Offsets), needs),
            new("disbursements costs", cash.Costs, sums => -Flow(sums, Flows.ManagementCosts, Flows.BankCharges), needs),
            new("disbursements balance", cash.Balance, sums => sums.Balance(MoneyAccounts.Cash) - sums.Balance(MoneyAccounts.Unallocated), needsBoth),
        ];
    }

    static Func<Sums, decimal> Of(string window, Account account) => sums => sums.Where(sum => sum.Window == window).Balance(account);

    static Func<Sums, decimal> Across(Account account) => sums => sums.Where(sum => sum.CrossWindow).Balance(account);

    static decimal Flow(Sums sums, params string[] flows) => sums.All.Where(sum => sum.Flow is { } flow && flows.Contains(flow)).Sum(sum => sum.Debit - sum.Credit);
}

/// <summary>What of a fund Pledges tells that is compared; the rest of its answer is passed over.</summary>
sealed record PledgesFund(PledgesTotals Totals);

/// <summary>Pledges' totals of a fund.</summary>
sealed record PledgesTotals(
    Money Pledged, Money Certified, Money Received, Money Allocated, Money Unallocated, Money ExchangeDifference, Money Interest);

/// <summary>What of a fund Contracts tells that is compared.</summary>
sealed record ContractsFund(IReadOnlyList<ContractsWindow> Windows, ContractsCrossWindow CrossWindow);

/// <summary>A window's figures in Contracts.</summary>
sealed record ContractsWindow(string Window, Money Approved, Money Contracted, Money Paid);

/// <summary>The figures of cross-window actions in Contracts.</summary>
sealed record ContractsCrossWindow(Money ApprovedInsideWindows, Money Contracted, Money Paid);

/// <summary>What of a fund's resources Contracts tells that is compared.</summary>
sealed record ContractsResources(IReadOnlyList<ContractsAllocation> Windows, Money ManagementCosts);

/// <summary>What the Board gave to a window.</summary>
sealed record ContractsAllocation(string Window, Money Allocated);

/// <summary>What of a fund's cash Disbursements tells that is compared.</summary>
sealed record DisbursementsCash(Money Paid, Money Recovered, Money Costs, Money Balance);
