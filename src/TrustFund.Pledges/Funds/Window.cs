using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Funds;

/// <summary>A window of a fund, with what donors earmarked to it.</summary>
public sealed record Window : State
{
    public required string Fund { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>What certificates earmark to it, net of completed reductions and refunds.</summary>
    public required decimal Earmarked { get; init; }

    /// <summary>Exchange differences realised on what arrived for it.</summary>
    public required decimal ExchangeDifference { get; init; }

    /// <summary>The state's id: a window's code is unique within its fund.</summary>
    public static string IdOf(string fund, string window) => $"{fund}/{window}";

    internal static Refusal Unknown(string fund, string window, string field) =>
        Refusal.Rule("unknown-window", $"The fund {fund} has no window '{window}'.", field);

    internal static void Apply(States states, WindowOpened fact)
    {
        var currency = states.Get<Fund>(fact.Fund).Currency;
        states.Put(new Window
        {
            Id = IdOf(fact.Fund, fact.Window),
            Fund = fact.Fund,
            Code = fact.Window,
            Name = fact.Name,
            Currency = currency,
            Earmarked = Money.Zero(currency).Amount,
            ExchangeDifference = Money.Zero(currency).Amount,
        });
    }

    internal static void Apply(States states, PledgeCertified fact)
    {
        foreach (var earmark in fact.Earmarks)
            Add(states, fact.Fund, earmark.Window, earmark.Amount.Amount);
    }

    internal static void Apply(States states, ReductionCompleted fact)
    {
        if (fact.Window is not null)
            Add(states, fact.Fund, fact.Window, -fact.Amount.Amount);
    }

    internal static void Apply(States states, RefundCompleted fact)
    {
        if (fact.Window is not null)
            Add(states, fact.Fund, fact.Window, -fact.FromAllocated.Amount);
    }

    internal static void Apply(States states, ExchangeDifferenceRealised fact)
    {
        foreach (var part in fact.Earmarked)
        {
            states.Change<Window>(
                IdOf(fact.Fund, part.Window), kept => kept with { ExchangeDifference = kept.ExchangeDifference + part.Amount.Amount });
        }
    }

    static void Add(States states, string fund, string window, decimal amount) => states.Change<Window>(
        IdOf(fund, window), kept => kept with { Earmarked = kept.Earmarked + amount });
}
