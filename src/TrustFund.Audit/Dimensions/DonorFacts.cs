using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Dimensions;

/// <summary>What a donor is to the European Union from a date on.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="From">The first day; null from the beginning.</param>
/// <param name="RecordedAt">When it was recorded.</param>
sealed record DonorKindFrom(string Kind, DateOnly? From, DateTimeOffset RecordedAt);

/// <summary>What Pledges says of a donor; the id is its code.</summary>
sealed record DonorFacts : State
{
    public required string Name { get; init; }

    public string? Country { get; init; }

    /// <summary>Its kinds, in the order they were recorded.</summary>
    public required IReadOnlyList<DonorKindFrom> Kinds { get; init; }

    /// <summary>Its kind on a day, as far as it was known: the one that began last; of two that began on one day, the one recorded last.</summary>
    public string KindOn(DateOnly day, DateTimeOffset knownOn) => Kinds
        .Where(kind => (kind.From is null || kind.From <= day) && kind.RecordedAt <= knownOn)
        .OrderBy(kind => kind.From ?? DateOnly.MinValue)
        .Select(kind => kind.Kind)
        .LastOrDefault(Kinds[0].Kind);

    public static void Apply(States states, DonorRegistered fact, DateTimeOffset at) => states.Put(new DonorFacts
    {
        Id = fact.Donor,
        Name = fact.Name,
        Country = fact.Country,
        Kinds = [new(fact.Kind, null, at)],
    });

    public static void Apply(States states, DonorKindChanged fact, DateTimeOffset at)
    {
        if (states.TryFind<DonorFacts>(fact.Donor, out var donor))
            states.Put(donor with { Kinds = [.. donor.Kinds, new(fact.Kind, fact.EffectiveOn, at)] });
    }
}
