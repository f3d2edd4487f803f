using TrustFund.Audit.Exceptions;

namespace TrustFund.Audit.Reconciliation;

/// <summary>The entries of sources that are not applied here and will not be without a person.</summary>
/// <param name="Fund">The fund that asks.</param>
/// <param name="Findings">One for each: the subject is its position.</param>
/// <param name="Passed">How far each source is applied.</param>
sealed record EntriesNotApplied(string Fund, IReadOnlyList<Finding> Findings, IReadOnlyDictionary<string, long> Passed)
{
    /// <summary>Whether the entry of a slot was reached, so that it is applied unless it is among the findings.</summary>
    public bool IsPassed(string slot) =>
        slot[ExceptionSlot.KeyOf(Fund, ExceptionKinds.EntryNotApplied, "").Length..].Split(':') is [var source, var sequence]
        && long.TryParse(sequence, out var position)
        && Passed.GetValueOrDefault(source) >= position;
}
