using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Pledges;

/// <summary>How a pledge follows from money that arrives and goes back.</summary>
static class MoneyEvolution
{
    public static void Apply(States states, ContributionReceived fact, DateOnly bookedOn) => states.Change<Pledge>(
        fact.PledgeId, pledge => ReceiptBooked(After(pledge, fact), bookedOn));

    public static void Apply(States states, ContributionAllocated fact, DateOnly bookedOn) => states.Change<Pledge>(fact.PledgeId, pledge => After(pledge, fact) with
    {
        LastAllocatedOn = Later(pledge.LastAllocatedOn, bookedOn),
    });

    public static void Apply(States states, ExchangeDifferenceRealised fact) => states.Change<Pledge>(fact.PledgeId, pledge => After(pledge, fact));

    public static void Apply(States states, ReceiptReversed fact, Receipt receipt) => states.Change<Pledge>(fact.PledgeId, pledge => After(pledge, fact, receipt));

    public static void Apply(States states, RefundRequested fact) => states.Change<Pledge>(fact.PledgeId, pledge => pledge with
    {
        Refund = RefundedMoney.Hold(
            pledge,
            fact.RequestId,
            (fact.Original is { } original ? original - fact.OriginalFromAllocated!.Value : fact.FromUnallocated).Amount,
            (fact.OriginalFromAllocated ?? fact.FromAllocated).Amount,
            fact.Window),
    });

    public static void Apply(States states, RefundRejected fact) => states.Change<Pledge>(fact.PledgeId, pledge => pledge with { Refund = null });

    public static void Apply(States states, RefundCompleted fact) => states.Change<Pledge>(fact.PledgeId, pledge => RefundedMoney.After(pledge, fact));

    public static void Apply(States states, RefundTakenBack fact, DateOnly bookedOn) => states.Change<Pledge>(
        fact.PledgeId, pledge => ReceiptBooked(After(pledge, fact), bookedOn));

    public static Pledge After(Pledge pledge, ContributionReceived fact)
    {
        var after = PledgeEvolution.Both(pledge, fact.Amount, fact.Original, (stages, by) => stages with { Received = stages.Received + by });
        after = Allocated(after, fact.Allocated, fact.OriginalAllocated, fact.Earmarked, fact.OriginalEarmarked);
        if (after.Foreign is not { } foreign || fact is not { Original: { } original, OriginalAllocated: { } own })
            return after;
        var lot = new Lot(fact.ReceiptId, original.Amount - own.Amount, fact.Unallocated.Amount, []);
        return after with { Foreign = foreign with { Lots = [.. foreign.Lots, Filled(lot, fact.Allocated, own, fact.Earmarked, fact.OriginalEarmarked)] } };
    }

    public static Pledge After(Pledge pledge, ContributionAllocated fact)
    {
        var after = Allocated(pledge, fact.Amount, fact.Original, fact.Earmarked, fact.OriginalEarmarked);
        return after.Foreign is { } foreign && fact is { Original: { } own, ReceiptId: { } receipt }
            ? after with
            {
                Foreign = foreign.With(receipt, lot => Filled(
                    lot with { Waiting = lot.Waiting - own.Amount, WaitingBooked = lot.WaitingBooked - fact.Amount.Amount },
                    fact.Amount, own, fact.Earmarked, fact.OriginalEarmarked)),
            }
            : after;
    }

    public static Pledge After(Pledge pledge, ExchangeDifferenceRealised fact)
    {
        var after = pledge.With(fact.Earmarked.Aggregate(
            pledge.Booked() with { Difference = pledge.ExchangeDifference + fact.Difference.Amount },
            (stages, part) => stages.Earmarked(part.Window, earmark => earmark with { Difference = earmark.Difference + part.Amount.Amount })));
        if (after.Foreign is not { } foreign || fact.Reversal)
            return after;
        var pool = fact.Difference.Amount - fact.Earmarked.Sum(part => part.Amount.Amount);
        return after with
        {
            Foreign = foreign.With(fact.ReceiptId, lot => fact.Earmarked.Aggregate(
                pool == 0 ? lot : lot.Plus(null, 0, 0, pool), (kept, part) => kept.Plus(part.Window, 0, 0, part.Amount.Amount))),
        };
    }

    /// <summary>As a receipt above what is certified: it lies behind all others, and in another currency keeps the rate that it went out at.</summary>
    public static Pledge After(Pledge pledge, RefundTakenBack fact)
    {
        var after = PledgeEvolution.Both(pledge, fact.Amount, fact.Original, (stages, by) => stages with { Received = stages.Received + by });
        return after.Foreign is { } foreign && fact.Original is { } own
            ? after with { Foreign = foreign with { Lots = [.. foreign.Lots, new(fact.RequestId, own.Amount, fact.Amount.Amount, [])] } }
            : after;
    }

    public static Pledge After(Pledge pledge, ReceiptReversed fact, Receipt receipt)
    {
        var after = PledgeEvolution.Both(pledge, fact.Amount, fact.Original, (stages, by) => stages with { Received = stages.Received - by });
        after = PledgeEvolution.Both(after, fact.Allocated, fact.OriginalAllocated, (stages, by) => stages with { Allocated = stages.Allocated - by });
        after = PledgeEvolution.Windows(
            after, fact.Earmarked, fact.OriginalEarmarked, (earmark, part) => earmark with { Allocated = earmark.Allocated - part });
        after = after.Foreign is { } foreign
            ? after with { Foreign = foreign with { Lots = [.. foreign.Lots.Where(lot => lot.ReceiptId != fact.ReceiptId)] } }
            : after with { Gaps = after.Gaps.Cut(receipt.ReceivedBefore, receipt.ReceivedBefore + receipt.Amount) };
        return after with { Refund = RefundedMoney.Left(after) };
    }

    static Pledge ReceiptBooked(Pledge pledge, DateOnly on) => pledge with { LastReceivedOn = Later(pledge.LastReceivedOn, on) };

    static DateOnly Later(DateOnly? known, DateOnly on) => known > on ? known.Value : on;

    static Pledge Allocated(
        Pledge pledge, Money booked, Money? original, IReadOnlyList<WindowAmount>? earmarked, IReadOnlyList<WindowAmount>? originalEarmarked)
    {
        var after = PledgeEvolution.Both(pledge, booked, original, (stages, by) => stages with { Allocated = stages.Allocated + by });
        return PledgeEvolution.Windows(after, earmarked, originalEarmarked, (earmark, part) => earmark with { Allocated = earmark.Allocated + part });
    }

    static Lot Filled(Lot lot, Money booked, Money own, IReadOnlyList<WindowAmount>? earmarked, IReadOnlyList<WindowAmount>? originalEarmarked)
    {
        var (restBooked, restOwn) = (booked.Amount, own.Amount);
        foreach (var part in earmarked ?? [])
        {
            var partOwn = originalEarmarked!.Single(other => other.Window == part.Window).Amount.Amount;
            lot = lot.Plus(part.Window, partOwn, part.Amount.Amount, 0);
            (restBooked, restOwn) = (restBooked - part.Amount.Amount, restOwn - partOwn);
        }
        return restOwn == 0 && restBooked == 0 ? lot : lot.Plus(null, restOwn, restBooked, 0);
    }
}
