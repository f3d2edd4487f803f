using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Reading;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Refunds;

/// <summary>What Pledges does when Contracts or Disbursements has decided on a refund. An answer that comes again changes nothing.</summary>
static class RefundAnswers
{
    public static IEnumerable<StateKey> Touches(States states, string requestId)
    {
        var request = StateKey.Of<Refund>(requestId);
        yield return request;
        if (!states.Holds(request) || !states.TryFind<Refund>(requestId, out var refund))
            yield break;
        yield return StateKey.Of<Pledge>(refund.PledgeId);
        yield return StateKey.Of<FundTotals>(refund.Fund);
        if (refund.Window is not null)
            yield return StateKey.Of<Window>(Window.IdOf(refund.Fund, refund.Window));
        foreach (var key in PledgeCertificates.Touches(states, refund.PledgeId).Concat(PledgeWindows.Touches(states, refund.PledgeId)))
            yield return key;
    }

    /// <summary>The same, and the bank's entry by which it was paid.</summary>
    public static IEnumerable<StateKey> Touches(States states, RefundExecuted answer) =>
        [.. Touches(states, answer.RequestId), StateKey.Of<BankDebit>(BankDebit.IdOf(answer.Fund, answer.BankReference))];

    /// <summary>The same, the receipt that the money is when it comes back, and the entry by which it had been paid.</summary>
    public static IEnumerable<StateKey> Touches(States states, RefundReversed answer)
    {
        foreach (var key in Touches(states, answer.RequestId).Concat(Receipt.TouchesReturn(states, answer.Fund, answer.RequestId)))
            yield return key;
        if (answer.BankReference is { } reference)
        {
            yield return StateKey.Of<InterestEntry>(InterestEntry.IdOf(answer.Fund, reference));
            foreach (var key in Receipt.Touches(states, answer.Fund, reference))
                yield return key;
        }
        if (states.Holds(StateKey.Of<Refund>(answer.RequestId)) && states.Find<Refund>(answer.RequestId)?.BankReference is { } paidUnder)
            yield return StateKey.Of<BankDebit>(BankDebit.IdOf(answer.Fund, paidUnder));
    }

    /// <summary>What Contracts released is asked of Disbursements; when the bank took the money back meanwhile, Contracts has it back.</summary>
    public static IReadOnlyList<IFundEvent> On(Refund refund, Pledge pledge, ResourcesReleased answer, DateTimeOffset at)
    {
        Fits(refund, answer.Amount, refund.FromAllocated);
        if (answer.Window != refund.Window)
            throw new InvalidOperationException($"Contracts answered the refund '{refund.Id}' for {answer.Window ?? "the pool"}, but {refund.Window ?? "the pool"} was asked.");
        if (refund.State != RefundState.AwaitingRelease)
            return [];
        if (pledge.Refund is { IsShort: true } hold)
        {
            const string Gone = "The bank took back money that the refund was to come from.";
            return Rejected(refund, pledge, refund.FromAllocated, pledge.In(RefundedMoney.Covered(pledge, hold)), Gone, at);
        }
        return
        [
            new RefundCashRequested(
                refund.Fund, refund.Id, pledge.Id, pledge.Donor, refund.In(refund.Amount), refund.In(refund.FromUnallocated),
                refund.In(refund.FromAllocated), refund.Window, refund.RequestedOn, refund.RequestedBy),
        ];
    }

    public static IReadOnlyList<IFundEvent> On(Refund refund, Pledge pledge, ReleaseRefused answer, DateTimeOffset at)
    {
        Fits(refund, answer.Amount, refund.FromAllocated);
        if (answer.Window != refund.Window)
            throw new InvalidOperationException($"Contracts answered the refund '{refund.Id}' for {answer.Window ?? "the pool"}, but {refund.Window ?? "the pool"} was asked.");
        return refund.State != RefundState.AwaitingRelease ? [] : Rejected(refund, pledge, 0, answer.LargestReleasable, answer.Reason, at);
    }

    /// <summary>Disbursements may refuse after it had granted: while it is not paid, the cash can be lost again.</summary>
    public static IReadOnlyList<IFundEvent> On(States states, RefundCashRefused answer, DateTimeOffset at)
    {
        var refund = Asked(states, answer.RequestId, answer.Amount);
        return refund.State != RefundState.AwaitingPayment
            ? []
            : Rejected(refund, states.Get<Pledge>(refund.PledgeId), refund.FromAllocated, answer.LargestReleasable, answer.Reason, at);
    }

    public static IReadOnlyList<IFundEvent> On(States states, RefundExecuted answer)
    {
        var refund = Asked(states, answer.RequestId, answer.Amount);
        if (refund.State != RefundState.AwaitingPayment)
            return [];
        var pledge = states.Get<Pledge>(refund.PledgeId);
        var allocated = refund.In(refund.FromAllocated);
        return
        [
            new RefundCompleted(
                refund.Fund, refund.Id, pledge.Id, pledge.Donor, refund.In(refund.Amount), refund.In(refund.FromUnallocated), allocated,
                refund.Window, answer.PaidOn, answer.BankReference,
                CertificateReductions.OfRefund(states, pledge, refund.Window, pledge.Refund!.AskedAllocated, allocated)),
        ];
    }

    /// <summary>What was paid is there again: it waits as money that arrives, and is allocated at once where a certificate has room for it.</summary>
    /// <exception cref="InvalidOperationException">It is not known here that it was paid: that was put aside, and this is put aside behind it.</exception>
    public static IReadOnlyList<IFundEvent> On(States states, RefundReversed answer)
    {
        var refund = Asked(states, answer.RequestId, answer.Amount);
        if (refund.State == RefundState.Reversed)
            return [];
        if (refund.State != RefundState.Completed)
            throw new InvalidOperationException($"Disbursements reversed the refund '{refund.Id}', which is not known to be paid.");
        var pledge = states.Get<Pledge>(refund.PledgeId);
        // Somebody may have booked the bank's credit as a receipt or as interest meanwhile: it is another booking then, for a person to look at.
        var isFree = answer.BankReference is { } reference
            && states.Find<Receipt>(Receipt.IdOf(refund.Fund, reference)) is not { IsCorrected: false }
            && states.Find<InterestEntry>(InterestEntry.IdOf(refund.Fund, reference)) is not { ReversedOn: null };
        var takenBack = new RefundTakenBack(
            refund.Fund, refund.Id, refund.PledgeId, pledge.Donor, refund.In(refund.Amount), answer.ReversedOn, answer.Reason, refund.Original,
            isFree ? answer.BankReference : null);
        return [takenBack, .. WaitingMoney.Allocate(MoneyEvolution.After(pledge, takenBack), answer.ReversedOn)];
    }

    /// <summary>What was held is free again, so money that waited may be allocated.</summary>
    static IReadOnlyList<IFundEvent> Rejected(Refund refund, Pledge pledge, decimal returned, Money largest, string reason, DateTimeOffset at) =>
    [
        new RefundRejected(
            refund.Fund, refund.Id, pledge.Id, pledge.Donor, refund.In(refund.Amount), refund.In(returned), refund.Window, largest, reason),
        .. WaitingMoney.Allocate(pledge with { Refund = null }, Days.Of(at)),
    ];

    static Refund Asked(States states, string requestId, Money amount)
    {
        var refund = states.Find<Refund>(requestId)
            ?? throw new InvalidOperationException($"Disbursements answered the refund '{requestId}', which was never requested.");
        Fits(refund, amount, refund.Amount);
        return refund;
    }

    static void Fits(Refund refund, Money amount, decimal asked)
    {
        if (amount != refund.In(asked))
            throw new InvalidOperationException($"The refund '{refund.Id}' was answered for {amount}, but {refund.In(asked)} was asked for.");
    }
}
