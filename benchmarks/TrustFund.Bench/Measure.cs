namespace TrustFund.Bench;

/// <summary>What one run came to.</summary>
/// <param name="PerSecond">Transactions a second.</param>
/// <param name="P50">Median latency in milliseconds.</param>
/// <param name="P99">The latency in milliseconds that one in a hundred exceeds.</param>
sealed record Measure(double PerSecond, double P50, double P99)
{
    /// <summary>Of transactions that took these microseconds each, done within a time.</summary>
    public static Measure Of(List<long> microseconds, TimeSpan within)
    {
        microseconds.Sort();
        return new(microseconds.Count / within.TotalSeconds, At(microseconds, 0.50), At(microseconds, 0.99));
    }

    /// <summary>The run in the middle, by its rate.</summary>
    public static Measure Median(IEnumerable<Measure> rounds)
    {
        var sorted = rounds.OrderBy(round => round.PerSecond).ToList();
        return sorted[sorted.Count / 2];
    }

    static double At(List<long> sorted, double quantile) =>
        sorted.Count == 0 ? 0 : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * quantile))] / 1000.0;
}
