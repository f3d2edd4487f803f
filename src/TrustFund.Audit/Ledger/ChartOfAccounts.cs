using System.Collections.Frozen;
using static TrustFund.Audit.Ledger.MemorandumAccounts;
using static TrustFund.Audit.Ledger.MoneyAccounts;

namespace TrustFund.Audit.Ledger;

/// <summary>Every account of the general ledger.</summary>
static class ChartOfAccounts
{
    /// <summary>The accounts, in the order of their numbers.</summary>
    public static readonly IReadOnlyList<Account> All =
    [
        .. new[] { Cash, Prefinancing, Recoveries, Unallocated, Refunds, Suspense, Contributions, Interest, Payments, ManagementCosts, BankCharges }
            .Concat(Contras.Keys).Concat(Contras.Values).OrderBy(account => account.Number),
    ];

    static readonly FrozenDictionary<string, Account> ByCode = All.ToFrozenDictionary(account => account.Code);

    /// <summary>The account with this code.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static Account Of(string code) => ByCode[code];
}
