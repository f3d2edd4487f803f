using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Sources;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;

namespace TrustFund.Disbursements.Refunds;

/// <summary>
/// A refund takes cash back, so the holder of the cash decides: granted whole when the fund has it to spare and the donor's own money is not
/// used up, else refused with the largest amount that could be refunded.
/// </summary>
static class AnswerRefund
{
    public static IEnumerable<StateKey> Keys(RefundCashRequested request) =>
        [StateKey.Of<Refund>(request.RequestId), StateKey.Of<FundCash>(request.Fund), StateKey.Of<FundSources>(request.Fund)];

    public static IFundEvent To(RefundCashRequested request, States states)
    {
        var currency = request.Amount.Currency;
        var (cash, sources) = (states.CashOf(request.Fund, currency), states.SourcesOf(request.Fund, currency));
        if (cash.Currency != currency.Code)
            return new RefundCashRefused(request.Fund, request.RequestId, request.PledgeId, request.Amount, Money.Zero(currency), $"The fund keeps its cash in {cash.Currency}.");
        var (unallocated, allocated) = Refundable(cash, sources, request.Donor);
        if (request.FromUnallocated <= unallocated && request.FromAllocated <= allocated)
        {
            return new RefundCashGranted(
                request.Fund, request.RequestId, request.PledgeId, request.Amount, sources.OwnOf(request.Donor, request.FromAllocated, request.Window));
        }
        var largest = Money.Min(request.FromUnallocated, unallocated) + Money.Min(request.FromAllocated, allocated);
        return new RefundCashRefused(request.Fund, request.RequestId, request.PledgeId, request.Amount, largest,
            $"Of the {request.FromAllocated} that had been allocated, {sources.LeftOf(request.Donor)} of {request.Donor}'s own money is not used up, and the fund has {cash.Available()} available; "
            + $"of the {request.FromUnallocated} that waited unallocated, {unallocated} is there.");
    }

    /// <summary>What could go back to a donor at most: of what waits unallocated, and of its own that was allocated.</summary>
    public static (Money Unallocated, Money Allocated) Refundable(FundCash cash, FundSources sources, string donor) =>
        (Money.Max(cash.In(0), cash.In(cash.Unallocated - cash.UnallocatedReserved)), Money.Max(cash.In(0), Money.Min(cash.Available(), sources.LeftOf(donor))));

    public static void Apply(States states, RefundCashRequested request, Recorded recorded) => states.Put(new Refund
    {
        Id = request.RequestId,
        Fund = request.Fund,
        PledgeId = request.PledgeId,
        Donor = request.Donor,
        FromUnallocated = request.FromUnallocated.Amount,
        FromAllocated = request.FromAllocated.Amount,
        Currency = request.Amount.Currency.Code,
        Window = request.Window,
        RequestedOn = request.RequestedOn,
        RequestedBy = request.RequestedBy,
        Status = RefundStatus.Asked,
        TraceParent = recorded.TraceParent,
    });

    public static void Apply(States states, RefundCashGranted granted)
    {
        var refund = states.Get<Refund>(granted.RequestId);
        var parts = granted.Attribution ?? [];
        states.Put(refund with { Status = RefundStatus.Granted, Attribution = Part.Of(parts) });
        var cash = states.CashOf(granted.Fund, granted.Amount.Currency);
        states.Put(cash.Reserve(refund.In(refund.FromAllocated)) with { UnallocatedReserved = cash.UnallocatedReserved + refund.FromUnallocated });
        PaidMoney.Move(states, granted.Fund, parts, granted.Amount, back: false);
    }
}
