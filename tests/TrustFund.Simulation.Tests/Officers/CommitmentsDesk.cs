using TrustFund.Contracts.Actions;
using TrustFund.Contracts.Contracts;
using TrustFund.Contracts.Decommitments;
using TrustFund.Contracts.Funds;
using TrustFund.Contracts.Partners;
using TrustFund.Contracts.Payments;
using TrustFund.Simulation.Tests.Bus;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>The Board, the Operational Committee, and those who sign contracts.</summary>
static class CommitmentsDesk
{
    public static readonly string[] Partners = ["IOM", "UNHCR"];

    public static Order RegisterPartner(Draw draw)
    {
        var (contracts, code) = (draw.World.Contracts, Partners[draw.Step.Other % Partners.Length]);
        return draw.Of(contracts, new RegisterPartner(code, $"Partner {code}", null),
            contracts.Service.Find<Partner>(code) is not null ? Outcome.RefusedAs("partner-exists") : Outcome.Accepted);
    }

    public static Order AllocateResources(Draw draw)
    {
        var contracts = draw.World.Contracts;
        var (fund, window) = (contracts.Service.Find<SpendingFund>(draw.Fund.Code), Draw.Pick(WindowsOf(contracts, draw.Fund.Code), draw.Step.Other));
        var largest = fund?.Allocatable().Amount ?? 0;
        var amount = draw.Amount(draw.Fund, largest, times: 3);
        return draw.Of(contracts,
            new AllocateResources(
                draw.KnownCode(draw.Fund.Code), draw.NextId("allocation"), window?.Code ?? "HOA", amount, draw.Day(BegunFund.DecidedOn), "BOARD/2017/1"),
            window is null ? Outcome.Refused : draw.UpTo(amount, largest, "insufficient-pool"));
    }

    /// <summary>The Board's decision was another: the window gives it back if it has it free.</summary>
    public static Order? ReverseAllocation(Draw draw)
    {
        var contracts = draw.World.Contracts;
        if (Draw.Pick(Draw.Kept<Allocation>(contracts), draw.Step.Which) is not { } allocation)
            return null;
        var free = contracts.Service.Get<SpendingWindow>(SpendingWindow.KeyOf(allocation.Fund, allocation.WindowCode)).Transferable().Amount;
        return draw.Of(contracts,
            new ReverseAllocation(draw.Code(allocation.Fund), draw.Id(allocation.Id), draw.Day(BegunFund.DecidedOn.AddDays(10)), "It was another window's."),
            draw.BadId ? Outcome.RefusedAs("not-found")
            : allocation.ReversedOn is not null ? Outcome.RefusedAs("already-reversed")
            : draw.BadDate ? Outcome.Refused
            : allocation.Amount > free ? Outcome.RefusedAs("insufficient-availability")
            : Outcome.Accepted);
    }

    public static Order TransferResources(Draw draw)
    {
        var contracts = draw.World.Contracts;
        var windows = WindowsOf(contracts, draw.Fund.Code).ToList();
        var (from, to) = (Draw.Pick(windows, draw.Step.Other), Draw.Pick(windows, draw.Step.Other + 1 + (draw.Step.Third % 2)));
        var largest = from?.Transferable().Amount ?? 0;
        var amount = draw.Amount(draw.Fund, largest);
        return draw.Of(contracts,
            new TransferResources(
                draw.KnownCode(draw.Fund.Code), draw.NextId("transfer"), from?.Code ?? "HOA", to?.Code ?? "NOA", amount, draw.Day(BegunFund.DecidedOn), "BOARD/2017/2"),
            from is null || from == to ? Outcome.Refused : draw.UpTo(amount, largest, "exceeds-transferable"));
    }

    public static Order AllocateManagementCosts(Draw draw)
    {
        var contracts = draw.World.Contracts;
        var fund = contracts.Service.Find<SpendingFund>(draw.Fund.Code);
        var cap = fund is null ? 0 : fund.ManagementCostCap().Amount - fund.ManagementCosts;
        var largest = Math.Min(cap, fund?.AllocatableToManagementCosts().Amount ?? 0);
        var amount = draw.Amount(draw.Fund, largest);
        return draw.Of(contracts,
            new AllocateManagementCosts(draw.KnownCode(draw.Fund.Code), draw.NextId("management"), amount, draw.Day(BegunFund.DecidedOn), "BOARD/2017/3"),
            fund is null ? Outcome.Refused : draw.UpTo(amount, largest, amount.Amount > cap ? "exceeds-management-cost-cap" : "insufficient-pool"));
    }

    /// <summary>What the Board set apart for management goes back to the pool, if Disbursements has not spent it.</summary>
    public static Order? ReverseManagementCosts(Draw draw)
    {
        var contracts = draw.World.Contracts;
        if (Draw.Pick(Draw.Kept<ManagementCostAllocation>(contracts), draw.Step.Which) is not { } allocation)
            return null;
        return draw.Of(
            contracts,
            new ReverseManagementCosts(draw.Code(allocation.Fund), draw.Id(allocation.Id), draw.Day(BegunFund.DecidedOn.AddDays(20)), "Less is needed."),
            draw.BadId ? Outcome.RefusedAs("not-found")
            : allocation.State == ManagementCostState.Reversed ? Outcome.RefusedAs("already-reversed")
            : allocation.State == ManagementCostState.ReversalPending ? Outcome.RefusedAs("reversal-pending")
            : draw.BadDate ? Outcome.Refused : Outcome.Accepted);
    }

    public static Order ApproveAction(Draw draw)
    {
        var contracts = draw.World.Contracts;
        var window = Draw.Pick(WindowsOf(contracts, draw.Fund.Code), draw.Step.Other);
        var largest = window?.Available().Amount ?? 0;
        var amount = draw.Amount(draw.Fund, largest, times: 2);
        return draw.Of(contracts, Approval(draw, amount, [new(window?.Code ?? "HOA", amount)], crossWindow: false),
            window is null ? Outcome.Refused : draw.UpTo(amount, largest, "insufficient-availability"));
    }

    public static Order ApproveAcrossWindows(Draw draw)
    {
        var contracts = draw.World.Contracts;
        var windows = WindowsOf(contracts, draw.Fund.Code).Skip(draw.Step.Other % 2).Take(2 + (draw.Step.Third % 2)).ToList();
        // The first window's part is at the edge when the step says so; the others bring what they please.
        Money Other(int place) => new(((draw.Step.Third % 400) + place) * draw.Fund.Scale, draw.Fund.Currency);
        List<WindowAmount> split = [.. windows.Select((window, place) =>
            new WindowAmount(window.Code, place == 0 ? draw.Amount(draw.Fund, window.Available().Amount) : Other(place)))];
        var foreign = split.Any(part => part.Amount.Currency != draw.Fund.Currency);
        var sum = split.Sum(part => part.Amount.Amount);
        var amount = new Money(foreign || sum >= Money.Limit ? 1 : sum, draw.Fund.Currency);
        var sound = split.Count > 1 && split.All(part => part.Amount.IsPositive) && amount.Amount == sum;
        var there = sound && windows.Zip(split).All(pair => pair.Second.Amount.Amount <= pair.First.Available().Amount);
        return draw.Of(contracts, Approval(draw, amount, split, crossWindow: true),
            !sound || draw.Flawed ? Outcome.Refused : there ? Outcome.Accepted : Outcome.RefusedAs("insufficient-availability"));
    }

    /// <summary>An action rises by what its windows have, or falls by what is not contracted.</summary>
    public static Order? ApproveRider(Draw draw)
    {
        var contracts = draw.World.Contracts;
        if (Draw.Pick(Draw.Kept<FundAction>(contracts), draw.Step.Which) is not { } action)
            return null;
        var (up, fund) = (draw.Step.Other % 2 == 0, FundOfPlay.Of(action.Fund));
        var part = action.Split[draw.Step.Third % action.Split.Count];
        var window = contracts.Service.Get<SpendingWindow>(SpendingWindow.KeyOf(action.Fund, part.Window));
        var largest = up ? window.Available().Amount : Math.Min(part.Amount, action.Remaining().Amount);
        var amount = draw.Amount(fund, largest, times: 2);
        var change = up ? amount : -amount;
        var rider = draw.NextId("rider");
        // At times less than the contracts have already.
        Money? ceiling = draw.Step.Third % 4 == 0 ? new((draw.Step.Third % 3 == 0 ? 5 : 1_000) * fund.Scale, fund.Currency) : null;
        return draw.Of(
            contracts,
            new ApproveRider(
                draw.Code(action.Fund), draw.Id(action.Id), rider, change, action.IsCrossWindow() ? [new(part.Window, change)] : null,
                draw.Day(BegunFund.DecidedOn.AddDays(30)), rider, "More was needed, or less.", ceiling),
            draw.BadId || (draw.BadDate && up) || draw.Step.Flaw == Flaw.AnotherCurrency ? Outcome.Refused
            : !draw.Flawed && amount.IsPositive && amount.Amount > largest ? Outcome.Refused
            : Outcome.AsItMay);
    }

    public static Order? SignContract(Draw draw)
    {
        var contracts = draw.World.Contracts;
        if (Draw.Pick(Draw.Kept<FundAction>(contracts), draw.Step.Which) is not { } action)
            return null;
        var fund = FundOfPlay.Of(action.Fund);
        var deadline = contracts.Service.Get<SpendingFund>(action.Fund).ContractingDeadline;
        var amount = draw.Amount(fund, action.Remaining().Amount);
        var reference = draw.Step.Other % 8 == 0 ? $"ref-{draw.Step.Third % 9}" : null;
        var taken = reference is not null && contracts.Service.Find<TakenReference>(TakenReference.KeyOf(fund.Code, TakenReference.Contract, reference)) is not null;
        var tooLate = (draw.Step.Third % 12 == 0 || BegunFund.SignedOn > deadline) && deadline is not null && !draw.BadDate;
        var command = new SignContract(
            draw.Code(action.Fund), draw.Id(action.Id), draw.NextId("contract"), Partners[0], "Stability", amount,
            tooLate ? deadline!.Value.AddDays(1) : draw.Day(BegunFund.SignedOn), draw.Step.Which % 2 == 0 ? reference?.ToUpperInvariant() : reference,
            EndsOn: draw.Step.Third % 3 == 0 ? BegunFund.SignedOn.AddDays(400) : null);
        return draw.Of(contracts, command,
            draw.Flawed || !amount.IsPositive ? Outcome.Refused
            : tooLate ? Outcome.RefusedAs("after-contracting-deadline")
            : action.ClosedOn is not null ? Outcome.RefusedAs("action-closed")
            : taken ? Outcome.RefusedAs("reference-taken")
            : command.EndsOn is not null ? amount.Amount > action.Remaining().Amount ? Outcome.Refused : Outcome.AsItMay
            : draw.UpTo(amount, action.Remaining().Amount, "exceeds-action"));
    }

    /// <summary>A contract of the past, as it was: it may exceed its action.</summary>
    public static Order? ImportContract(Draw draw)
    {
        var contracts = draw.World.Contracts;
        if (Draw.Pick(Draw.Kept<FundAction>(contracts), draw.Step.Which) is not { } action)
            return null;
        var fund = FundOfPlay.Of(action.Fund);
        var amount = draw.Amount(fund, Math.Max(0, action.Remaining().Amount));
        return draw.Of(
            contracts,
            new SignContract(
                draw.Code(action.Fund), draw.Id(action.Id), draw.NextId("contract"), Partners[0], "History", amount, draw.Day(BegunFund.SignedOn), null,
                CoFinancing: draw.Step.Third % 3 == 0 ? [new("Another fund", new(draw.Step.Units * fund.Scale, fund.Currency))] : null, Imported: true),
            amount.IsPositive ? draw.AsItMay : Outcome.Refused);
    }

    public static Order? RequestDecommitment(Draw draw)
    {
        var contracts = draw.World.Contracts;
        if (Draw.Pick(Draw.Kept<SignedContract>(contracts), draw.Step.Which) is not { } contract)
            return null;
        var fund = FundOfPlay.Of(contract.Fund);
        var deadline = contracts.Service.Get<SpendingFund>(contract.Fund).ContractingDeadline;
        var largest = contract.Contracted - contract.Pending - Math.Max(0, contracts.Service.Find<ContractPayments>(contract.Id)?.Paid ?? 0);
        // What Disbursements would release at most, could one ask.
        var edge = draw.Step.Other % 2 == 0 ? draw.World.Disbursements.Service.Find<PayableContract>(contract.Id)?.Open().Amount ?? 0 : largest;
        var amount = draw.Amount(fund, Math.Min(edge, largest));
        var command = new RequestDecommitment(
            draw.Code(contract.Fund), draw.Id(contract.Id), draw.NextId("decommitment"), amount,
            draw.Day((deadline > BegunFund.SignedOn ? deadline.Value : BegunFund.SignedOn).AddDays(draw.Step.Third % 2)), "Activities ended.");
        return draw.Of(contracts, command, draw.UpTo(amount, largest, "exceeds-contract"));
    }

    static ApproveAction Approval(Draw draw, Money amount, IReadOnlyList<WindowAmount> split, bool crossWindow) => new(
        draw.KnownCode(draw.Fund.Code), draw.NextId("action"), "Stability", amount, split, crossWindow, draw.Day(BegunFund.DecidedOn), null, null);

    static IEnumerable<SpendingWindow> WindowsOf(Node contracts, string fund) => Draw.Kept<SpendingWindow>(contracts).Where(window => window.Fund == fund);
}
