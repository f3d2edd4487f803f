using TrustFund.Events;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Tests;

/// <summary>What holds at every instant, whatever was asked and in whatever order. Rules compare in the pledge's own currency.</summary>
static class Invariants
{
    public static void Hold(Given given)
    {
        var pledges = given.Service.All.OfType<Pledge>().ToList();
        var facts = given.Service.Journal.Select(recorded => recorded.Event).ToList();
        foreach (var pledge in pledges)
        {
            Chain(pledge);
            Pots(pledge);
            Certificates(given, pledge);
            Receipts(given, pledge, facts);
            Reservations(given, pledge);
            Booked(pledge, facts);
        }
        Totals(given, pledges);
    }

    /// <summary>Allocated and reserved ≤ certified ≤ pledged; what arrived above that waits, and only then, or a refund holds it.</summary>
    static void Chain(Pledge pledge)
    {
        var own = pledge.Own();
        Assert.InRange(own.Certified, 0, own.Pledged);
        Assert.InRange(own.Allocated + own.Reserved, 0, own.Certified);
        Assert.InRange(own.Allocated, 0, own.Received);
        Assert.True(pledge.WaitingFreely() == 0 || pledge.Free() == 0, "Money waits though it could be allocated.");
        Assert.True(pledge.WaitingFreely() >= 0, "A refund holds more than waits.");
    }

    /// <summary>The same in each window's earmark and in the pool; in the fund's currency nothing is left over where nothing is open.</summary>
    static void Pots(Pledge pledge)
    {
        var (own, booked) = (pledge.Own(), pledge.Booked());
        Assert.All(own.Earmarks, earmark => Assert.InRange(earmark.Reserved, 0, earmark.Certified));
        foreach (var pot in own.Pots())
        {
            Assert.True(own.FreeIn(pot) >= 0, "More is allocated and asked back of a pot than it has.");
            Assert.True(own.AllocatedIn(pot) >= 0 && booked.AllocatedIn(pot) >= 0, "A pot has lost money that it never had.");
            Assert.True(own.FreeIn(pot) != 0 || booked.FreeIn(pot) == 0, "A rest of a rate is left in a pot that expects nothing.");
            Assert.True(own.AllocatedIn(pot) != 0 || booked.AllocatedIn(pot) == 0, "A rest of a rate is left in a pot that has nothing.");
        }
        Assert.True(own.Uncertified() != 0 || booked.Uncertified() == 0, "A rest of a rate is pledged though all is certified.");
        Assert.True(booked.Uncertified() >= 0, "More is certified than pledged in the fund's currency.");
        Assert.True(own.Waiting() != 0 || booked.Waiting() == 0, "A rest of a rate waits.");
    }

    /// <summary>Certificates, less what was taken back, come to what is certified: whole, by window, and by instalment.</summary>
    static void Certificates(Given given, Pledge pledge)
    {
        var own = pledge.Own();
        var certificates = pledge.Certificates.Select(given.Service.Get<Certificate>).ToList();
        Assert.Equal(own.Certified, certificates.Sum(c => c.Amount - c.Cancelled));
        Assert.Equal(own.Certified, certificates.Sum(c => c.Instalments.Sum(i => i.Amount - i.Cancelled)));
        Assert.Equal(
            own.Earmarks.Where(e => e.Certified > 0).ToDictionary(e => e.Window, e => e.Certified),
            certificates.SelectMany(c => c.Earmarks).GroupBy(e => e.Window, e => e.Amount - e.Cancelled)
                .Where(window => window.Sum() > 0).ToDictionary(window => window.Key, window => window.Sum()));
        Assert.All(certificates.SelectMany(c => c.Instalments), i => Assert.True(i.Reserved >= 0 && i.Remains() >= 0, "An instalment is taken back twice."));
        var instalments = CertificateView.Of(pledge, certificates).SelectMany(c => c.Instalments).ToList();
        Assert.Equal(own.Allocated, instalments.Sum(i => i.Received.Amount));
        Assert.All(instalments, i => Assert.False(i.Outstanding.IsNegative));
    }

    /// <summary>Nothing that arrived is lost or counted twice: facts, receipts and the pledge say the same.</summary>
    static void Receipts(Given given, Pledge pledge, List<IFundEvent> facts)
    {
        var own = pledge.Own();
        var receipts = given.Service.All.OfType<Receipt>().Where(r => r.PledgeId == pledge.Id).Select(r => ReceiptView.Of(r, pledge)).ToList();
        Assert.Equal(own.Received, receipts.Sum(r => r.Allocated.Amount + r.Unallocated.Amount));
        Assert.Equal(own.Allocated, receipts.Sum(r => r.Allocated.Amount));
        Assert.All(receipts, r => Assert.False(r.Refunded.IsNegative));
        Assert.Equal(
            receipts.Sum(r => r.Refunded.Amount),
            given.Service.All.OfType<Refund>().Where(r => r.PledgeId == pledge.Id && r.State is RefundState.Completed or RefundState.Reversed).Sum(r => (r.Original ?? r.In(r.Amount)).Amount)
                - LostToReversals(pledge, receipts, facts));
    }

    /// <summary>What a receipt had paid back before the rest of it was reversed is not told as refunded any more.</summary>
    static decimal LostToReversals(Pledge pledge, IReadOnlyList<ReceiptView> receipts, List<IFundEvent> facts) => facts
        .OfType<ReceiptReversed>()
        .Where(fact => fact.PledgeId == pledge.Id)
        .Sum(fact =>
        {
            var receipt = receipts.Single(r => r.Id == fact.ReceiptId);
            return (receipt.Original ?? receipt.Amount).Amount - (fact.Original ?? fact.Amount).Amount;
        });

    static void Reservations(Given given, Pledge pledge)
    {
        var pending = given.Service.All.OfType<Reduction>().Where(r => r.PledgeId == pledge.Id && r.State == ReductionState.Pending).ToList();
        Assert.Equal(pledge.Reserved, pending.Sum(r => r.Amount));
        Assert.All(pledge.Earmarks, earmark => Assert.Equal(earmark.Reserved, pending.Where(r => r.Window == earmark.Window).Sum(r => r.Amount)));
        var refunds = given.Service.All.OfType<Refund>()
            .Where(r => r.PledgeId == pledge.Id && r.State is RefundState.AwaitingRelease or RefundState.AwaitingPayment).ToList();
        Assert.Equal(refunds.Count, pledge.Refund is null ? 0 : 1);
        if (pledge.Refund is not { } hold)
            return;
        Assert.Equal((refunds[0].Original ?? refunds[0].In(refunds[0].Amount)).Amount, hold.AskedUnallocated + hold.AskedAllocated);
        Assert.InRange(hold.Unallocated, 0, pledge.Waiting());
        Assert.InRange(hold.Allocated, 0, pledge.Own().AllocatedIn(hold.Window));
        Assert.True(hold is { LostUnallocated: >= 0, LostAllocated: >= 0 }, "A refund holds more than it asked for.");
        Assert.True(pledge.Own().FreeIn(hold.Window) + pledge.Own().AllocatedIn(hold.Window) >= hold.AskedAllocated, "What a refund takes back is not certified any more.");
    }

    /// <summary>The facts alone, as another service adds them up in the fund's currency, come to what the pledge says.</summary>
    static void Booked(Pledge pledge, List<IFundEvent> facts)
    {
        var received = facts.OfType<ContributionReceived>().Where(f => f.PledgeId == pledge.Id).ToList();
        var allocated = facts.OfType<ContributionAllocated>().Where(f => f.PledgeId == pledge.Id).ToList();
        var reversed = facts.OfType<ReceiptReversed>().Where(f => f.PledgeId == pledge.Id).ToList();
        var refunded = facts.OfType<RefundCompleted>().Where(f => f.PledgeId == pledge.Id).ToList();
        var cameBack = facts.OfType<RefundTakenBack>().Where(f => f.PledgeId == pledge.Id).ToList();
        Assert.Equal(cameBack.Count, cameBack.DistinctBy(f => f.RequestId).Count());
        Assert.All(cameBack, back => Assert.Equal(refunded.Single(f => f.RequestId == back.RequestId).Amount, back.Amount));
        var differences = facts.OfType<ExchangeDifferenceRealised>().Where(f => f.PledgeId == pledge.Id).ToList();
        Assert.Equal(pledge.Received, received.Sum(f => f.Amount.Amount) - reversed.Sum(f => f.Amount.Amount) - refunded.Sum(f => f.Amount.Amount) + cameBack.Sum(f => f.Amount.Amount));
        Assert.Equal(
            pledge.Allocated,
            received.Sum(f => f.Allocated.Amount) + allocated.Sum(f => f.Amount.Amount) - reversed.Sum(f => f.Allocated.Amount) - refunded.Sum(f => f.FromAllocated.Amount));
        Assert.All(received, f => Assert.Equal(f.Amount, f.Allocated + f.Unallocated));
        Assert.All(reversed, f => Assert.Equal(f.Amount, f.Allocated + f.Unallocated));
        Assert.Equal(pledge.ExchangeDifference, differences.Sum(f => f.Difference.Amount));
        Assert.All(reversed.Where(_ => refunded.Count == 0), reversal =>
        {
            Assert.Equal(received.Single(f => f.ReceiptId == reversal.ReceiptId).Amount, reversal.Amount);
            Assert.Equal(0, differences.Where(f => f.ReceiptId == reversal.ReceiptId).Sum(f => f.Difference.Amount));
        });
        Assert.All(pledge.Earmarks, earmark =>
        {
            decimal In(IReadOnlyList<WindowAmount>? parts) => parts?.Where(part => part.Window == earmark.Window).Sum(part => part.Amount.Amount) ?? 0;
            Assert.Equal(
                earmark.Allocated,
                received.Sum(f => In(f.Earmarked)) + allocated.Sum(f => In(f.Earmarked)) - reversed.Sum(f => In(f.Earmarked))
                    - refunded.Where(f => f.Window == earmark.Window).Sum(f => f.FromAllocated.Amount));
            Assert.Equal(earmark.Difference, differences.Sum(f => In(f.Earmarked)));
        });
    }

    /// <summary>The pledges add up to the fund; the windows and the pool do, too.</summary>
    static void Totals(Given given, List<Pledge> pledges)
    {
        var totals = given.Totals;
        Assert.Equal(
            (pledges.Sum(p => p.Pledged), pledges.Sum(p => p.Certified), pledges.Sum(p => p.Received), pledges.Sum(p => p.Allocated), pledges.Sum(p => p.Reserved)),
            (totals.Pledged, totals.Certified, totals.Received, totals.Allocated, totals.Reserved));
        Assert.Equal(totals.ExchangeDifference, pledges.Sum(p => p.ExchangeDifference));
        Assert.Equal(totals.Earmarked, given.Service.All.OfType<Window>().Sum(window => window.Earmarked));
        Assert.All(given.Service.All.OfType<Window>(), window => Assert.Equal(
            (window.Earmarked, window.ExchangeDifference),
            (pledges.SelectMany(p => p.Earmarks).Where(e => e.Window == window.Code).Sum(e => e.Certified),
                pledges.SelectMany(p => p.Earmarks).Where(e => e.Window == window.Code).Sum(e => e.Difference))));
        Assert.Equal(
            totals.Refunding,
            given.Service.All.OfType<Refund>().Where(r => r.State is RefundState.AwaitingRelease or RefundState.AwaitingPayment).Sum(r => r.Amount));
        Assert.Equal(totals.Interest, given.Service.All.OfType<InterestEntry>().Where(entry => entry.ReversedOn is null).Sum(entry => entry.Amount));
    }
}
