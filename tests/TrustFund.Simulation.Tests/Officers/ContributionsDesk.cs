using TrustFund.Contracts.Funds;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Bank;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Those who record certificates, receipts and what donors take back.</summary>
static class ContributionsDesk
{
    public static readonly DateOnly ReceivedOn = new(2017, 1, 15);

    static readonly DateOnly CertifiedOn = new(2016, 9, 1);

    public static Order? CertifyPledge(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges), draw.Step.Which) is not { } pledge)
            return null;
        var (fund, own) = (FundOfPlay.Of(pledge.Fund), pledge.Own());
        var amount = draw.Amount(own.Currency, fund.ScaleOf(own.Currency), pledge.Uncertified(), times: 4);
        var certifiedOn = draw.Day(CertifiedOn);
        var command = new CertifyPledge(
            draw.Code(pledge.Fund), draw.Id(pledge.Id), draw.NextId("certificate"), amount,
            Earmarks(draw, pledge.Fund, amount), Instalments(draw, amount, certifiedOn), certifiedOn, "CC-1",
            pledge.Foreign is null ? null : DonorsDesk.Rate(draw, fund, CertifiedOn));
        return draw.Of(pledges, command,
            pledge.WithdrawnOn is not null ? Outcome.Refused
            : pledge.Foreign is not null ? Abroad(draw, amount, pledge.Uncertified())
            : draw.UpTo(amount, pledge.Uncertified(), "exceeds-pledged"));
    }

    public static Order? CallInstalment(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Certificate>(pledges), draw.Step.Which) is not { } certificate)
            return null;
        var instalment = certificate.Instalments[draw.Step.Other % certificate.Instalments.Count];
        var pledge = pledges.Service.Get<Pledge>(certificate.PledgeId);
        Money? amount = draw.Step.Third % 3 == 0 && !draw.BadAmount ? null : draw.Amount(pledge.Own().Currency, FundOfPlay.Of(pledge.Fund).ScaleOf(pledge.Own().Currency), instalment.Amount);
        return draw.Of(
            pledges,
            new CallInstalment(draw.Code(pledge.Fund), draw.Id(pledge.Id), certificate.Id, instalment.DueOn, amount, draw.Day(CertifiedOn.AddDays(20)), "CALL-1"),
            draw.AsItMay);
    }

    public static Order? ReverseInstalmentCall(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Certificate>(pledges), draw.Step.Which) is not { } certificate)
            return null;
        var instalment = certificate.Instalments[draw.Step.Other % certificate.Instalments.Count];
        var due = certificate.Instalments.Where(other => other.DueOn == instalment.DueOn).ToList();
        var pledge = pledges.Service.Get<Pledge>(certificate.PledgeId);
        return draw.Of(
            pledges,
            new ReverseInstalmentCall(draw.Code(pledge.Fund), draw.Id(pledge.Id), certificate.Id, instalment.DueOn, draw.Day(CertifiedOn.AddDays(30)), "It was not due yet."),
            draw.BadId ? Outcome.RefusedAs("not-found")
            : due.Exists(other => other.Called > 0) ? draw.BadDate ? Outcome.Refused : Outcome.Accepted
            : due.Exists(other => other.CallReversedOn is not null) ? Outcome.RefusedAs("already-reversed")
            : Outcome.RefusedAs("not-called"));
    }

    public static Order? RecordReceipt(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges), draw.Step.Which) is not { } pledge)
            return null;
        var (fund, own) = (FundOfPlay.Of(pledge.Fund), pledge.Own());
        var amount = draw.Amount(own.Currency, fund.ScaleOf(own.Currency), pledge.Free(), times: 2);
        var receipt = draw.NextId("receipt");
        var reference = Booked(draw, fund.Code) ?? $"bank {receipt}";
        var command = new RecordReceipt(
            draw.Code(pledge.Fund), draw.Id(pledge.Id), receipt, amount, draw.Day(ReceivedOn), reference,
            pledge.Foreign is null ? null : DonorsDesk.Rate(draw, fund, ReceivedOn));
        return draw.Of(pledges, command,
            draw.BadId ? Outcome.RefusedAs("not-found")
            : IsTaken(draw, fund.Code, reference) ? Outcome.RefusedAs("bank-reference-already-booked")
            : pledge.Foreign is not null ? amount.IsPositive ? draw.AsItMay : Outcome.Refused
            : draw.UpTo(amount, Money.Limit - fund.Unit - pledges.Service.Get<FundTotals>(fund.Code).Received, "beyond-limit"));
    }

    /// <summary>At times a reference that was booked before, of a receipt, of interest or of what came back; Pledges may not have heard of that yet.</summary>
    static string? Booked(Draw draw, string fund) => (draw.Step.Third % 20) switch
    {
        0 or 1 => Draw.Pick(Draw.Kept<Receipt>(draw.World.Pledges).Where(receipt => receipt.Fund == fund), draw.Step.Other)?.BankReference.ToUpperInvariant(),
        2 => Draw.Pick(Draw.Kept<InterestEntry>(draw.World.Pledges).Where(entry => entry.Fund == fund), draw.Step.Other)?.BankReference.ToUpperInvariant(),
        3 => Draw.Pick(Draw.Kept<Recovery>(draw.World.Disbursements).Where(order => order.Fund == fund).SelectMany(order => order.Receipts), draw.Step.Other)?.BankReference.ToUpperInvariant(),
        4 => Draw.Pick(Draw.Kept<Payment>(draw.World.Disbursements).Where(payment => payment.Fund == fund && payment.ReturnReference is not null), draw.Step.Other)?.ReturnReference!.ToUpperInvariant(),
        _ => null,
    };

    /// <summary>A wrong entry makes room for the right one; what the bank took back itself did arrive.</summary>
    static bool IsTaken(Draw draw, string fund, string reference) =>
        draw.World.Pledges.Service.Find<Receipt>(Receipt.IdOf(fund, reference)) is { } receipt && (receipt.ReversedOn is null || receipt.ReversalReference is not null)
        || draw.World.Pledges.Service.Find<InterestEntry>(InterestEntry.IdOf(fund, reference)) is { ReversedOn: null }
        || draw.World.Pledges.Service.Find<MoneyBack>(MoneyBack.IdOf(fund, reference)) is { Bookings.Count: > 0 };

    /// <summary>The bank takes a receipt back, or it was entered wrongly.</summary>
    public static Order? ReverseReceipt(Draw draw)
    {
        var pledges = draw.World.Pledges;
        var receipts = Draw.Kept<Receipt>(pledges);
        // What came back of a refund is a receipt too, and rare.
        var back = receipts.Where(receipt => draw.Step.Third % 4 == 1 && pledges.Service.Find<Refund>(receipt.ReceiptId) is not null);
        if ((Draw.Pick(back, draw.Step.Which) ?? Draw.Pick(receipts, draw.Step.Which)) is not { } receipt)
            return null;
        var reversal = draw.NextId("reversal");
        var reference = draw.Step.Third % 2 != 0 ? null : Debited(draw, receipt.Fund) ?? $"bank {reversal}";
        var day = draw.Day((receipt.ReceivedOn > ReceivedOn ? receipt.ReceivedOn : ReceivedOn).AddDays(40));
        var (allocated, waiting) = receipt.Counts(pledges.Service.Get<Pledge>(receipt.PledgeId));
        // Booked anew, it may be another pledge's now.
        var moved = pledges.Service.Get<Receipt>(Receipt.IdOf(receipt.Fund, receipt.BankReference)).PledgeId != receipt.PledgeId;
        return draw.Of(
            pledges,
            new ReverseReceipt(
                draw.Code(receipt.Fund), draw.Id(receipt.PledgeId), receipt.BankReference, reversal, day, "The bank took it back.",
                reference, receipt.ReceiptId),
            draw.BadId || draw.BadDate || moved ? Outcome.Refused
            : receipt.ReversedOn is not null ? Outcome.RefusedAs("already-reversed")
            : allocated + waiting == 0 ? Outcome.RefusedAs("nothing-left")
            : day < receipt.ReceivedOn ? Outcome.Refused
            : reference is null ? Outcome.AsItMay
            : pledges.Service.Find<BankDebit>(BankDebit.IdOf(receipt.Fund, reference)) is { Bookings.Count: > 0 } ? Outcome.RefusedAs("bank-reference-already-booked")
            : Outcome.Accepted);
    }

    /// <summary>At times a debit of the bank that is booked already: another receipt's, or a refund's.</summary>
    static string? Debited(Draw draw, string fund) => (draw.Step.Third % 20) switch
    {
        0 => Draw.Pick(Draw.Kept<Receipt>(draw.World.Pledges).Where(receipt => receipt.Fund == fund && receipt.ReversalReference is not null), draw.Step.Other)?.ReversalReference!.ToUpperInvariant(),
        2 => Draw.Pick(Draw.Kept<Refund>(draw.World.Pledges).Where(refund => refund.Fund == fund && refund.BankReference is not null), draw.Step.Other)?.BankReference!.ToUpperInvariant(),
        _ => null,
    };

    public static Order? ReduceUncertified(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges), draw.Step.Which) is not { } pledge)
            return null;
        var own = pledge.Own().Currency;
        var amount = draw.Amount(own, FundOfPlay.Of(pledge.Fund).ScaleOf(own), pledge.Uncertified());
        return draw.Of(pledges, Reduce(draw, pledge, amount, ReductionSource.Uncertified, null), pledge.Foreign is not null ? Abroad(draw, amount, pledge.Uncertified()) : draw.UpTo(amount, pledge.Uncertified(), "exceeds-uncertified"));
    }

    public static Order? ReduceCertified(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges), draw.Step.Which) is not { } pledge)
            return null;
        var window = draw.Step.Other % 2 == 0 ? null : Draw.Pick(WindowsOf(draw, pledge.Fund), draw.Step.Other)?.Code;
        var (free, inPot, own) = (pledge.Reducible(), pledge.ReducibleIn(window), pledge.Own().Currency);
        // What Contracts would release at most, could one ask: requests about its edge are the ones that must be decided to the cent.
        var edge = draw.Step.Third % 2 == 0 && pledge.Foreign is null ? Releasable(draw, pledge.Fund, window) : decimal.MaxValue;
        var amount = draw.Amount(own, FundOfPlay.Of(pledge.Fund).ScaleOf(own), Math.Min(edge, Math.Min(free, inPot)));
        var code = amount.Amount > free ? "exceeds-reducible" : window is null ? "exceeds-unearmarked" : "exceeds-earmarked";
        return draw.Of(pledges, Reduce(draw, pledge, amount, ReductionSource.Certified, window), pledge.Foreign is not null ? Abroad(draw, amount, Math.Min(free, inPot)) : draw.UpTo(amount, Math.Min(free, inPot), code));
    }

    /// <summary>One instalment of a certificate is partly cancelled.</summary>
    public static Order? CancelInstalment(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Certificate>(pledges), draw.Step.Which) is not { } certificate)
            return null;
        var pledge = pledges.Service.Get<Pledge>(certificate.PledgeId);
        var instalment = certificate.Instalments[draw.Step.Other % certificate.Instalments.Count];
        var own = pledge.Own().Currency;
        var amount = draw.Amount(own, FundOfPlay.Of(pledge.Fund).ScaleOf(own), Math.Min(instalment.Amount, pledge.ReducibleIn(null)));
        var command = Reduce(draw, pledge, amount, ReductionSource.Certified, null) with { CertificateId = certificate.Id, DueOn = instalment.DueOn };
        return draw.Of(pledges, command, amount.IsPositive ? draw.AsItMay : Outcome.Refused);
    }

    /// <summary>A command in a currency abroad: whether it can be booked depends on its rate as well.</summary>
    static Outcome Abroad(Draw draw, Money amount, decimal largest) =>
        !amount.IsPositive || amount.Amount > largest ? Outcome.Refused : draw.AsItMay;

    static ReducePledge Reduce(Draw draw, Pledge pledge, Money amount, ReductionSource from, string? window) => new(
        draw.Code(pledge.Fund), draw.Id(pledge.Id), draw.NextId("reduction"), amount, from, window, draw.Day(CertifiedOn.AddDays(300)), "The donor's budget was cut.");

    static decimal Releasable(Draw draw, string fund, string? window)
    {
        var contracts = draw.World.Contracts.Service;
        return window is null
            ? contracts.Find<SpendingFund>(fund)?.LargestReleasable().Amount ?? 0
            : contracts.Find<SpendingWindow>(SpendingWindow.KeyOf(fund, window))?.LargestReleasable().Amount ?? 0;
    }

    public static IEnumerable<PledgingWindow> WindowsOf(Draw draw, string fund) =>
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
