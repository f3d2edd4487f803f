using TrustFund.Contracts.Funds;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Those who record certificates, receipts and what donors take back.</summary>
static class ContributionsDesk
{
    static readonly DateOnly CertifiedOn = new(2016, 9, 1);
    static readonly DateOnly ReceivedOn = new(2017, 1, 15);

    public static Order? CertifyPledge(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges), draw.Step.Which) is not { } pledge)
            return null;
        var fund = FundOfPlay.Of(pledge.Fund);
        var amount = draw.Amount(fund, pledge.Uncertified(), times: 4);
        var certifiedOn = draw.Day(CertifiedOn);
        var command = new CertifyPledge(
            draw.Code(pledge.Fund), draw.Id(pledge.Id), draw.NextId("certificate"), amount,
            Earmarks(draw, pledge.Fund, amount), Instalments(draw, amount, certifiedOn), certifiedOn, "CC-1");
        return draw.Of(pledges, command, draw.UpTo(amount, pledge.Uncertified(), "exceeds-pledged"));
    }

    public static Order? RecordReceipt(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges), draw.Step.Which) is not { } pledge)
            return null;
        var fund = FundOfPlay.Of(pledge.Fund);
        var amount = draw.Amount(fund, pledge.Free(), times: 2);
        var booked = draw.Step.Third % 20 == 0 ? Draw.Pick(Draw.Kept<Receipt>(pledges).Where(receipt => receipt.Fund == fund.Code), draw.Step.Other) : null;
        var receipt = draw.NextId("receipt");
        var command = new RecordReceipt(
            draw.Code(pledge.Fund), draw.Id(pledge.Id), receipt, amount, draw.Day(ReceivedOn), booked?.BankReference.ToUpperInvariant() ?? $"bank {receipt}");
        return draw.Of(pledges, command,
            draw.BadId ? Outcome.RefusedAs("not-found")
            : booked is not null ? Outcome.RefusedAs("bank-reference-already-booked")
            : draw.UpTo(amount, Money.Limit - fund.Unit - pledges.Service.Get<FundTotals>(fund.Code).Received, "beyond-limit"));
    }

    public static Order? ReduceUncertified(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges), draw.Step.Which) is not { } pledge)
            return null;
        var amount = draw.Amount(FundOfPlay.Of(pledge.Fund), pledge.Uncertified());
        return draw.Of(pledges, Reduce(draw, pledge, amount, ReductionSource.Uncertified, null), draw.UpTo(amount, pledge.Uncertified(), "exceeds-uncertified"));
    }

    public static Order? ReduceCertified(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges), draw.Step.Which) is not { } pledge)
            return null;
        var window = draw.Step.Other % 2 == 0 ? null : Draw.Pick(WindowsOf(draw, pledge.Fund), draw.Step.Other)?.Code;
        var (free, inPot) = (pledge.Free(), pledge.FreeIn(window));
        // What Contracts would release at most, could one ask: requests about its edge are the ones that must be decided to the cent.
        var edge = draw.Step.Third % 2 == 0 ? Releasable(draw, pledge.Fund, window) : decimal.MaxValue;
        var amount = draw.Amount(FundOfPlay.Of(pledge.Fund), Math.Min(edge, Math.Min(free, inPot)));
        var code = amount.Amount > free ? "exceeds-reducible" : window is null ? "exceeds-unearmarked" : "exceeds-earmarked";
        return draw.Of(pledges, Reduce(draw, pledge, amount, ReductionSource.Certified, window), draw.UpTo(amount, Math.Min(free, inPot), code));
    }

    static ReducePledge Reduce(Draw draw, Pledge pledge, Money amount, ReductionSource from, string? window) => new(
        draw.Code(pledge.Fund), draw.Id(pledge.Id), draw.NextId("reduction"), amount, from, window, draw.Day(CertifiedOn.AddDays(300)), "The donor's budget was cut.");

    static decimal Releasable(Draw draw, string fund, string? window)
    {
        var contracts = draw.World.Contracts.Service;
        return window is null
            ? contracts.Find<SpendingFund>(fund)?.LargestReleasable().Amount ?? 0
            : contracts.Find<SpendingWindow>(SpendingWindow.KeyOf(fund, window))?.LargestReleasable().Amount ?? 0;
    }

    static IEnumerable<PledgingWindow> WindowsOf(Draw draw, string fund) =>
        Draw.Kept<PledgingWindow>(draw.World.Pledges).Where(window => window.Fund == fund);

    /// <summary>Nothing earmarked, all of it, or parts for one window or two.</summary>
    static List<WindowAmount> Earmarks(Draw draw, string fund, Money amount)
    {
        var windows = WindowsOf(draw, fund).ToList();
        var (first, second) = (Draw.Fifths(amount, draw.Step.Third % 6), Draw.Fifths(amount, 5 - (draw.Step.Third % 6)));
        var earmarks = new List<WindowAmount>();
        if (draw.Step.Other % 3 > 0 && windows.Count > 0)
            earmarks.Add(new(windows[draw.Step.Other % windows.Count].Code, first));
        if (draw.Step.Other % 3 > 1 && windows.Count > 1)
            earmarks.Add(new(windows[(draw.Step.Other + 1) % windows.Count].Code, second));
        return earmarks.FindAll(earmark => earmark.Amount.IsPositive);
    }

    /// <summary>All at once, or in two instalments, the larger one due first or last.</summary>
    static IReadOnlyList<Instalment> Instalments(Draw draw, Money amount, DateOnly certifiedOn)
    {
        var first = Draw.Fifths(amount, draw.Step.Third % 5);
        return first.IsPositive && first < amount
            ? [new(certifiedOn.AddDays(draw.Step.Third % 90), first), new(certifiedOn.AddDays(draw.Step.Other % 90), amount - first)]
            : [];
    }
}
