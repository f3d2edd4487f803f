using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>A window of a fund: what it may approve and what it has approved. Its id is <c>EUTF-AFRICA/SLC</c>; amounts are in the fund's currency.</summary>
sealed record Window : State
{
    public required string Fund { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Currency { get; init; }

    /// <summary>Its place in the order in which the fund's windows were opened, from 0.</summary>
    public required int Position { get; init; }

    /// <summary>Certificates earmarked to it, less what was released to their donors, with exchange differences, which may make it negative.</summary>
    public decimal Earmarked { get; init; }

    /// <summary>What the Board allocated to it out of the pool, less what came back.</summary>
    public decimal Allocated { get; init; }

    /// <summary>Approved out of it: its own actions and its parts of cross-window ones.</summary>
    public decimal Approved { get; init; }

    /// <summary>Its parts of cross-window actions: inside <see cref="Approved"/>.</summary>
    public decimal CrossWindowApproved { get; init; }

    /// <summary>Contracts under its own actions, net of decommitments; those of cross-window actions are the fund's.</summary>
    public decimal Contracted { get; init; }

    /// <summary>Traces of the last certificates earmarked to it.</summary>
    public IReadOnlyList<string> CertificateTraces { get; init; } = [];

    /// <summary>Traces of the last allocations to it.</summary>
    public IReadOnlyList<string> AllocationTraces { get; init; } = [];

    public static string KeyOf(string fund, string window) => $"{fund}/{window}";

    public static StateKey Key(string fund, string window) => StateKey.Of<Window>(KeyOf(fund, window));

    /// <summary>What it may still approve: earmarked and allocated, less approved. Facts may make it negative: nothing can be approved then.</summary>
    public Money Available() => Amount(Earmarked + Allocated - Approved);

    /// <summary>The largest part of its earmark that is not promised on: all that a donor can take back.</summary>
    public Money LargestReleasable() => Amount(Math.Max(0, Math.Min(Earmarked, Earmarked + Allocated - Approved)));

    /// <summary>What it may give to another window: what is free and came by allocation. An earmark binds money to its window.</summary>
    public Money Transferable() => Amount(Math.Max(0, Math.Min(Allocated, Earmarked + Allocated - Approved)));

    /// <summary>An amount in the currency of the fund's books.</summary>
    public Money Amount(decimal amount) => new(amount, TrustFund.Currency.Of(Currency));

    public static void Apply(States states, WindowOpened fact)
    {
        var fund = states.Get<Fund>(fact.Fund);
        states.Put(new Window
        {
            Id = KeyOf(fact.Fund, fact.Window),
            Fund = fact.Fund,
            Code = fact.Window,
            Name = fact.Name,
            Currency = fund.Currency,
            Position = fund.WindowsOpened,
        });
        states.Put(fund with { WindowsOpened = fund.WindowsOpened + 1 });
    }
}
