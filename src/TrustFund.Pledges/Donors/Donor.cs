using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Donors;

/// <summary>A donor, known to all funds by its code.</summary>
public sealed record Donor : State
{
    public required string Name { get; init; }

    public required DonorKind Kind { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code, EU or XK; null for an organisation without a country.</summary>
    public string? Country { get; init; }

    internal static Refusal Unknown(string code) =>
        Refusal.Rule("unknown-donor", $"There is no donor '{code}': register it first.", "donor");

    internal static void Apply(States states, DonorRegistered fact) => states.Put(new Donor
    {
        Id = fact.Donor,
        Name = fact.Name,
        Kind = DonorKinds.Of(fact.Kind),
        Country = fact.Country,
    });
}

/// <summary>A donor.</summary>
/// <param name="Code">Its code, upper case.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is to the European Union.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, EU or XK; null for an organisation without a country.</param>
public sealed record DonorView(string Code, string Name, DonorKind Kind, string? Country)
{
    internal static DonorView Of(Donor donor) => new(donor.Id, donor.Name, donor.Kind, donor.Country);
}
