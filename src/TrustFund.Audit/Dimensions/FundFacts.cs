using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Audit.Dimensions;

/// <summary>What Pledges says of a fund; the id is its code.</summary>
sealed record FundFacts : State
{
    public required string Name { get; init; }

    public required string Currency { get; init; }

    public required decimal ManagementCostCapPercent { get; init; }

    public required DateOnly EstablishedOn { get; init; }

    /// <summary>The contracting deadline it was established with: its first one.</summary>
    public DateOnly? ContractingDeadline { get; init; }

    public Money In(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    public static void Apply(States states, FundEstablished fact) => states.Put(new FundFacts
    {
        Id = fact.Fund,
        Name = fact.Name,
        Currency = fact.Currency,
        ManagementCostCapPercent = fact.ManagementCostCapPercent,
        EstablishedOn = fact.EstablishedOn,
        ContractingDeadline = fact.ContractingDeadline,
    });
}

/// <summary>A window of a fund; the id is the fund's code, a slash and the window's.</summary>
sealed record WindowFacts : State
{
    public required string Fund { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The position of the fact in Pledges' journal: the order in which windows were opened.</summary>
    public required long OpenedAt { get; init; }

    public static string KeyOf(string fund, string window) => $"{fund}/{window}";

    public static void Apply(States states, WindowOpened fact, long sequence) => states.Put(new WindowFacts
    {
        Id = KeyOf(fact.Fund, fact.Window),
        Fund = fact.Fund,
        Code = fact.Window,
        Name = fact.Name,
        OpenedAt = sequence,
    });
}
