using TrustFund.Events.Leverage.V1;
using TrustFund.Leverage;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Those who open instruments and record what these mobilise.</summary>
static class LeverageDesk
{
    static readonly DateOnly OpenedOn = new(2017, 9, 28);

    public static Order OpenInstrument(Draw draw)
    {
        var leverage = draw.World.Leverage;
        var (fund, code) = (draw.Fund.Code, $"I{draw.Step.Third % 4}");
        var window = draw.Step.Other % 4 == 0 ? null : Draw.Pick(Draw.Kept<WindowInput>(leverage).Where(input => input.Fund == fund), draw.Step.Other)?.Code;
        var kind = draw.Step.Third % 2 == 0 ? InstrumentKind.Guarantee : InstrumentKind.Blending;
        var command = new OpenInstrument(
            draw.KnownCode(fund), code, "Blending and guarantees", kind, window, kind == InstrumentKind.Guarantee ? 50 : null, draw.Day(OpenedOn));
        return draw.Of(leverage, command,
            leverage.Service.Find<FundInput>(fund) is null || draw.BadId ? Outcome.RefusedAs("not-found")
            : leverage.Service.Find<Instrument>(Instrument.IdOf(fund, code)) is not null ? Outcome.RefusedAs("instrument-exists")
            : leverage.Service.Find<Portfolio>(fund)?.Claims.Any(claim => claim.Overlaps(window)) == true ? Outcome.RefusedAs("input-already-claimed")
            : draw.BadDate ? Outcome.Refused : Outcome.Accepted);
    }

    public static Order? RecordOperation(Draw draw)
    {
        var leverage = draw.World.Leverage;
        if (Draw.Pick(Draw.Kept<Instrument>(leverage), draw.Step.Which) is not { } first)
            return null;
        var fund = FundOfPlay.Of(first.Fund);
        var second = draw.Step.Other % 2 == 0 ? null : Draw.Kept<Instrument>(leverage).FirstOrDefault(other => other.Fund == first.Fund && other.Id != first.Id);
        var name = $"Operation {draw.Step.Third % 60}";
        var amount = draw.Amount(fund, 500 * fund.Scale, times: 10);
        var command = new RecordOperation(
            draw.Code(first.Fund), draw.NextId("operation"), name.ToUpperInvariant(),
            [draw.Id(first.Code), .. second is null ? Array.Empty<string>() : [second.Code]], amount, draw.Day(OpenedOn.AddDays(90)), null);
        var mobilised = leverage.Service.Find<Portfolio>(first.Fund)?.ExpectedMobilised ?? 0;
        return draw.Of(leverage, command,
            draw.Flawed ? Outcome.Refused
            : leverage.Service.Find<OperationName>(OperationName.IdOf(first.Fund, name)) is { Released: false } ? Outcome.RefusedAs("operation-exists")
            : draw.UpTo(amount, Money.Limit - fund.Unit - mobilised, "beyond-limit"));
    }

    public static Order SetMobilisationTarget(Draw draw)
    {
        var leverage = draw.World.Leverage;
        var amount = draw.Amount(draw.Fund, 44_000 * draw.Fund.Scale, times: 20);
        var setOn = draw.Day(OpenedOn.AddDays(draw.Step.Other % 300));
        var command = new SetMobilisationTarget(draw.KnownCode(draw.Fund.Code), amount, default, setOn, "Factsheet");
        return draw.Of(leverage, command,
            leverage.Service.Find<FundInput>(draw.Fund.Code) is null || draw.BadId ? Outcome.RefusedAs("not-found")
            : draw.Flawed || !amount.IsPositive ? Outcome.Refused
            : leverage.Service.Find<MobilisationTarget>(draw.Fund.Code)?.SetOn > setOn ? Outcome.RefusedAs("target-superseded")
            : Outcome.Accepted);
    }

    /// <summary>An operation is signed, disbursed, cancelled, or one of its entries reversed.</summary>
    public static Order? AdvanceOperation(Draw draw)
    {
        var leverage = draw.World.Leverage;
        if (Draw.Pick(Draw.Kept<Operation>(leverage), draw.Step.Which) is not { } operation)
            return null;
        var (fund, id) = (draw.Code(operation.Fund), draw.Id(operation.Id));
        var unit = FundOfPlay.Of(operation.Fund).Scale;
        Money Of(decimal units) => new(units * unit, FundOfPlay.Of(operation.Fund).Currency);
        var day = OpenedOn.AddDays(200);
        IReadOnlyList<InstrumentAmount> amounts = [.. operation.Instruments.Select(code => new InstrumentAmount(code, Of(1 + (draw.Step.Other % 9))))];
        Command command = (draw.Step.Third % 8) switch
        {
            0 => new CancelOperation(fund, id, draw.NextId("cancellation"), draw.Day(day.AddDays(60)), "It was not needed."),
            1 => new ReverseOperationEntry(fund, id, operation.SignatureId ?? id, draw.Day(day.AddDays(90)), "It was entered wrongly."),
            2 or 3 or 4 => new DisburseOperation(
                fund, id, draw.NextId("part"), [], [new(draw.Step.Other % 2 == 0 ? "Bank of Africa" : "EIB", Of(1 + (draw.Step.Units % 60)))], draw.Day(day.AddDays(30)), null),
            _ => new SignOperation(
                fund, id, draw.NextId("signature"), amounts,
                [new("EIB", FinancierKind.Public, Of(30)), new("Bank of Africa", FinancierKind.Private, Of(20 + (draw.Step.Units % 50)))], draw.Day(day), null),
        };
        return draw.Of(leverage, command, draw.BadId || draw.Step.Flaw == Flaw.InTheFuture ? Outcome.Refused : Outcome.AsItMay);
    }
}
