namespace TrustFund.Contracts.Funds;

/// <summary>
/// The pool: unearmarked certificates, of which the Board may allocate what the management-cost cap leaves. The cap follows the pool and
/// is rounded to the currency's minor units, half up.
/// </summary>
static class Pool
{
    /// <summary>What is kept back for management costs.</summary>
    public static Money ManagementCostCap(this Fund fund) => fund.Amount(CapOf(fund, fund.Pool));

    /// <summary>What the Board has not allocated; the management costs are still in it.</summary>
    public static Money Unallocated(this Fund fund) => fund.Amount(fund.Pool - fund.Allocated);

    /// <summary>What the Board may still allocate.</summary>
    public static Money Allocatable(this Fund fund) => fund.Amount(fund.Pool - CapOf(fund, fund.Pool) - fund.Allocated);

    /// <summary>
    /// The largest amount that can leave the pool while what remains still covers the cap and everything allocated. A smaller pool has
    /// a smaller cap, and the rounding of the cap makes a formula wrong by a cent, so the least sufficient pool is searched for exactly:
    /// what a pool leaves to allocate never falls when the pool grows.
    /// </summary>
    public static Money LargestReleasable(this Fund fund)
    {
        var unit = TrustFund.Currency.Of(fund.Currency).SmallestUnit;
        var tooSmall = -1m;
        var sufficient = fund.Pool / unit;
        while (sufficient - tooSmall > 1)
        {
            var middle = decimal.Floor((tooSmall + sufficient) / 2);
            if (middle * unit - CapOf(fund, middle * unit) >= fund.Allocated) sufficient = middle;
            else tooSmall = middle;
        }
        return fund.Amount(fund.Pool - sufficient * unit);
    }

    static decimal CapOf(Fund fund, decimal pool) =>
        decimal.Round(pool * fund.ManagementCostCapPercent * 0.01m, fund.MinorUnits, MidpointRounding.AwayFromZero);
}
