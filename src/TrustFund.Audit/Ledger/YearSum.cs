namespace TrustFund.Audit.Ledger;

/// <summary>What was booked in one year.</summary>
/// <param name="Year">The year of the booking date.</param>
/// <param name="Debit">What was debited.</param>
/// <param name="Credit">What was credited.</param>
/// <param name="Documents">How many documents were added.</param>
sealed record YearSum(int Year, decimal Debit, decimal Credit, long Documents)
{
    /// <summary>The sums with a line in its year.</summary>
    public static IReadOnlyList<YearSum> Add(IReadOnlyList<YearSum> sums, int year, Posting line)
    {
        var sum = sums.FirstOrDefault(sum => sum.Year == year) ?? new(year, 0, 0, 0);
        var added = sum with { Debit = sum.Debit + line.Debit, Credit = sum.Credit + line.Credit, Documents = sum.Documents + line.Documents };
        // In order of years, so that the row is the same in whatever order the facts came.
        return [.. sums.Where(other => other.Year < year), added, .. sums.Where(other => other.Year > year)];
    }
}
