using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Pledges;

namespace TrustFund.Pledges.Receipts;

/// <summary>Allocates money that waited, when there is room for it.</summary>
static class WaitingMoney
{
    /// <summary>What of money that arrives can be allocated at once: not what makes up for money that was paid back and never there.</summary>
    public static decimal Fits(Pledge pledge, decimal arrived) => Math.Max(0, Math.Min(arrived + Math.Min(0, pledge.Waiting()), pledge.Free()));

    /// <summary>
    /// The facts, given the pledge as it is once there is room; none when nothing waits freely or nothing is free. Money is allocated no earlier
    /// than it is booked.
    /// </summary>
    public static IEnumerable<IFundEvent> Allocate(Pledge pledge, DateOnly on)
    {
        var day = pledge.LastReceivedOn > on ? pledge.LastReceivedOn.Value : on;
        return pledge.Foreign is null ? AllocateAll(pledge, day) : AllocateLots(pledge, day);
    }

    static IEnumerable<IFundEvent> AllocateAll(Pledge pledge, DateOnly on)
    {
        var amount = Math.Min(pledge.WaitingFreely(), pledge.Free());
        if (amount > 0)
        {
            var allocation = Allocation.Of(pledge, pledge.In(amount), pledge.In(amount));
            yield return new ContributionAllocated(pledge.Fund, pledge.Id, pledge.Donor, pledge.In(amount), on, allocation.Earmarked);
        }
    }

    /// <summary>In another currency each receipt keeps its own rate, so each has an entry of its own, oldest first.</summary>
    static IEnumerable<IFundEvent> AllocateLots(Pledge pledge, DateOnly on)
    {
        foreach (var lot in pledge.Foreign!.Lots)
        {
            var held = pledge.Refund?.Lots.FirstOrDefault(hold => hold.ReceiptId == lot.ReceiptId);
            var waiting = lot.Waiting - (held?.Unallocated ?? 0);
            var amount = Math.Min(Math.Min(waiting, pledge.WaitingFreely()), pledge.Free());
            if (amount <= 0)
                continue;
            var value = Proportion.Of(pledge.In(lot.WaitingBooked - (held?.UnallocatedBooked ?? 0)), amount, waiting);
            var allocation = Allocation.Of(pledge, pledge.InOwn(amount), value);
            var allocated = new ContributionAllocated(
                pledge.Fund, pledge.Id, pledge.Donor, value, on, allocation.Earmarked, lot.ReceiptId, allocation.Own, allocation.OriginalEarmarked);
            yield return allocated;
            pledge = PledgeEvolution.After(pledge, allocated);
            foreach (var difference in allocation.Realised(pledge, lot.ReceiptId, on))
            {
                yield return difference;
                pledge = PledgeEvolution.After(pledge, difference);
            }
        }
    }
}
