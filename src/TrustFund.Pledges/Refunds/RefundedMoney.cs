using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Refunds;

/// <summary>Which of a pledge's money a refund takes.</summary>
static class RefundedMoney
{
    /// <summary>
    /// What a refund holds: of a pledge in another currency also the receipts it comes from, the latest first, so that each part goes back
    /// at the rate it came in at.
    /// </summary>
    public static RefundHold Hold(Pledge pledge, string requestId, decimal unallocated, decimal allocated, string? window)
    {
        if (pledge.Foreign is not { } foreign)
            return new(requestId, unallocated, allocated, window, []);
        var lots = new List<LotHold>();
        var (waiting, paid) = (unallocated, allocated);
        foreach (var lot in foreign.Lots.Reverse())
        {
            var part = lot.Parts.FirstOrDefault(part => part.Window == window);
            var fromWaiting = Math.Max(0, Math.Min(waiting, lot.Waiting));
            var fromPaid = Math.Max(0, Math.Min(paid, part?.Allocated ?? 0));
            if (fromWaiting == 0 && fromPaid == 0)
                continue;
            lots.Add(new(
                lot.ReceiptId,
                fromWaiting,
                Proportion.Of(pledge.In(lot.WaitingBooked), fromWaiting, lot.Waiting).Amount,
                fromPaid,
                part is null ? 0 : Proportion.Of(pledge.In(part.Booked), fromPaid, part.Allocated).Amount));
            (waiting, paid) = (waiting - fromWaiting, paid - fromPaid);
        }
        return new(requestId, unallocated, allocated, window, lots);
    }

    /// <summary>What a refund still holds after the bank took money back.</summary>
    public static RefundHold? Left(Pledge pledge)
    {
        if (pledge.Refund is not { } hold)
            return null;
        if (pledge.Foreign is null)
            return hold.With(Math.Clamp(pledge.Waiting(), 0, hold.Unallocated), Math.Clamp(pledge.Own().AllocatedIn(hold.Window), 0, hold.Allocated));
        var lots = StillThere(pledge, hold).ToList();
        return hold.With(lots.Sum(lot => lot.Unallocated), lots.Sum(lot => lot.Allocated));
    }

    /// <summary>What of a refund is still there, in the fund's currency.</summary>
    public static decimal Covered(Pledge pledge, RefundHold hold) => pledge.Foreign is null
        ? hold.Unallocated + hold.Allocated
        : StillThere(pledge, hold).Sum(lot => lot.UnallocatedBooked + lot.AllocatedBooked);

    static IEnumerable<LotHold> StillThere(Pledge pledge, RefundHold hold) =>
        hold.Lots.Where(held => pledge.Foreign!.Lots.Any(lot => lot.ReceiptId == held.ReceiptId));

    /// <summary>
    /// The pledge once it is paid: received is lower by the amount, certified and pledged by the allocated part. What the bank had paid before
    /// it was known that the money was gone leaves the donor's account below zero: it comes out of the money that arrives next.
    /// </summary>
    public static Pledge After(Pledge pledge, RefundCompleted fact)
    {
        var hold = pledge.Refund ?? throw new InvalidOperationException($"Refund '{fact.RequestId}' is held by no pledge.");
        var after = PledgeEvolution.Both(
            pledge, fact.Amount, pledge.Original(hold.AskedUnallocated + hold.AskedAllocated), (stages, by) => stages with { Received = stages.Received - by });
        after = PledgeEvolution.Both(after, fact.FromAllocated, pledge.Original(hold.AskedAllocated), (stages, by) => (stages with
        {
            Pledged = stages.Pledged - by,
            Certified = stages.Certified - by,
            Allocated = stages.Allocated - by,
        }).Earmarked(hold.Window, earmark => earmark with { Certified = earmark.Certified - by, Allocated = earmark.Allocated - by })) with
        {
            Refund = null,
        };
        return after.Foreign is { } foreign
            ? after with { Foreign = hold.Lots.Aggregate(foreign, (books, lot) => Less(books, lot, hold.Window, pledge.Currency)) }
            : after with { Gaps = Cut(pledge, hold) };
    }

    static ForeignBooks Less(ForeignBooks books, LotHold hold, string? window, Currency currency) =>
        books.Lots.Any(lot => lot.ReceiptId == hold.ReceiptId)
            ? books.With(hold.ReceiptId, kept => Less(kept, hold, window, currency))
            : books with
            {
                Lots = [.. books.Lots, new(
                    hold.ReceiptId,
                    -hold.Unallocated,
                    -hold.UnallocatedBooked,
                    hold.Allocated == 0 ? [] : [new(window, -hold.Allocated, -hold.AllocatedBooked, 0)])],
            };

    static Lot Less(Lot lot, LotHold hold, string? window, Currency books)
    {
        var less = lot with { Waiting = lot.Waiting - hold.Unallocated, WaitingBooked = lot.WaitingBooked - hold.UnallocatedBooked };
        return less with
        {
            Parts = [.. less.Parts.Select(part => part.Window != window || hold.Allocated == 0 ? part : part with
            {
                Allocated = part.Allocated - hold.Allocated,
                Booked = part.Booked - hold.AllocatedBooked,
                // What is paid back takes its share of the difference along; the rest keeps its own.
                Difference = part.Difference - Proportion.Of(new(part.Difference, books), hold.Allocated, part.Allocated).Amount,
            })],
        };
    }

    /// <summary>The unallocated part is taken from the end of the row of receipts, the allocated part from the end of what is allocated; what is not there, from what arrives next.</summary>
    static IReadOnlyList<Gap> Cut(Pledge pledge, RefundHold hold)
    {
        var gaps = pledge.Gaps;
        var end = pledge.Received + gaps.Taken();
        var unallocated = Math.Clamp(pledge.Waiting(), 0, hold.AskedUnallocated);
        var allocated = Math.Clamp(pledge.Allocated, 0, hold.AskedAllocated);
        var after = gaps.Cut(gaps.Place(pledge.Received - unallocated), gaps.Place(pledge.Received));
        after = after.Cut(gaps.Place(pledge.Allocated - allocated), gaps.Place(pledge.Allocated));
        return after.Cut(end, end + hold.AskedUnallocated + hold.AskedAllocated - unallocated - allocated);
    }
}
