namespace TrustFund.Pledges.Receipts;

/// <summary>
/// A pledge's receipts lie in a row, in the order they were booked, each where the one before ends, and money is allocated from the front.
/// A gap is where money was taken out again. So a receipt's row never changes, and yet it is known what of it still counts.
/// </summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
public sealed record Gap(decimal From, decimal To);

/// <summary>Measures on the row of a pledge's receipts.</summary>
static class Gaps
{
    /// <summary>What is left between two places.</summary>
    public static decimal Left(this IReadOnlyList<Gap> gaps, decimal from, decimal to) =>
        to - from - gaps.Sum(gap => Math.Max(0, Math.Min(to, gap.To) - Math.Max(from, gap.From)));

    /// <summary>Everything that was ever taken out.</summary>
    public static decimal Taken(this IReadOnlyList<Gap> gaps) => gaps.Sum(gap => gap.To - gap.From);

    /// <summary>With what lies between two places taken out, as far as it is not already.</summary>
    public static IReadOnlyList<Gap> Cut(this IReadOnlyList<Gap> gaps, decimal from, decimal to)
    {
        if (from >= to)
            return gaps;
        var touching = gaps.Where(gap => gap.From <= to && gap.To >= from).ToList();
        var merged = new Gap(touching.Select(gap => gap.From).Append(from).Min(), touching.Select(gap => gap.To).Append(to).Max());
        return [.. gaps.Except(touching).Append(merged).OrderBy(gap => gap.From)];
    }

    /// <summary>The place before which this much is left.</summary>
    public static decimal Place(this IReadOnlyList<Gap> gaps, decimal amount)
    {
        var place = amount;
        foreach (var gap in gaps)
        {
            if (gap.From >= place)
                break;
            place += gap.To - gap.From;
        }
        return place;
    }
}
