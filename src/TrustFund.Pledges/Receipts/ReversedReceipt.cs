using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Receipts;

/// <summary>What a reversal takes back.</summary>
static class ReversedReceipt
{
    /// <summary>Whether a refund holds money that the reversal would take.</summary>
    public static bool IsHeld(Pledge pledge, Receipt receipt)
    {
        if (pledge.Refund is not { } refund)
            return false;
        if (pledge.Foreign is not null)
            return refund.Lots.Any(lot => lot.ReceiptId == receipt.ReceiptId);
        var (allocated, waiting) = receipt.Counts(pledge);
        return waiting > pledge.Waiting() - refund.Unallocated || allocated > pledge.Allocated - refund.Allocated;
    }

    /// <summary>The fact, in both currencies.</summary>
    public static ReceiptReversed Of(Pledge pledge, Receipt receipt, ReverseReceipt command)
    {
        var (allocated, waiting) = receipt.Counts(pledge);
        var lot = pledge.Foreign?.Lots.Single(lot => lot.ReceiptId == receipt.ReceiptId);
        var (bookedAllocated, bookedWaiting) = lot is null ? (allocated, waiting) : (lot.AllocatedBooked(), lot.WaitingBooked);
        return new(
            pledge.Fund,
            pledge.Id,
            receipt.ReceiptId,
            command.ReversalId,
            pledge.Donor,
            pledge.In(bookedAllocated + bookedWaiting),
            pledge.In(bookedAllocated),
            pledge.In(bookedWaiting),
            pledge.Original(allocated + waiting),
            receipt.Rate,
            lot is null ? PartsOf(pledge, allocated) : PartsOf(lot, part => pledge.In(part.Booked)),
            command.ReversedOn,
            command.Reason,
            command.BankReference,
            pledge.Original(allocated),
            lot is null ? null : PartsOf(lot, part => pledge.InOwn(part.Allocated)),
            receipt.BankReference);
    }

    /// <summary>The exchange difference that came with the receipt, taken back with it; none when there was none.</summary>
    public static IEnumerable<ExchangeDifferenceRealised> Difference(Pledge pledge, Receipt receipt, DateOnly on)
    {
        var parts = pledge.Foreign?.Lots.Single(lot => lot.ReceiptId == receipt.ReceiptId).Parts.Where(part => part.Difference != 0).ToList();
        if (parts is null or [])
            yield break;
        yield return new(
            pledge.Fund,
            pledge.Id,
            receipt.ReceiptId,
            pledge.Donor,
            pledge.In(-parts.Sum(part => part.Difference)),
            [.. parts.Where(part => part.Window is not null).Select(part => new WindowAmount(part.Window!, pledge.In(-part.Difference)))],
            on,
            Reversal: true);
    }

    /// <summary>
    /// In the fund's own currency the pots lose in proportion to what each has of the money, less what a refund holds of one; the held part
    /// goes last.
    /// </summary>
    static List<WindowAmount>? PartsOf(Pledge pledge, decimal allocated)
    {
        if (pledge.Earmarks.Count == 0 || allocated == 0)
            return null;
        var stages = pledge.Booked();
        var pots = stages.Pots();
        var held = pledge.Refund is { Allocated: > 0 } refund ? refund : null;
        var unheld = pots.Select(pot => Math.Max(0, stages.AllocatedIn(pot) - (held is not null && held.Window == pot ? held.Allocated : 0))).ToList();
        var first = Math.Min(allocated, unheld.Sum());
        var parts = first == 0 ? [.. pots.Select(_ => pledge.In(0))] : Split.ByLargestRemainder(pledge.In(first), unheld);
        var windows = pots.Select((pot, i) => (pot, part: held is not null && held.Window == pot ? parts[i] + pledge.In(allocated - first) : parts[i])).Where(entry => entry.pot is not null && !entry.part.IsZero)
            .Select(entry => new WindowAmount(entry.pot!, entry.part)).ToList();
        return windows.Count == 0 ? null : windows;
    }

    static List<WindowAmount>? PartsOf(Lot lot, Func<LotPart, Money> amount)
    {
        var windows = lot.Parts.Where(part => part is { Window: not null, Allocated: not 0 }).Select(part => new WindowAmount(part.Window!, amount(part))).ToList();
        return windows.Count == 0 ? null : windows;
    }
}
