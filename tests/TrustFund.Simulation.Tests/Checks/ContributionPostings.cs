using TrustFund.Events.Pledges.V1;
using static TrustFund.Simulation.Tests.Checks.Of;

namespace TrustFund.Simulation.Tests.Checks;

/// <summary>What the facts of Pledges change.</summary>
static class ContributionPostings
{
    public static IEnumerable<Posting> For(IFundEvent fact, Remembered remembered) => fact switch
    {
        PledgeAnnounced e => Promise(e.Fund, e.PledgeId, e.Amount, e.Original),
        PledgeRaised e => Promise(e.Fund, e.PledgeId, e.By, e.Original),
        PledgeReduced e => Promise(e.Fund, e.PledgeId, -e.By, -e.Original),
        PledgeCertified e => Certify(e),
        ReductionRequested e => AskBack(e.Fund, e.PledgeId, e.Amount, e.Original),
        ReductionRejected e => AskBack(e.Fund, e.PledgeId, -e.Amount, -e.Original),
        ReductionCompleted e => [
            .. AskBack(e.Fund, e.PledgeId, -e.Amount, -e.Original),
            .. TakeBack(e.Fund, e.PledgeId, e.Window, e.Amount.Amount, (e.Original ?? e.Amount).Amount)],
        ContributionReceived e => Receive(e),
        ContributionAllocated e => [
            .. Allocate(e.Fund, e.PledgeId, e.Amount, e.Original ?? e.Amount),
            new(CashReceived, e.Fund, e.Amount.Amount),
            new(CashUnallocated, e.Fund, -e.Amount.Amount),
            .. Bring(e.Fund, e.Donor, e.Amount, e.Earmarked)],
        ExchangeDifferenceRealised e => Differ(e),
        ReceiptReversed e => Reverse(e, remembered),
        InterestBooked e => Earn(e.Fund, e.Amount.Amount, e.AddsToAvailability),
        InterestReversed e => Earn(e.Fund, -e.Amount.Amount, e.AddsToAvailability),
        _ => Refund(fact, remembered),
    };

    static IEnumerable<Posting> Both(Of figure, string fund, string pledge, decimal amount) => [new(figure, fund, amount), new(figure, pledge, amount)];

    static IEnumerable<Posting> Promise(string fund, string pledge, Money amount, Money? original) =>
        [.. Both(Pledged, fund, pledge, amount.Amount), new(OwnPledged, pledge, (original ?? amount).Amount)];

    static IEnumerable<Posting> AskBack(string fund, string pledge, Money amount, Money? original) =>
        [.. Both(AskedBack, fund, pledge, amount.Amount), new(OwnAskedBack, pledge, (original ?? amount).Amount)];

    static IEnumerable<Posting> Certify(PledgeCertified e)
    {
        var pooled = e.Amount.Amount - e.Earmarks.Sum(earmark => earmark.Amount.Amount);
        return
        [
            .. Both(Certified, e.Fund, e.PledgeId, e.Amount.Amount),
            new(OwnCertified, e.PledgeId, (e.Original ?? e.Amount).Amount),
            // What is certified is pledged at the certificate's rate from then on.
            .. Both(Pledged, e.Fund, e.PledgeId, e.PledgeDifference?.Amount ?? 0),
            new(Resources, e.Fund, pooled),
            .. e.Earmarks.SelectMany(earmark => (Posting[])
            [
                new(CertifiedForWindow, e.Fund, earmark.Amount.Amount),
                new(CertifiedForWindow, $"{e.Fund}/{earmark.Window}", earmark.Amount.Amount),
                new(Resources, $"{e.Fund}/{earmark.Window}", earmark.Amount.Amount),
            ]),
        ];
    }

    /// <summary>What Contracts released before leaves the certificate and the pledge.</summary>
    static IEnumerable<Posting> TakeBack(string fund, string pledge, string? window, decimal amount, decimal own) =>
    [
        .. Both(Pledged, fund, pledge, -amount),
        .. Both(Certified, fund, pledge, -amount),
        new(OwnPledged, pledge, -own),
        new(OwnCertified, pledge, -own),
        .. window is null ? [] : (Posting[])[new(CertifiedForWindow, fund, -amount), new(CertifiedForWindow, $"{fund}/{window}", -amount)],
    ];

    static IEnumerable<Posting> Receive(ContributionReceived e) =>
    [
        .. Both(Received, e.Fund, e.PledgeId, e.Amount.Amount),
        new(OwnReceived, e.PledgeId, (e.Original ?? e.Amount).Amount),
        .. Allocate(e.Fund, e.PledgeId, e.Allocated, e.OriginalAllocated ?? e.Allocated),
        new(CashReceived, e.Fund, e.Allocated.Amount),
        new(CashUnallocated, e.Fund, e.Unallocated.Amount),
        .. Bring(e.Fund, e.Donor, e.Allocated, e.Earmarked),
    ];

    static IEnumerable<Posting> Allocate(string fund, string pledge, Money amount, Money own) =>
        [.. Both(Allocated, fund, pledge, amount.Amount), new(OwnAllocated, pledge, own.Amount)];

    static IEnumerable<Posting> Reverse(ReceiptReversed e, Remembered remembered) =>
    [
        .. e.BankReference is null || !remembered.Refunding.Contains(e.PledgeId) ? [] : (Posting[])
        [
            new(Taken, e.PledgeId, e.Amount.Amount),
            new(OwnTaken, e.PledgeId, (e.Original ?? e.Amount).Amount),
        ],
        .. Both(Received, e.Fund, e.PledgeId, -e.Amount.Amount),
        new(OwnReceived, e.PledgeId, -(e.Original ?? e.Amount).Amount),
        .. Allocate(e.Fund, e.PledgeId, -e.Allocated, -(e.OriginalAllocated ?? e.Allocated)),
        new(CashReceived, e.Fund, -e.Allocated.Amount),
        new(CashUnallocated, e.Fund, -e.Unallocated.Amount),
        new(CashLost, e.Fund, e.Allocated.Amount),
        .. Bring(e.Fund, e.Donor, -e.Allocated, e.Earmarked?.Select(part => part with { Amount = -part.Amount })),
    ];

    /// <summary>Money was worth more or less when it came than when it was certified.</summary>
    static IEnumerable<Posting> Differ(ExchangeDifferenceRealised e)
    {
        var pooled = e.Difference.Amount - e.Earmarked.Sum(part => part.Amount.Amount);
        return
        [
            .. Both(Difference, e.Fund, e.PledgeId, e.Difference.Amount),
            .. Change(e.Fund, pooled),
            .. e.Earmarked.SelectMany(part => (IEnumerable<Posting>)
            [
                new(DifferenceOfWindow, $"{e.Fund}/{part.Window}", part.Amount.Amount),
                .. Change($"{e.Fund}/{part.Window}", part.Amount.Amount),
            ]),
        ];
    }

    static IEnumerable<Posting> Earn(string fund, decimal amount, bool available) =>
    [
        new(Interest, fund, amount),
        new(CashLost, fund, Math.Max(0, -amount)),
        new(Brought, Pot(fund, AttributedAmount.FundInterest, null), amount),
        .. available ? Change(fund, amount).Append(new(InterestAvailable, fund, amount)) : [],
    ];

    static IEnumerable<Posting> Change(string pot, decimal amount) =>
        amount == 0 ? [] : [new(Resources, pot, amount), new(ResourcesLost, pot, Math.Max(0, -amount))];

    static IEnumerable<Posting> Refund(IFundEvent fact, Remembered remembered)
    {
        switch (fact)
        {
            case RefundRequested e:
                return [new(Refunding, e.Fund, e.Amount.Amount)];
            case RefundRejected e:
                return [new(Refunding, e.Fund, -e.Amount.Amount), .. e.Returned.IsZero ? [] : (Posting[])[new(Resources, PotOf(e.Fund, e.Window), e.Returned.Amount)]];
            case RefundCompleted e:
                var asked = remembered.Refunds[e.RequestId];
                var own = (asked.Original ?? asked.Amount).Amount;
                var ownAllocated = (asked.OriginalFromAllocated ?? asked.FromAllocated).Amount;
                return
                [
                    new(Refunding, e.Fund, -e.Amount.Amount),
                    .. TakeBack(e.Fund, e.PledgeId, e.Window, e.FromAllocated.Amount, ownAllocated),
                    .. Both(Received, e.Fund, e.PledgeId, -e.Amount.Amount),
                    new(OwnReceived, e.PledgeId, -own),
                    .. Both(Allocated, e.Fund, e.PledgeId, -e.FromAllocated.Amount),
                    new(OwnAllocated, e.PledgeId, -ownAllocated),
                ];
            // The certificate stays lower: what comes back is the donor's, and is not allocated.
            case RefundTakenBack e:
                return [.. Both(Received, e.Fund, e.PledgeId, e.Amount.Amount), new(OwnReceived, e.PledgeId, (e.Original ?? e.Amount).Amount)];
            default:
                return [];
        }
    }

    public static string PotOf(string fund, string? window) => window is null ? fund : $"{fund}/{window}";

    /// <summary>What a donor brought, earmarked to a window or pooled.</summary>
    public static string Pot(string fund, string donor, string? window) => $"{fund} {donor} {window ?? "*"}";

    static IEnumerable<Posting> Bring(string fund, string donor, Money amount, IEnumerable<WindowAmount>? earmarked)
    {
        var parts = earmarked?.ToList() ?? [];
        Assert.All(parts, part => Assert.False(Math.Sign(part.Amount.Amount) * Math.Sign(amount.Amount) < 0));
        return
        [
            new(Brought, Pot(fund, donor, null), amount.Amount - parts.Sum(part => part.Amount.Amount)),
            .. parts.Select(part => new Posting(Brought, Pot(fund, donor, part.Window), part.Amount.Amount)),
        ];
    }
}
