using TrustFund.Events.Pledges.V1;

namespace TrustFund.Disbursements.Funds;

/// <summary>What the journal of Pledges adds to a fund's cash. A fund is kept from the first fact that names it, whichever it is.</summary>
static class FollowPledges
{
    public static void Apply(States states, FundEstablished established) =>
        states.Put(Kept(states, established.Fund, Currency.Of(established.Currency)));

    public static void Apply(States states, ContributionReceived received, string? traceParent) =>
        states.Put(Kept(states, received.Fund, received.Allocated.Currency).Receive(received.Allocated, received.Unallocated, traceParent));

    /// <summary>What waited unallocated becomes cash to spend.</summary>
    public static void Apply(States states, ContributionAllocated allocated, string? traceParent) =>
        states.Put(Kept(states, allocated.Fund, allocated.Amount.Currency).Receive(allocated.Amount, -allocated.Amount, traceParent));

    /// <exception cref="InvalidOperationException">The fund is kept in another currency: the fact is set aside for a person to look at.</exception>
    static FundCash Kept(States states, string fund, Currency currency)
    {
        var cash = states.Find<FundCash>(fund) ?? FundCash.Of(fund, currency);
        return cash.Currency == currency.Code
            ? cash
            : throw new InvalidOperationException($"Fund {fund} keeps its books in {cash.Currency}, and the fact is in {currency}.");
    }
}
