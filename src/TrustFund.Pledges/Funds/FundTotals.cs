using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Pledges.Funds;

/// <summary>
/// A fund's totals: the sums of its pledges, in its own currency. A row of its own, small, because every receipt writes it.
/// </summary>
public sealed record FundTotals : State
{
    public required Currency Currency { get; init; }

    public required decimal Pledged { get; init; }

    public required decimal Certified { get; init; }

    /// <summary>The part of what is certified that is earmarked to windows; the rest is the fund's pool.</summary>
    public required decimal Earmarked { get; init; }

    /// <summary>Everything that arrived: allocated and unallocated together.</summary>
    public required decimal Received { get; init; }

    /// <summary>What arrived within the certified amounts.</summary>
    public required decimal Allocated { get; init; }

    /// <summary>What donors asked back of what they certified and Contracts has not yet decided.</summary>
    public required decimal Reserved { get; init; }

    /// <summary>The sum of in-kind pledges, in the fund's unit. Never part of a money total.</summary>
    public required decimal InKindPledged { get; init; }

    /// <summary>How many of those units were delivered.</summary>
    public required decimal InKindDelivered { get; init; }

    /// <summary>Exchange differences realised, signed: what of <see cref="Allocated"/> came from other rates than it was certified at.</summary>
    public required decimal ExchangeDifference { get; init; }

    /// <summary>What refunds hold until they are decided.</summary>
    public required decimal Refunding { get; init; }

    /// <summary>Interest on the fund's account, signed.</summary>
    public required decimal Interest { get; init; }

    /// <summary>The part of it that changes what the fund may spend.</summary>
    public required decimal InterestAvailable { get; init; }

    internal static void Apply(States states, FundEstablished fact)
    {
        var currency = Currency.Of(fact.Currency);
        var nothing = Money.Zero(currency).Amount;
        states.Put(new FundTotals
        {
            Id = fact.Fund,
            Currency = currency,
            Pledged = nothing,
            Certified = nothing,
            Earmarked = nothing,
            Received = nothing,
            Allocated = nothing,
            Reserved = nothing,
            InKindPledged = 0,
            InKindDelivered = 0,
            ExchangeDifference = nothing,
            Refunding = nothing,
            Interest = nothing,
            InterestAvailable = nothing,
        });
    }

    internal static void Apply(States states, PledgeAnnounced fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { Pledged = totals.Pledged + fact.Amount.Amount });

    internal static void Apply(States states, PledgeRaised fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { Pledged = totals.Pledged + fact.By.Amount });

    internal static void Apply(States states, PledgeReduced fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { Pledged = totals.Pledged - fact.By.Amount });

    internal static void Apply(States states, PledgeCertified fact) => states.Change<FundTotals>(fact.Fund, totals => totals with
    {
        Pledged = totals.Pledged + (fact.PledgeDifference?.Amount ?? 0),
        Certified = totals.Certified + fact.Amount.Amount,
        Earmarked = totals.Earmarked + fact.Earmarks.Sum(earmark => earmark.Amount.Amount),
    });

    internal static void Apply(States states, ContributionReceived fact) => states.Change<FundTotals>(fact.Fund, totals => totals with
    {
        Received = totals.Received + fact.Amount.Amount,
        Allocated = totals.Allocated + fact.Allocated.Amount,
    });

    internal static void Apply(States states, ContributionAllocated fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { Allocated = totals.Allocated + fact.Amount.Amount });

    internal static void Apply(States states, ReductionRequested fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { Reserved = totals.Reserved + fact.Amount.Amount });

    internal static void Apply(States states, ReductionRejected fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { Reserved = totals.Reserved - fact.Amount.Amount });

    internal static void Apply(States states, ReductionCompleted fact) => states.Change<FundTotals>(fact.Fund, totals => totals with
    {
        Pledged = totals.Pledged - fact.Amount.Amount,
        Certified = totals.Certified - fact.Amount.Amount,
        Earmarked = totals.Earmarked - (fact.Window is null ? 0 : fact.Amount.Amount),
        Reserved = totals.Reserved - fact.Amount.Amount,
    });

    internal static void Apply(States states, ExchangeDifferenceRealised fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { ExchangeDifference = totals.ExchangeDifference + fact.Difference.Amount });

    internal static void Apply(States states, ReceiptReversed fact) => states.Change<FundTotals>(fact.Fund, totals => totals with
    {
        Received = totals.Received - fact.Amount.Amount,
        Allocated = totals.Allocated - fact.Allocated.Amount,
    });

    internal static void Apply(States states, RefundRequested fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { Refunding = totals.Refunding + fact.Amount.Amount });

    internal static void Apply(States states, RefundRejected fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { Refunding = totals.Refunding - fact.Amount.Amount });

    internal static void Apply(States states, RefundCompleted fact) => states.Change<FundTotals>(fact.Fund, totals => totals with
    {
        Pledged = totals.Pledged - fact.FromAllocated.Amount,
        Certified = totals.Certified - fact.FromAllocated.Amount,
        Earmarked = totals.Earmarked - (fact.Window is null ? 0 : fact.FromAllocated.Amount),
        Received = totals.Received - fact.Amount.Amount,
        Allocated = totals.Allocated - fact.FromAllocated.Amount,
        Refunding = totals.Refunding - fact.Amount.Amount,
    });

    internal static void Apply(States states, RefundTakenBack fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { Received = totals.Received + fact.Amount.Amount });

    internal static void Apply(States states, InterestBooked fact) => Earned(states, fact.Fund, fact.Amount.Amount, fact.AddsToAvailability);

    internal static void Apply(States states, InterestReversed fact) => Earned(states, fact.Fund, -fact.Amount.Amount, fact.AddsToAvailability);

    internal static void Apply(States states, InKindPledged fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { InKindPledged = totals.InKindPledged + fact.Quantity });

    internal static void Apply(States states, InKindChanged fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { InKindPledged = totals.InKindPledged + fact.By });

    internal static void Apply(States states, InKindDelivered fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { InKindDelivered = totals.InKindDelivered + fact.Quantity });

    static void Earned(States states, string fund, decimal amount, bool available) => states.Change<FundTotals>(fund, totals => totals with
    {
        Interest = totals.Interest + amount,
        InterestAvailable = totals.InterestAvailable + (available ? amount : 0),
    });
}
