using TrustFund.Events.Pledges.V1;
using static TrustFund.Simulation.Tests.Checks.Of;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>
/// The invariants of the business over all services at once, the moment a fact is recorded. A fact of the bank, or of history, may break
/// them, and then that much, and no more: what it took away is counted for itself, and whatever is decided stays within the rest.
/// </summary>
static class Invariants
{
    /// <summary>The management-cost cap of a pool, rounded half up.</summary>
    public static decimal Cap(FundEstablished fund, decimal pool) =>
        Money.Rounded(Math.Max(0, pool) * fund.ManagementCostCapPercent / 100, Currency.Of(fund.Currency)).Amount;

    public static void MustHold(Ledger books, Remembered remembered, IReadOnlySet<string> touched)
    {
        foreach (var id in touched)
        {
            if (remembered.Funds.TryGetValue(id, out var fund)) Fund(books, fund);
            else if (id.Contains('/', StringComparison.Ordinal)) Window(books, id);
            else if (remembered.Actions.ContainsKey(id)) Action(books, remembered, id);
            else if (remembered.Contracts.ContainsKey(id)) Contract(books, id);
            else Pledge(books, id);
        }
    }

    /// <summary>Cash out, and what is promised of it, stays within what came in; allocations and management costs within the pool.</summary>
    static void Fund(Ledger books, FundEstablished rules)
    {
        var fund = rules.Fund;
        var cashOut = books[CashReserved, fund] + books[CashPaid, fund] + books[Costs, fund] + books[Refunded, fund];
        var cashIn = books[CashReceived, fund] + books[Interest, fund] + books[CashRecovered, fund] + books[CashLost, fund];
        Must(cashOut <= cashIn, fund, $"pays and reserves {cashOut} out of {cashIn}");
        Must(books[CashReserved, fund] >= 0 && books[UnallocatedPromised, fund] >= 0, fund, "has reserved less than nothing");
        // What was refunded leaves the allocated money only when Pledges hears of it.
        Must(books[Allocated, fund] <= books[CashReceived, fund] && books[CashReceived, fund] <= books[Allocated, fund] + books[Refunded, fund], fund, "counts other receipts in its cash than in its pledges");
        var pool = books[Resources, fund] + books[ResourcesLost, fund];
        var kept = Math.Max(Cap(rules, pool), books[SetApart, fund]);
        Must(books[Distributed, fund] >= 0 && books[Distributed, fund] + kept <= pool, fund, $"allocates {books[Distributed, fund]} and keeps {kept} out of a pool of {pool}");
        Must(books[SetApart, fund] <= Cap(rules, pool), fund, "sets more apart for its management than its cap");
        // Charges of the bank may go above it; what is decided alone never does. What Disbursements has given back, Contracts still keeps for a while.
        Must(books[CostsReserved, fund] + books[CostsPaid, fund] <= books[CostsAllowed, fund], fund, "pays more for its management than was set apart");
        Must(books[CostsAllowed, fund] <= books[SetApart, fund], fund, "may spend more on its management than is set apart");
        Must(books[ApprovedAcross, fund] <= books[Approved, fund] && books[ContractedAcross, fund] <= books[Contracted, fund], fund, "counts more across windows than in all");
    }

    /// <summary>No window approves more than was certified for it or given to it.</summary>
    static void Window(Ledger books, string window)
    {
        var resources = books[Resources, window] + books[ResourcesLost, window] + books[Distributed, window];
        Must(books[Approved, window] >= 0 && books[Approved, window] <= resources, window, $"approves {books[Approved, window]} out of {resources}");
        Must(books[Distributed, window] >= 0, window, "has been given less than nothing");
    }

    /// <summary>Contracts stay within their action, but for imported ones; co-financing stays outside and under its own ceiling.</summary>
    static void Action(Ledger books, Remembered remembered, string action)
    {
        var approved = books[Approved, action] + books[Imported, action];
        Must(books[Contracted, action] >= 0 && books[Contracted, action] <= approved, action, $"has contracts of {books[Contracted, action]} under an approval of {approved}");
        Must(books[CoFinanced, action] >= 0 && books[CoFinanced, action] <= remembered.CoFinancingCeiling(action), action, "is co-financed above its ceiling");
    }

    /// <summary>Paid and reserved stay within what Disbursements has not given back; what Contracts reckons with is never more than that.</summary>
    static void Contract(Ledger books, string contract)
    {
        var (ceiling, contracted) = (books[Ceiling, contract], books[Contracted, contract]);
        var paid = books[Reserved, contract] + books[Paid, contract] - books[Recovered, contract];
        Must(paid <= ceiling + books[PaidUnasked, contract], contract, $"pays and reserves {paid} under a ceiling of {ceiling}");
        Must(books[Reserved, contract] >= 0 && books[Pending, contract] >= 0 && books[Owed, contract] >= 0 && books[Excess, contract] >= 0, contract, "has less than nothing reserved, pending or owed");
        Must(ceiling <= contracted && contracted - books[Pending, contract] <= ceiling, contract, $"may be paid {ceiling} and stands at {contracted}");
    }

    /// <summary>In the pledge's own currency received ≤ certified ≤ pledged; what arrived above that, or is asked back, is held and not spent. Less than nothing is left only where the bank took money back that a refund was paid from.</summary>
    static void Pledge(Ledger books, string pledge)
    {
        var allocated = books[OwnAllocated, pledge];
        Must(books[OwnCertified, pledge] <= books[OwnPledged, pledge], pledge, "is certified above what is pledged");
        var (taken, ownTaken) = (books[Taken, pledge], books[OwnTaken, pledge]);
        Must(allocated + ownTaken >= 0 && books[OwnAskedBack, pledge] >= 0, pledge, "has allocated or reserved less than nothing");
        Must(Math.Max(0, allocated) + books[OwnAskedBack, pledge] <= books[OwnCertified, pledge], pledge, "has allocated or reserved more than is certified");
        Must(allocated <= books[OwnReceived, pledge] + ownTaken, pledge, "has allocated more than arrived");
        Must(books[Allocated, pledge] <= books[Received, pledge] + taken && books[Allocated, pledge] + taken >= 0, pledge, "has booked more as allocated than arrived");
    }

    static void Must(bool held, string what, string otherwise)
    {
        if (!held)
            Assert.Fail($"{what} {otherwise}.");
    }
}
