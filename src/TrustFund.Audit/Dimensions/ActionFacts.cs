using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Dimensions;

/// <summary>What Contracts says of an action.</summary>
sealed record ActionFacts : State
{
    public required string Fund { get; init; }

    public required string Title { get; init; }

    public string? Reference { get; init; }

    public string? Theme { get; init; }

    public required bool CrossWindow { get; init; }

    /// <summary>The windows it is paid from.</summary>
    public required IReadOnlyList<string> Windows { get; init; }

    public required DateOnly ApprovedOn { get; init; }

    /// <summary>How many programmes it adopted together.</summary>
    public required int Programmes { get; init; }

    /// <summary>What its contracts may have of co-financing; none may have any when null.</summary>
    public decimal? CoFinancingCeiling { get; init; }

    /// <summary>The booking date of the approval.</summary>
    public required DateOnly BookedOn { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public static void Apply(States states, Recorded recorded, ActionApproved fact) => states.Put(new ActionFacts
    {
        Id = fact.ActionId,
        Fund = fact.Fund,
        Title = fact.Title,
        Reference = fact.Reference,
        Theme = fact.Theme,
        CrossWindow = fact.CrossWindow,
        Windows = [.. fact.Split.Select(part => part.Window)],
        ApprovedOn = fact.ApprovedOn,
        Programmes = fact.Programmes ?? 1,
        CoFinancingCeiling = fact.CoFinancingCeiling?.Amount,
        BookedOn = recorded.BookedOn,
        RecordedAt = recorded.At,
    });

    public static void Apply(States states, RiderApproved fact)
    {
        if (fact.CoFinancingCeiling is { } ceiling && states.TryFind<ActionFacts>(fact.ActionId, out var action))
            states.Put(action with { CoFinancingCeiling = ceiling.Amount });
    }
}
