using TrustFund.Audit.Dimensions;
using TrustFund.Audit.Exceptions;
using TrustFund.Audit.Figures;
using TrustFund.Audit.Periods;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Those who close periods and work on what does not fit.</summary>
static class AuditDesk
{
    /// <summary>The next month, or the next few; while services may still be behind.</summary>
    public static Order ClosePeriod(Draw draw)
    {
        var audit = draw.World.Audit;
        var periods = audit.Service.Find<FundPeriods>(draw.Fund.Code);
        var last = periods?.ClosedThrough ?? new DateOnly(2015, 12, 31);
        var through = draw.Step.Flaw == Flaw.InTheFuture ? new(2031, 12, 31)
            : draw.Step.Flaw == Flaw.BeforeAllFunds || draw.Step.Third % 5 == 0 ? last
            : last.AddDays(1).AddMonths(1 + (draw.Step.Third % 8)).AddDays(-1);
        return draw.Of(
            audit, new ClosePeriod(draw.KnownCode(draw.Fund.Code), draw.NextId("period"), through, null),
            draw.BadId || audit.Service.Find<FundFacts>(draw.Fund.Code) is null ? Outcome.RefusedAs("not-found")
            : through.Year > 2025 ? Outcome.RefusedAs("period-not-over")
            : periods?.PendingId is not null ? Outcome.RefusedAs("period-pending")
            : periods is not null && through <= last ? Outcome.RefusedAs("already-closed")
            : Outcome.Accepted);
    }

    /// <summary>A difference is found, given to a person, and settled.</summary>
    public static Order WorkOnException(Draw draw)
    {
        var audit = draw.World.Audit;
        var found = Draw.Pick(Draw.Kept<AuditException>(audit), draw.Step.Which);
        if (found is null || draw.Step.Third % 3 == 0)
        {
            var finding = new Finding(ExceptionKinds.NegativeCash, $"cash {draw.Step.Other % 5}", "The cash is negative.", new(-draw.Step.Units * draw.Fund.Scale, draw.Fund.Currency));
            return draw.Of(audit, new KeepFindings(draw.Fund.Code, [new(draw.NextId("exception"), finding)], []), Outcome.Accepted);
        }
        return draw.Step.Third % 3 == 1
            ? draw.Of(audit, new AssignException(draw.Code(found.Fund), draw.Id(found.Id), draw.Person), draw.BadId ? Outcome.RefusedAs("not-found") : Outcome.AsItMay)
            : draw.Of(audit, new ResolveException(draw.Code(found.Fund), draw.Id(found.Id), "It is known.", Accepted: draw.Step.Other % 2 == 0),
                draw.BadId ? Outcome.RefusedAs("not-found") : found.Standing == ExceptionState.Resolved ? Outcome.RefusedAs("already-resolved") : Outcome.Accepted);
    }

    public static Order RecordFigure(Draw draw) => draw.Of(
        draw.World.Audit,
        new RecordPublishedFigure(
            draw.KnownCode(draw.Fund.Code), draw.NextId("figure"),
            new("Headline", "pledged", null, draw.Step.Units, draw.Fund.Currency.Code, Qualifier.Over, 0, new(2018, 12, 31), "Factsheet")),
        draw.BadId ? Outcome.RefusedAs("not-found") : Outcome.AsItMay);
}
