namespace TrustFund.Pledges.Pledges;

/// <summary>A pledge's amounts at each stage, in one currency: the pledge's own, or the fund's at the rates of the entries.</summary>
/// <param name="Currency">The currency of all of them.</param>
/// <param name="Pledged">What is promised.</param>
/// <param name="Certified">The part of it that certificates made legal.</param>
/// <param name="Received">Everything that arrived: allocated and waiting together.</param>
/// <param name="Allocated">What arrived within the certified amount.</param>
/// <param name="Reserved">What the donor asked back of what it certified, and Contracts has not yet decided.</param>
/// <param name="Difference">Exchange differences realised on what is allocated; always zero in the pledge's own currency.</param>
/// <param name="Earmarks">The parts that fall to windows; the rest is the fund's pool's.</param>
public sealed record Stages(
    Currency Currency,
    decimal Pledged,
    decimal Certified,
    decimal Received,
    decimal Allocated,
    decimal Reserved,
    decimal Difference,
    IReadOnlyList<Earmark> Earmarks)
{
    /// <summary>What may still be certified, or taken back at once.</summary>
    public decimal Uncertified() => Pledged - Certified;

    /// <summary>What arrived above the certified amount: held, never spent.</summary>
    public decimal Waiting() => Received - Allocated;

    /// <summary>What of the certified amount neither arrived nor is reserved: what may still be allocated, or asked back.</summary>
    public decimal Free() => Certified - Reserved - Allocated + Difference;

    /// <summary>The same in one pot: a window's earmark or (null) the fund's pool.</summary>
    public decimal FreeIn(string? window) => window is null
        ? Free() - Earmarks.Sum(earmark => earmark.Open())
        : Earmarks.FirstOrDefault(earmark => earmark.Window == window)?.Open() ?? 0;

    /// <summary>What arrived for one pot.</summary>
    public decimal AllocatedIn(string? window) => window is null
        ? Allocated - Earmarks.Sum(earmark => earmark.Allocated)
        : Earmarks.FirstOrDefault(earmark => earmark.Window == window)?.Allocated ?? 0;

    /// <summary>The pots: the windows that have an earmark, by code, and last (null) the fund's pool.</summary>
    public IReadOnlyList<string?> Pots() => [.. Earmarks.Select(earmark => earmark.Window).Order(StringComparer.Ordinal), null];

    /// <summary>An amount in this currency.</summary>
    public Money In(decimal amount) => new(amount, Currency);

    /// <summary>With the earmark of a window changed; the pool's part, for a null window, follows from the totals.</summary>
    public Stages Earmarked(string? window, Func<Earmark, Earmark> change)
    {
        if (window is null)
            return this;
        var kept = Earmarks.FirstOrDefault(earmark => earmark.Window == window) ?? new(window, 0, 0);
        return this with { Earmarks = [.. Earmarks.Where(earmark => earmark.Window != window), change(kept)] };
    }
}
