using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Deadlines;
using TrustFund.Contracts.Results;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Those who look after contracts, deadlines and results, and the clock that acts on what passes.</summary>
static class ContractsDesk
{
    static readonly DateOnly Later = new(2018, 9, 1);

    /// <summary>A contract is raised within its action, or its terms change.</summary>
    public static Order? AmendContract(Draw draw)
    {
        var contracts = draw.World.Contracts;
        if (Draw.Pick(Draw.Kept<SignedContract>(contracts), draw.Step.Which) is not { } contract)
            return null;
        var (fund, action) = (FundOfPlay.Of(contract.Fund), contracts.Service.Get<FundAction>(contract.ActionId));
        var largest = action.Remaining().Amount;
        var rise = draw.Step.Other % 4 == 0 ? (Money?)null : draw.Amount(fund, largest);
        var command = new AmendContract(
            draw.Code(contract.Fund), draw.Id(contract.Id), draw.NextId("amendment"), rise, draw.Day(Later), "An addendum.",
            Title: rise is null ? "Another title" : null,
            CoFinancing: draw.Step.Third % 3 == 0 ? [new("Another fund", new(1 + (draw.Step.Third * fund.Scale), fund.Currency))] : null,
            EndsOn: draw.Step.Third % 5 == 0 ? Later.AddDays(draw.Step.Third) : null);
        return draw.Of(contracts, command,
            draw.BadId || draw.BadDate ? Outcome.Refused
            : contract.State == ContractState.Terminated ? Outcome.RefusedAs("contract-terminated")
            : rise is { } amount && (draw.BadAmount ? !amount.IsZero : amount.Amount > largest && amount.IsPositive) ? Outcome.Refused
            : Outcome.AsItMay);
    }

    public static Order? ChangeContractState(Draw draw)
    {
        var contracts = draw.World.Contracts;
        // What is suspended is mostly resumed before something else is suspended.
        var suspended = Draw.Kept<SignedContract>(contracts).Where(contract => contract.State == ContractState.Suspended);
        if ((Draw.Pick(suspended, draw.Step.Which) ?? Draw.Pick(Draw.Kept<SignedContract>(contracts), draw.Step.Which)) is not { } contract)
            return null;
        // Termination is for good: it comes seldom.
        var to = draw.Step.Third % 9 == 0 ? ContractState.Terminated : contract.State == ContractState.Suspended ? ContractState.Active : ContractState.Suspended;
        return draw.Of(contracts, new ChangeContractState(draw.Code(contract.Fund), draw.Id(contract.Id), to, draw.Day(Later), "There is a reason."),
            draw.BadId || draw.BadDate ? Outcome.Refused
            : contract.State == ContractState.Terminated ? Outcome.RefusedAs("contract-terminated")
            : Outcome.Accepted);
    }

    public static Order SetDeadline(Draw draw)
    {
        var kind = (DeadlineKind)(draw.Step.Other % 3);
        var on = kind switch
        {
            DeadlineKind.Contracting => new DateOnly(2018, 2, 1).AddDays(draw.Step.Third * 2),
            DeadlineKind.Implementation => new DateOnly(2021, 1, 1).AddDays(draw.Step.Third),
            _ => draw.Step.Third % 4 == 0 ? new(2019, 1, 15) : new DateOnly(2019, 6, 1).AddDays(draw.Step.Third),
        };
        return draw.Of(
            draw.World.Contracts,
            new SetDeadline(draw.KnownCode(draw.Fund.Code), kind, on, draw.Day(Later), "BOARD/2018/1"),
            draw.BadId || draw.BadDate ? Outcome.Refused : Outcome.AsItMay);
    }

    /// <summary>The service's clock sees to what has passed; asked too early or again it records nothing.</summary>
    public static Order? PassTime(Draw draw)
    {
        var contracts = draw.World.Contracts;
        var passed = Draw.Kept<Deadline>(contracts).Where(deadline => deadline.Awaited && !deadline.HasPassed());
        var closable = Draw.Kept<FundAction>(contracts).Where(action => action.ClosedOn is null
            && contracts.Service.Find<Deadline>(Deadline.KeyOf(action.Fund, DeadlineKind.Contracting))?.HasPassed() == true);
        Command? command = (draw.Step.Other % 4) switch
        {
            0 => Draw.Pick(passed, draw.Step.Which) is { } deadline ? new PassDeadline(deadline.Fund, deadline.Kind) : null,
            1 => Draw.Pick(closable, draw.Step.Which) is { } action ? new CloseAction(action.Fund, action.Id) : null,
            2 => Draw.Pick(Draw.Kept<FundAction>(contracts), draw.Step.Which) is { } action ? new CloseAction(action.Fund, action.Id) : null,
            _ => Draw.Pick(Draw.Kept<SignedContract>(contracts), draw.Step.Which) is { } contract ? new EndContract(contract.Fund, contract.Id) : null,
        };
        return command is null ? null : new(contracts, command, contracts.Name, Outcome.Accepted);
    }

    public static Order? RecordResult(Draw draw)
    {
        var contracts = draw.World.Contracts;
        var indicator = Draw.Pick(Draw.Kept<Indicator>(contracts), draw.Step.Which);
        if (indicator is null || draw.Step.Third % 5 == 0)
        {
            return Draw.Pick(Draw.Kept<FundAction>(contracts), draw.Step.Which) is not { } action ? null : draw.Of(
                contracts, new DefineIndicator(draw.Code(action.Fund), draw.Id(action.Id), null, draw.NextId("indicator"), "Jobs created", "job"),
                draw.BadId ? Outcome.Refused : Outcome.AsItMay);
        }
        return draw.Of(
            contracts,
            draw.Step.Third % 2 == 0
                ? new SetResultTarget(draw.Code(indicator.Fund), draw.Id(indicator.Id), draw.Step.Units, new(2020, 12, 31), draw.Day(Later), "Logical framework")
                : new ReportResult(draw.Code(indicator.Fund), draw.Id(indicator.Id), draw.Step.Units, draw.Day(Later), "Progress report"),
            draw.BadId ? Outcome.Refused : Outcome.AsItMay);
    }
}
