using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>A donor asks back a part of what it certified: it is released whole if it is still free, or refused with the largest amount that is.</summary>
static class AnswerReduction
{
    public static IEnumerable<StateKey> Touches(ReductionRequested asked) => asked.Window is null
        ? [StateKey.Of<Fund>(asked.Fund)]
        : [Window.Key(asked.Fund, asked.Window)];

    public static IFundEvent Decide(States states, ReductionRequested asked)
    {
        var (largest, reason) = asked.Window is null
            ? Free(states.Get<Fund>(asked.Fund))
            : Free(states.Get<Window>(Window.KeyOf(asked.Fund, asked.Window)));
        return asked.Amount <= largest
            ? new ResourcesReleased(asked.Fund, asked.RequestId, asked.PledgeId, asked.Amount, asked.Window)
            : new ReleaseRefused(asked.Fund, asked.RequestId, asked.PledgeId, asked.Amount, asked.Window, largest, reason);
    }

    static (Money Largest, string Reason) Free(Fund fund)
    {
        var largest = fund.LargestReleasable();
        return (largest, $"The pool of {fund.Id} has {fund.Amount(fund.Pool)}, of which {fund.Amount(fund.Allocated)} is allocated to windows "
            + $"and {fund.ManagementCostCap()} kept for management costs: {largest} can be released.");
    }

    static (Money Largest, string Reason) Free(Window window)
    {
        var largest = window.LargestReleasable();
        return (largest, $"Window {window.Code} has {window.Amount(window.Earmarked)} earmarked and {window.Amount(window.Allocated)} allocated, "
            + $"of which {window.Amount(window.Approved)} is approved for actions: {largest} of the earmark can be released.");
    }
}
