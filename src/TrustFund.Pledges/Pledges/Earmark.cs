namespace TrustFund.Pledges.Pledges;

/// <summary>What certificates of a pledge earmark to one window, net of completed reductions, and what became of it.</summary>
/// <param name="Window">Code of the window.</param>
/// <param name="Certified">The amount.</param>
/// <param name="Reserved">What of it the donor asked back and Contracts has not yet decided.</param>
/// <param name="Allocated">What arrived for it.</param>
/// <param name="Difference">What of <paramref name="Allocated"/> is exchange difference, signed: it arrived at another rate than it was certified at.</param>
public sealed record Earmark(string Window, decimal Certified, decimal Reserved, decimal Allocated = 0, decimal Difference = 0)
{
    /// <summary>What is certified and neither arrived nor asked back.</summary>
    public decimal Open() => Certified - Reserved - Allocated + Difference;
}
