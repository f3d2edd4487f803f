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

    internal static void Apply(States states, InKindPledged fact) => states.Change<FundTotals>(
        fact.Fund, totals => totals with { InKindPledged = totals.InKindPledged + fact.Quantity });
}
