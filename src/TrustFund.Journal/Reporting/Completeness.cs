using System.Globalization;

namespace TrustFund.Journal.Reporting;

/// <summary>How far a service has applied a source.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Sequence">The last entry applied; 0 for none.</param>
/// <param name="RecordedAt">When the source recorded it, or an earlier one that is kept with its time; null for none.</param>
public sealed record Applied(string Source, long Sequence, DateTimeOffset? RecordedAt);

/// <summary>Whether anything that a source recorded up to a moment may be missing here.</summary>
public static class Completeness
{
    /// <summary>Why it may be; null when nothing is missing.</summary>
    /// <param name="applied">What is applied here.</param>
    /// <param name="head">What the source said last; null when it never answered.</param>
    /// <param name="answered">Whether it said so just now.</param>
    /// <param name="knownOn">The moment.</param>
    public static string? WhyProvisional(Applied applied, SourceHead? head, bool answered, DateTimeOffset knownOn)
    {
        ArgumentNullException.ThrowIfNull(applied);
        // A later entry is applied, and a source's recorded time never goes back: nothing up to the moment can be missing.
        if (applied.RecordedAt > knownOn)
            return null;
        if (head is not null && head.Sequence > applied.Sequence)
            return string.Create(CultureInfo.InvariantCulture, $"{applied.Source} is at {head.Sequence}, of which {applied.Sequence} are applied here.");
        // The source was asked for this very report, a moment ago; or it said earlier that it is complete through a later moment.
        if (head is not null && (answered || head.CompleteThrough >= knownOn))
            return null;
        return head is null
            ? $"{applied.Source} does not answer: what it has recorded since is not known."
            : string.Create(CultureInfo.InvariantCulture, $"{applied.Source} does not answer; it was complete through {head.CompleteThrough.UtcDateTime:O}.");
    }
}
