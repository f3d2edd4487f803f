using TrustFund.Events.Contracts.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Dimensions;

/// <summary>What Contracts says of an implementing partner; the id is its code.</summary>
sealed record PartnerFacts : State
{
    public required string Name { get; init; }

    public string? Country { get; init; }

    public static void Apply(States states, PartnerRegistered fact) =>
        states.Put(new PartnerFacts { Id = fact.Partner, Name = fact.Name, Country = fact.Country });
}
