namespace TrustFund.Contracts.Funds;

/// <summary>
/// The pool: unearmarked certificates, of which the Board may allocate what the management-cost cap leaves. The cap follows the pool and
/// is rounded to the currency's minor units, half up. Facts may leave the pool with less than what is promised on it: what can be
/// allocated is negative then, and nothing is until the gap is closed.
/// </summary>
static class Pool
{
    /// <summary>What management costs may take of the pool.</summary>
    public static Money ManagementCostCap(this Fund fund) => fund.Amount(CapOf(fund, fund.Pool));

    /// <summary>What is kept back for management costs: their cap, or what was set apart for them before facts lowered it.</summary>
    public static Money KeptForManagementCosts(this Fund fund) => fund.Amount(Math.Max(CapOf(fund, fund.Pool), fund.ManagementCosts));

    /// <summary>What the Board may still set apart for management costs: within their cap, and as far as the pool has it free.</summary>
    public static Money AllocatableToManagementCosts(this Fund fund) =>
        fund.Amount(Math.Min(CapOf(fund, fund.Pool), fund.Pool - fund.Allocated) - fund.ManagementCosts);

    /// <summary>What the Board has not allocated to windows; the management costs are still in it.</summary>
    public static Money Unallocated(this Fund fund) => fund.Amount(fund.Pool - fund.Allocated);

    /// <summary>What the Board may still allocate to windows.</summary>
    public static Money Allocatable(this Fund fund) => fund.Unallocated() - fund.KeptForManagementCosts();

    /// <summary>
    /// The largest amount that can leave the pool while what remains still covers the cap and everything allocated to windows, and its cap
    /// everything set apart for management costs; nothing when that is not so even now. A smaller pool has
    /// a smaller cap, and the rounding of the cap makes a formula wrong by a cent, so the least sufficient pool is searched for exactly:
    /// what a pool leaves to allocate never falls when the pool grows.
    /// </summary>
    public static Money LargestReleasable(this Fund fund)
    {
        if (!Suffices(fund, fund.Pool))
            return fund.Amount(0);
        var unit = TrustFund.Currency.Of(fund.Currency).SmallestUnit;
        var tooSmall = -1m;
        var sufficient = fund.Pool / unit;
        while (sufficient - tooSmall > 1)
        {
            var middle = decimal.Floor((tooSmall + sufficient) / 2);
            if (Suffices(fund, middle * unit)) sufficient = middle;
            else tooSmall = middle;
        }
        return fund.Amount(fund.Pool - sufficient * unit);
    }

    static bool Suffices(Fund fund, decimal pool) =>
        CapOf(fund, pool) >= fund.ManagementCosts && pool - CapOf(fund, pool) >= fund.Allocated;

    static decimal CapOf(Fund fund, decimal pool) =>
        decimal.Round(Math.Max(0, pool) * fund.ManagementCostCapPercent * 0.01m, fund.MinorUnits, MidpointRounding.AwayFromZero);
}
