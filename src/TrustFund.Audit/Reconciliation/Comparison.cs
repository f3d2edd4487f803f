namespace TrustFund.Audit.Reconciliation;

/// <summary>What a comparison came to.</summary>
enum ComparisonState
{
    /// <summary>Both are the same.</summary>
    Agrees,

    /// <summary>They are not.</summary>
    Differs,

    /// <summary>They could not be compared now: what either stands for was not the same.</summary>
    NotComparable,
}

/// <summary>A figure of the ledger beside the same figure elsewhere.</summary>
/// <param name="Subject">What is compared: `pledges certified`, `contracts approved SLC`, or a published figure's id.</param>
/// <param name="State">`agrees`, `differs` or `not-comparable`.</param>
/// <param name="Ledger">What the ledger says; null when it was not looked up.</param>
/// <param name="Other">What the service or the publication says.</param>
/// <param name="Difference">The ledger less the service's own; null for a published figure, which is an interval.</param>
/// <param name="Note">Why it could not be compared, or what was published.</param>
/// <param name="Count">What the ledger counts, for a figure that is a number and no amount.</param>
sealed record Comparison(string Subject, ComparisonState State, Money? Ledger, string? Other, Money? Difference, string? Note, long? Count = null);
