using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Funds;

/// <summary>A fund and the rules that are its own data.</summary>
public sealed record Fund : State
{
    public required string Name { get; init; }

    /// <summary>The currency its books are kept in.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Management costs may take at most this share, in percent, of unearmarked certificates.</summary>
    public required decimal ManagementCostCapPercent { get; init; }

    /// <summary>The last day on which its contracts may be signed; none when null.</summary>
    public DateOnly? ContractingDeadline { get; init; }

    public required DateOnly EstablishedOn { get; init; }

    /// <summary>How converted amounts are rounded.</summary>
    public required Rounding Rounding { get; init; }

    /// <summary>Whether interest on its account changes what it may spend.</summary>
    public required bool InterestAddsToAvailability { get; init; }

    /// <summary>What it collects besides money, when it does.</summary>
    public InKindTarget? InKind { get; init; }

    internal static Refusal Missing(string code) => Refusal.NotFound("fund", code);

    internal static void Apply(States states, FundEstablished fact) => states.Put(new Fund
    {
        Id = fact.Fund,
        Name = fact.Name,
        Currency = Currency.Of(fact.Currency),
        ManagementCostCapPercent = fact.ManagementCostCapPercent,
        ContractingDeadline = fact.ContractingDeadline,
        EstablishedOn = fact.EstablishedOn,
        Rounding = Roundings.Of(fact.Rounding),
        InterestAddsToAvailability = fact.InterestAddsToAvailability,
        InKind = fact.InKind,
    });
}
