using System.Globalization;
using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;

namespace TrustFund.Leverage;

/// <summary>A mobilisation target as it was set, kept when another has taken its place. Its id is the position of the fact: <c>leverage:3</c>.</summary>
public sealed record TargetEntry : State
{
    /// <summary>Code of the fund.</summary>
    public required string Fund { get; init; }

    /// <summary>ISO 4217 code of the amount's currency, the fund's.</summary>
    public required string Currency { get; init; }

    /// <summary>The expected investment.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The words it was published with.</summary>
    public required Qualifier Qualifier { get; init; }

    /// <summary>When it was published.</summary>
    public required DateOnly SetOn { get; init; }

    /// <summary>Where it was published.</summary>
    public required string Source { get; init; }

    /// <summary>The booking date of the fact.</summary>
    public required DateOnly BookedOn { get; init; }

    /// <summary>When it was recorded, UTC.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Its place in the journal: of those that count, the last one is in force.</summary>
    public required long Sequence { get; init; }

    /// <summary>A target as a fact sets it.</summary>
    internal static TargetEntry Of(Recorded recorded, MobilisationTargetSet set) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{recorded.Source}:{recorded.Sequence}"),
        Fund = set.Fund,
        Currency = set.Amount.Currency.Code,
        Amount = set.Amount.Amount,
        Qualifier = set.Qualifier,
        SetOn = set.SetOn,
        Source = set.Source,
        BookedOn = recorded.BookedOn,
        RecordedAt = recorded.At,
        Sequence = recorded.Sequence,
    };
}
