using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Pledges.Tests;

/// <summary>What holds at every instant, whatever was asked and in whatever order.</summary>
static class Invariants
{
    public static void Hold(Given given)
    {
        var pledges = given.Service.All.OfType<Pledge>().ToList();
        foreach (var pledge in pledges)
        {
            Chain(pledge);
            Certificates(given, pledge);
            Receipts(given, pledge);
            Reservations(given, pledge);
        }
        Totals(given, pledges);
    }

    /// <summary>Allocated and reserved ≤ certified ≤ pledged; what arrived above that waits, and only then.</summary>
    static void Chain(Pledge pledge)
    {
        Assert.InRange(pledge.Certified, 0, pledge.Pledged);
        Assert.InRange(pledge.Allocated + pledge.Reserved, 0, pledge.Certified);
        Assert.InRange(pledge.Allocated, 0, pledge.Received);
        Assert.True(pledge.Waiting() == 0 || pledge.Free() == 0, "Money waits though it could be allocated.");
        Assert.All(pledge.Earmarks, earmark => Assert.InRange(earmark.Reserved, 0, earmark.Certified));
        Assert.True(pledge.FreeIn(null) >= 0, "More is earmarked and reserved than is certified.");
    }

    /// <summary>Certificates, less what was taken back, come to what is certified: whole, by window, and by instalment.</summary>
    static void Certificates(Given given, Pledge pledge)
    {
        var certificates = pledge.Certificates.Select(given.Service.Get<Certificate>).ToList();
        Assert.Equal(pledge.Certified, certificates.Sum(c => c.Amount - c.Cancelled));
        Assert.Equal(pledge.Certified, certificates.Sum(c => c.Instalments.Sum(i => i.Amount - i.Cancelled)));
        Assert.Equal(
            pledge.Earmarks.Where(e => e.Certified > 0).ToDictionary(e => e.Window, e => e.Certified),
            certificates.SelectMany(c => c.Earmarks).GroupBy(e => e.Window, e => e.Amount - e.Cancelled)
                .Where(window => window.Sum() > 0).ToDictionary(window => window.Key, window => window.Sum()));
        var instalments = CertificateView.Of(pledge, certificates).SelectMany(c => c.Instalments).ToList();
        Assert.Equal(pledge.Allocated, instalments.Sum(i => i.Received.Amount));
        Assert.All(instalments, i => Assert.False(i.Outstanding.IsNegative));
    }

    /// <summary>Nothing that arrived is lost or counted twice: facts, receipts and the pledge say the same.</summary>
    static void Receipts(Given given, Pledge pledge)
    {
        var receipts = given.Service.All.OfType<Receipt>().Where(r => r.PledgeId == pledge.Id).Select(r => ReceiptView.Of(r, pledge)).ToList();
        Assert.Equal(pledge.Received, receipts.Sum(r => r.Amount.Amount));
        Assert.Equal(pledge.Allocated, receipts.Sum(r => r.Allocated.Amount));
        var facts = given.Service.Journal.Select(recorded => recorded.Event).ToList();
        Assert.Equal(
            pledge.Allocated,
            facts.OfType<ContributionReceived>().Where(f => f.PledgeId == pledge.Id).Sum(f => f.Allocated.Amount)
                + facts.OfType<ContributionAllocated>().Where(f => f.PledgeId == pledge.Id).Sum(f => f.Amount.Amount));
    }

    static void Reservations(Given given, Pledge pledge)
    {
        var pending = given.Service.All.OfType<Reduction>().Where(r => r.PledgeId == pledge.Id && r.State == ReductionState.Pending).ToList();
        Assert.Equal(pledge.Reserved, pending.Sum(r => r.Amount));
        Assert.All(pledge.Earmarks, earmark => Assert.Equal(earmark.Reserved, pending.Where(r => r.Window == earmark.Window).Sum(r => r.Amount)));
    }

    /// <summary>The pledges add up to the fund; the windows and the pool do, too.</summary>
    static void Totals(Given given, List<Pledge> pledges)
    {
        var totals = given.Totals;
        Assert.Equal(
            (pledges.Sum(p => p.Pledged), pledges.Sum(p => p.Certified), pledges.Sum(p => p.Received), pledges.Sum(p => p.Allocated), pledges.Sum(p => p.Reserved)),
            (totals.Pledged, totals.Certified, totals.Received, totals.Allocated, totals.Reserved));
        Assert.Equal(totals.Earmarked, given.Service.All.OfType<Window>().Sum(window => window.Earmarked));
        Assert.All(given.Service.All.OfType<Window>(), window => Assert.Equal(
            window.Earmarked, pledges.SelectMany(p => p.Earmarks).Where(e => e.Window == window.Code).Sum(e => e.Certified)));
    }
}
