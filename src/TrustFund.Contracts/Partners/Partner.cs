using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Partners;

/// <summary>An implementing partner, for all funds; its id is its code.</summary>
sealed record Partner : State
{
    public required string Name { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code, EU or XK; null for an international organisation.</summary>
    public string? Country { get; init; }

    public static void Apply(States states, PartnerRegistered fact) =>
        states.Put(new Partner { Id = fact.Partner, Name = fact.Name, Country = fact.Country });
}

/// <summary>An implementing partner.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Country">ISO 3166-1 alpha-2 code, EU or XK; null for an international organisation.</param>
sealed record PartnerView(string Code, string Name, string? Country)
{
    public static PartnerView Of(Partner partner) => new(partner.Id, partner.Name, partner.Country);
}
