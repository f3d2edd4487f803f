namespace TrustFund.Simulation.Tests.Checks;

/// <summary>What a figure of the books counts. Its id is a fund's code, <c>fund/window</c>, or the id of a pledge, an action or a contract.</summary>
enum Of
{
    /// <summary>Pledges, in the fund's currency, by pledge and by fund.</summary>
    Pledged,
    Certified,
    Received,
    Allocated,
    AskedBack,
    Difference,

    /// <summary>The same in the pledge's own currency, by pledge.</summary>
    OwnPledged,
    OwnCertified,
    OwnReceived,
    OwnAllocated,
    OwnAskedBack,

    /// <summary>What the bank took back while a refund held money of the pledge, in both currencies: it only grows. Only that much may be missing.</summary>
    Taken,
    OwnTaken,

    /// <summary>Certified and realised for windows, as Pledges counts it, by fund and by window.</summary>
    CertifiedForWindow,
    DifferenceOfWindow,

    /// <summary>What refunds hold, by fund.</summary>
    Refunding,
    Interest,
    InterestAvailable,

    /// <summary>What Contracts may promise: the fund's pool, a window's earmark.</summary>
    Resources,

    /// <summary>What facts took away from it that may have been promised already: it only grows.</summary>
    ResourcesLost,
    Distributed,
    SetApart,
    Approved,
    ApprovedAcross,

    /// <summary>By contract, action, fund and window.</summary>
    Contracted,
    ContractedAcross,
    Decommitted,
    Pending,
    CoFinanced,

    /// <summary>Contracts that were imported, by action: they may exceed what is approved.</summary>
    Imported,

    /// <summary>Cash, by fund.</summary>
    CashReceived,
    CashUnallocated,
    UnallocatedPromised,
    CashRecovered,
    CashReserved,
    CashPaid,
    Costs,
    Refunded,

    /// <summary>What facts took away of the cash, or paid without asking: it only grows.</summary>
    CashLost,

    /// <summary>By contract; what is owed and pre-financed by fund as well.</summary>
    Ceiling,
    Reserved,
    Paid,
    Recovered,
    Owed,

    /// <summary>What came back above recovery orders: one order's is not set against what another has open.</summary>
    Excess,
    Prefinanced,
    Cleared,
    PaidUnasked,

    /// <summary>Management costs, by fund, and the bank's charges that use up what they may cost.</summary>
    CostsAllowed,
    CostsReserved,
    CostsPaid,
    Charged,

    /// <summary>By fund, donor and window.</summary>
    Brought,
    Used,

    /// <summary>The same as it is frozen into what the bank did: a refund counts when it is paid, not when it is granted.</summary>
    Given,

    /// <summary>What was held unallocated and went back, by fund and donor.</summary>
    GivenBack,

    /// <summary>What operations mobilise, by fund: three figures, never one.</summary>
    Expected,
    Signed,
    Disbursed,
}

/// <summary>A figure changes.</summary>
readonly record struct Posting(Of Figure, string Id, decimal Amount);

/// <summary>Figures that are added up from postings, whatever their order.</summary>
sealed class Ledger
{
    readonly Dictionary<(Of, string), decimal> sums = [];

    public decimal this[Of figure, string id] => sums.GetValueOrDefault((figure, id));

    public void Enter(IEnumerable<Posting> postings)
    {
        foreach (var posting in postings)
            sums[(posting.Figure, posting.Id)] = this[posting.Figure, posting.Id] + posting.Amount;
    }

    public IEnumerable<(string Id, decimal Amount)> All(Of figure) =>
        sums.Where(sum => sum.Key.Item1 == figure).Select(sum => (sum.Key.Item2, sum.Value));
}
