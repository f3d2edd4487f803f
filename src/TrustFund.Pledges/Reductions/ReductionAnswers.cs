using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reading;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Reductions;

/// <summary>What Pledges does when Contracts has decided on a reduction: it completes or rejects it. An answer that comes again changes nothing.</summary>
static class ReductionAnswers
{
    public static IEnumerable<StateKey> Touches(States states, string requestId)
    {
        var request = StateKey.Of<Reduction>(requestId);
        yield return request;
        if (!states.Holds(request) || !states.TryFind<Reduction>(requestId, out var reduction))
            yield break;
        yield return StateKey.Of<Pledge>(reduction.PledgeId);
        yield return StateKey.Of<FundTotals>(reduction.Fund);
        if (reduction.Window is not null)
            yield return StateKey.Of<Window>(Window.IdOf(reduction.Fund, reduction.Window));
        foreach (var certificate in PledgeCertificates.Touches(states, reduction.PledgeId))
            yield return certificate;
        foreach (var window in PledgeWindows.Touches(states, reduction.PledgeId))
            yield return window;
    }

    public static IReadOnlyList<IFundEvent> On(States states, ResourcesReleased answer)
    {
        if (Pending(states, answer.RequestId, answer.Amount, answer.Window) is not { } reduction)
            return [];
        var pledge = states.Get<Pledge>(reduction.PledgeId);
        return
        [
            new ReductionCompleted(
                reduction.Fund, reduction.Id, pledge.Id, pledge.Donor, answer.Amount, reduction.Window, reduction.Original,
                ReducedOn: reduction.RequestedOn, Cancelled: CertificateReductions.OfReduction(states, reduction, answer.Amount)),
        ];
    }

    public static IReadOnlyList<IFundEvent> On(States states, ReleaseRefused answer, DateTimeOffset at)
    {
        if (Pending(states, answer.RequestId, answer.Amount, answer.Window) is not { } reduction)
            return [];
        var pledge = states.Get<Pledge>(reduction.PledgeId);
        var rejected = new ReductionRejected(
            reduction.Fund, reduction.Id, pledge.Id, pledge.Donor, answer.Amount, answer.LargestReleasable, answer.Reason, reduction.Original);
        return [rejected, .. WaitingMoney.Allocate(PledgeEvolution.After(pledge, rejected, reduction.Window), Days.Of(at))];
    }

    /// <summary>The request that the answer decides; null when it is decided already.</summary>
    /// <exception cref="InvalidOperationException">The answer fits no request: to apply it would part the two services' books.</exception>
    static Reduction? Pending(States states, string requestId, Money amount, string? window)
    {
        var reduction = states.Find<Reduction>(requestId)
            ?? throw new InvalidOperationException($"Contracts answered the request '{requestId}', which was never made.");
        if (amount != Asked(reduction) || window != reduction.Window)
            throw new InvalidOperationException($"Contracts answered the reduction '{requestId}' for {amount} of {window ?? "the pool"}, but {Asked(reduction)} of {reduction.Window ?? "the pool"} was asked for.");
        return reduction.State == ReductionState.Pending ? reduction : null;

        static Money Asked(Reduction reduction) => new(reduction.Amount, reduction.Currency);
    }
}
