using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>What was signed, disbursed or cancelled of an operation: an entry that stands until it is reversed, once.</summary>
public sealed record OperationEntry : State
{
    /// <summary>Code of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>Id of the operation.</summary>
    public required string OperationId { get; init; }

    /// <summary>What it is.</summary>
    public required OperationEntryKind Kind { get; init; }

    /// <summary>ISO 4217 code of its amounts' currency, the fund's.</summary>
    public required string Currency { get; init; }

    /// <summary>The instruments' amounts it says.</summary>
    public IReadOnlyList<Backing> Amounts { get; init; } = [];

    /// <summary>The financiers' amounts it says.</summary>
    public IReadOnlyList<Finance> Financiers { get; init; } = [];

    /// <summary>When it happened.</summary>
    public required DateOnly HappenedOn { get; init; }

    /// <summary>Reference of the document.</summary>
    public string? Reference { get; init; }

    /// <summary>Why it was cancelled.</summary>
    public string? Reason { get; init; }

    /// <summary>When it was reversed.</summary>
    public DateOnly? ReversedOn { get; init; }

    /// <summary>Why it was reversed.</summary>
    public string? ReversalReason { get; init; }
}
