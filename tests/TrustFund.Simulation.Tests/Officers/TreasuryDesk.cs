using TrustFund.Disbursements.Refunds;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Those who book interest and pay money back to donors.</summary>
static class TreasuryDesk
{
    static readonly DateOnly Day = new(2018, 12, 31);

    public static Order BookInterest(Draw draw)
    {
        var interest = draw.NextId("interest");
        var amount = draw.Amount(draw.Fund, 500 * draw.Fund.Scale);
        if (draw.Step.Third % 3 == 0 && !draw.Flawed)
            amount = -amount;
        return draw.Of(
            draw.World.Pledges,
            new BookInterest(draw.KnownCode(draw.Fund.Code), interest, draw.Step.Flaw == Flaw.BelowNothing ? Money.Zero(draw.Fund.Currency) : amount, draw.Day(Day), $"bank {interest}", null),
            draw.AsItMay);
    }

    public static Order? ReverseInterest(Draw draw) => Draw.Pick(Draw.Kept<InterestEntry>(draw.World.Pledges), draw.Step.Which) is not { } entry ? null : draw.Of(
        draw.World.Pledges,
        new ReverseInterest(draw.Code(entry.Fund), entry.BankReference, draw.Day(Day.AddDays(10)), "It was another account's."),
        draw.Step.Flaw is Flaw.AnotherFund or Flaw.InTheFuture ? Outcome.Refused
        : entry.ReversedOn is not null ? Outcome.RefusedAs("already-reversed")
        : draw.BadDate ? Outcome.Refused : Outcome.Accepted);

    /// <summary>Money is to go back to its donor: first what waits unallocated, then what a pot has of it.</summary>
    public static Order? RequestRefund(Draw draw)
    {
        var pledges = draw.World.Pledges;
        if (Draw.Pick(Draw.Kept<Pledge>(pledges).Where(pledge => pledge.Received > 0), draw.Step.Which) is not { } pledge)
            return null;
        var window = draw.Step.Other % 2 == 0 ? null : Draw.Pick(ContributionsDesk.WindowsOf(draw, pledge.Fund), draw.Step.Other)?.Code;
        var own = pledge.Own();
        var largest = Math.Max(0, pledge.Waiting()) + own.AllocatedIn(window);
        var amount = draw.Amount(own.Currency, FundOfPlay.Of(pledge.Fund).ScaleOf(own.Currency), largest);
        return draw.Of(
            pledges,
            new RequestRefund(draw.Code(pledge.Fund), draw.Id(pledge.Id), draw.NextId("refund"), amount, window, draw.Day(Day), "It was not needed."),
            !amount.IsPositive || amount.Amount > largest ? Outcome.Refused
            : draw.Flawed ? draw.AsItMay
            : pledge.Refund is not null ? Outcome.RefusedAs("refund-pending") : Outcome.AsItMay);
    }

    public static Order? ExecuteRefund(Draw draw)
    {
        var refunds = Draw.Kept<TrustFund.Disbursements.Refunds.Refund>(draw.World.Disbursements).Where(refund => refund.Status != RefundStatus.Executed);
        return Draw.Pick(refunds, draw.Step.Which) is not { } refund ? null : draw.Of(
            draw.World.Disbursements,
            new ExecuteRefund(draw.Code(refund.Fund), draw.Id(refund.Id), draw.Day(Day.AddDays(30)), $"sepa {refund.Id}"),
            draw.BadId || draw.BadDate ? Outcome.Refused
            : refund.Status != RefundStatus.Granted ? Outcome.RefusedAs("wrong-state")
            : refund.RequestedBy == draw.Person ? Outcome.RefusedAs("four-eyes")
            : Outcome.AsItMay);
    }

    /// <summary>The bank returns a refund, or it was booked wrongly.</summary>
    public static Order? ReverseRefund(Draw draw)
    {
        var refunds = Draw.Kept<TrustFund.Disbursements.Refunds.Refund>(draw.World.Disbursements).Where(refund => refund.Status >= RefundStatus.Executed || draw.Step.Third % 9 == 0);
        if (Draw.Pick(refunds, draw.Step.Which) is not { } refund)
            return null;
        var reference = (draw.Step.Other % 4) switch { 0 or 1 => null, 2 => refund.BankReference, _ => $"bank {draw.NextId("return")}" };
        return draw.Of(
            draw.World.Disbursements,
            new ReverseRefund(draw.Code(refund.Fund), draw.Id(refund.Id), draw.Day(Day.AddDays(60)), "The account was closed.", reference, MayCorrect: true),
            draw.BadId ? Outcome.RefusedAs("not-found")
            : refund.Status == RefundStatus.Reversed ? Outcome.RefusedAs("already-reversed")
            : refund.Status != RefundStatus.Executed ? Outcome.RefusedAs("wrong-state")
            : draw.BadDate ? Outcome.Refused
            : reference is null && refund.ExecutedBy == draw.Person ? Outcome.RefusedAs("four-eyes")
            : Outcome.Accepted);
    }

    /// <summary>A refund is given up that waits for the bank.</summary>
    public static Order? RejectRefund(Draw draw)
    {
        var refunds = Draw.Kept<TrustFund.Disbursements.Refunds.Refund>(draw.World.Disbursements);
        return Draw.Pick(refunds, draw.Step.Which) is not { } refund ? null : draw.Of(
            draw.World.Disbursements,
            new RejectRefund(draw.Code(refund.Fund), draw.Id(refund.Id), "The bank refused it."),
            draw.BadId ? Outcome.RefusedAs("not-found")
            : refund.Status == RefundStatus.Granted ? Outcome.Accepted
            : Outcome.RefusedAs("wrong-state"));
    }
}
