using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;

namespace TrustFund.Contracts.Funds;

/// <summary>
/// A donor asks back a part of what it certified, or of what it paid in: it is released whole if it is still free, or refused with the
/// largest amount that is.
/// </summary>
static class AnswerReduction
{
    public static IEnumerable<StateKey> Touches(string fund, string? window) => window is null
        ? [StateKey.Of<Fund>(fund)]
        : [Window.Key(fund, window)];

    public static IFundEvent Decide(States states, ReductionRequested asked) =>
        Answer(states, asked.Fund, asked.RequestId, asked.PledgeId, asked.Amount, asked.Window);

    /// <summary>What was received and never allocated asks nobody here.</summary>
    public static IReadOnlyList<IFundEvent> Decide(States states, RefundRequested asked) => asked.FromAllocated.IsPositive
        ? [Answer(states, asked.Fund, asked.RequestId, asked.PledgeId, asked.FromAllocated, asked.Window)]
        : [];

    static IFundEvent Answer(States states, string fund, string requestId, string pledgeId, Money amount, string? window)
    {
        var (largest, reason) = window is null
            ? Free(states.Get<Fund>(fund))
            : Free(states.Get<Window>(Window.KeyOf(fund, window)));
        return amount <= largest
            ? new ResourcesReleased(fund, requestId, pledgeId, amount, window)
            : new ReleaseRefused(fund, requestId, pledgeId, amount, window, largest, reason);
    }

    static (Money Largest, string Reason) Free(Fund fund)
    {
        var largest = fund.LargestReleasable();
        return (largest, $"The pool of {fund.Id} has {fund.Amount(fund.Pool)}, of which {fund.Amount(fund.Allocated)} is allocated to windows "
            + $"and {fund.KeptForManagementCosts()} kept for management costs{SetApart(fund)}: {largest} can be released.");
    }

    static string SetApart(Fund fund) => fund.ManagementCosts > 0 ? $", of which {fund.Amount(fund.ManagementCosts)} is allocated" : "";

    static (Money Largest, string Reason) Free(Window window)
    {
        var largest = window.LargestReleasable();
        return (largest, $"Window {window.Code} has {window.Amount(window.Earmarked)} earmarked and {window.Amount(window.Allocated)} allocated, "
            + $"of which {window.Amount(window.Approved)} is approved for actions: {largest} of the earmark can be released.");
    }
}
