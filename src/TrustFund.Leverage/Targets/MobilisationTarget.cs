using TrustFund.Events.Leverage.V1;
using TrustFund.Journal;
using TrustFund.Journal.Reporting;

namespace TrustFund.Leverage;

/// <summary>What a fund's instruments are expected to mobilise: the target in force, the last one published.</summary>
public sealed record MobilisationTarget : State
{
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

    /// <summary>Books a target in place of the one before, which stays in the history.</summary>
    public static void Apply(States states, Recorded recorded, MobilisationTargetSet set)
    {
        states.Put(new MobilisationTarget
        {
            Id = set.Fund,
            Currency = set.Amount.Currency.Code,
            Amount = set.Amount.Amount,
            Qualifier = set.Qualifier,
            SetOn = set.SetOn,
            Source = set.Source,
        });
        states.Insert(TargetEntry.Of(recorded, set));
    }
}

/// <summary>What a fund's instruments are expected to mobilise.</summary>
/// <param name="Fund">Code of the fund.</param>
/// <param name="Amount">The expected investment.</param>
/// <param name="Qualifier">The words it was published with.</param>
/// <param name="SetOn">When it was published.</param>
/// <param name="Source">Where it was published.</param>
public sealed record TargetView(string Fund, Money Amount, Qualifier Qualifier, DateOnly SetOn, string Source)
{
    /// <summary>A target as it is kept.</summary>
    public static TargetView Of(MobilisationTarget target) => new(
        target.Id,
        new(target.Amount, Currency.Of(target.Currency)),
        target.Qualifier,
        target.SetOn,
        target.Source);
}
