using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using static TrustFund.Audit.Ledger.Lines;
using static TrustFund.Audit.Ledger.MemorandumAccounts;
using static TrustFund.Audit.Ledger.MoneyAccounts;

namespace TrustFund.Audit.Ledger;

/// <summary>What the facts of Pledges come to: a pledge is a promise, a certificate a binding one, and only a receipt is cash.</summary>
static class PledgePostings
{
    public static IEnumerable<Posting> Of(IFundEvent fact) => fact switch
    {
        PledgeAnnounced e => Raise(Pledged, e.Amount, Of(e.Donor, e.PledgeId)),
        PledgeRaised e => Raise(Pledged, e.By, Of(e.Donor, e.PledgeId)),
        PledgeReduced e => Raise(Pledged, -e.By, Of(e.Donor, e.PledgeId, e.RequestId)),
        PledgeCertified e => CertifyPledge(e),
        ReductionCompleted e => Release(e.Amount, Of(e.Donor, e.PledgeId, e.RequestId, e.Window)),
        ContributionReceived e => Receive(e),
        ContributionAllocated e => Move(Unallocated, Contributions, e.Amount, Of(e.Donor, e.PledgeId, e.ReceiptId)),
        ReceiptReversed e => Reverse(e),
        ExchangeDifferenceRealised e => Certify(e.Difference, e.Earmarked, Of(e.Donor, e.PledgeId, e.ReceiptId), Differences),
        InterestBooked e => BookInterest(e.Amount, e.AddsToAvailability, e.InterestId),
        // A reversal says what is reversed, with the sign it was booked with.
        InterestReversed e => BookInterest(-e.Amount, e.AddsToAvailability, e.InterestId),
        RefundCompleted e => Refund(e),
        // Reversed at the bank, it is in transit until it is held for the donor again: unallocated, whatever it had been taken from.
        RefundTakenBack e => Move(Refunds, Unallocated, e.Amount, Of(e.Donor, e.PledgeId, e.RequestId)),
        _ => [],
    };

    static About Of(string donor, string pledge, string? document = null, string? window = null) =>
        new() { Donor = donor, PledgeId = pledge, DocumentId = document, Window = window };

    /// <summary>A pledge in another currency is promised at the certificate's rate from then on.</summary>
    static IEnumerable<Posting> CertifyPledge(PledgeCertified e)
    {
        var about = Of(e.Donor, e.PledgeId, e.CertificateId);
        return e.PledgeDifference is { } difference
            ? Certify(e.Amount, e.Earmarks, about, Certified).Concat(Raise(Pledged, difference, about))
            : Certify(e.Amount, e.Earmarks, about, Certified);
    }

    /// <summary>The parts that belong to windows under those windows, the rest in the pool.</summary>
    static IEnumerable<Posting> Certify(Money amount, IReadOnlyList<WindowAmount> earmarks, About about, Account stage)
    {
        var pool = earmarks.Aggregate(amount, (rest, earmark) => rest - earmark.Amount);
        return earmarks
            .SelectMany(earmark => Raise(stage, earmark.Amount, about with { Window = earmark.Window }))
            .Concat(Raise(stage, pool, about));
    }

    // What a donor takes back it no longer promises either.
    static IEnumerable<Posting> Release(Money amount, About about) =>
        [.. Raise(Pledged, -amount, about with { Window = null }), .. Raise(Certified, -amount, about)];

    static IEnumerable<Posting> Receive(ContributionReceived e)
    {
        var about = Of(e.Donor, e.PledgeId, e.ReceiptId);
        return
        [
            Line(Cash, e.Amount, about, Flows.Receipts),
            .. Side(Contributions, -e.Allocated, about),
            .. Side(Unallocated, -e.Unallocated, about),
            .. Side(Suspense, e.Allocated + e.Unallocated - e.Amount, about),
        ];
    }

    static IEnumerable<Posting> Reverse(ReceiptReversed e)
    {
        var about = Of(e.Donor, e.PledgeId, e.ReceiptId);
        return
        [
            Line(Cash, -e.Amount, about, Flows.Receipts),
            .. Side(Contributions, e.Allocated, about),
            .. Side(Unallocated, e.Unallocated, about),
            .. Side(Suspense, e.Amount - e.Allocated - e.Unallocated, about),
        ];
    }

    static IEnumerable<Posting> BookInterest(Money amount, bool addsToAvailability, string id)
    {
        var about = new About { DocumentId = id, Donor = AttributedAmount.FundInterest };
        return Move(Cash, MoneyAccounts.Interest, amount, about, Flows.Interest)
            .Concat(addsToAvailability ? Raise(AvailableInterest, amount, about) : []);
    }

    // The bank paid it before: that stands on the account of refunds in transit until it is taken from what the donor contributed.
    static IEnumerable<Posting> Refund(RefundCompleted e)
    {
        var about = Of(e.Donor, e.PledgeId, e.RequestId);
        return
        [
            .. Side(Contributions, e.FromAllocated, about),
            .. Side(Unallocated, e.FromUnallocated, about),
            .. Side(Refunds, -e.Amount, about),
            .. Side(Suspense, e.Amount - e.FromAllocated - e.FromUnallocated, about),
            .. Release(e.FromAllocated, about with { Window = e.Window }),
        ];
    }

    static IEnumerable<Posting> Side(Account account, Money signed, About about) => signed.IsZero ? [] : [Line(account, signed, about)];
}
