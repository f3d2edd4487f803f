using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Donors;

/// <summary>That a donor is of another kind from a date on.</summary>
/// <param name="Kind">What it is from then on.</param>
/// <param name="EffectiveOn">The first day it is so.</param>
/// <param name="Reason">Why.</param>
public sealed record KindChange(DonorKind Kind, DateOnly EffectiveOn, string Reason);

/// <summary>A donor, known to all funds by its code.</summary>
public sealed record Donor : State
{
    public required string Name { get; init; }

    /// <summary>What it was when it was registered.</summary>
    public required DonorKind Kind { get; init; }

    /// <summary>What it became since, and when: earliest first.</summary>
    public required IReadOnlyList<KindChange> KindChanges { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code, EU or XK; null for an organisation without a country.</summary>
    public string? Country { get; init; }

    /// <summary>What it was, is or will be on a day.</summary>
    public DonorKind KindOn(DateOnly day) => KindChanges.LastOrDefault(change => change.EffectiveOn <= day)?.Kind ?? Kind;

    internal static Refusal Unknown(string code) =>
        Refusal.Rule("unknown-donor", $"There is no donor '{code}': register it first.", "donor");

    internal static void Apply(States states, DonorRegistered fact) => states.Put(new Donor
    {
        Id = fact.Donor,
        Name = fact.Name,
        Kind = DonorKinds.Of(fact.Kind),
        KindChanges = [],
        Country = fact.Country,
    });

    internal static void Apply(States states, DonorKindChanged fact) => states.Change<Donor>(fact.Donor, donor => donor with
    {
        KindChanges = [.. donor.KindChanges, new KindChange(DonorKinds.Of(fact.Kind), fact.EffectiveOn, fact.Reason)],
    });
}

/// <summary>A donor.</summary>
/// <param name="Code">Its code, upper case.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is to the European Union, on the day asked for.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, EU or XK; null for an organisation without a country.</param>
/// <param name="RegisteredAs">What it was when it was registered.</param>
/// <param name="KindChanges">What it became since, and when: earliest first.</param>
public sealed record DonorView(
    string Code, string Name, DonorKind Kind, string? Country, DonorKind RegisteredAs, IReadOnlyList<KindChange> KindChanges)
{
    internal static DonorView Of(Donor donor, DateOnly day) =>
        new(donor.Id, donor.Name, donor.KindOn(day), donor.Country, donor.Kind, donor.KindChanges);
}
