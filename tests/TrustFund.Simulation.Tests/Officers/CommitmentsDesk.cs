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
    static readonly string[] Partners = ["IOM", "UNHCR"];

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

    public static Order? SignContract(Draw draw)
    {
        var contracts = draw.World.Contracts;
        if (Draw.Pick(Draw.Kept<FundAction>(contracts), draw.Step.Which) is not { } action)
            return null;
        var fund = FundOfPlay.Of(action.Fund);
        var amount = draw.Amount(fund, action.Remaining().Amount);
        var reference = draw.Step.Other % 8 == 0 ? $"ref-{draw.Step.Third % 9}" : null;
        var taken = reference is not null && contracts.Service.Find<TakenReference>(TakenReference.KeyOf(fund.Code, TakenReference.Contract, reference)) is not null;
        var tooLate = draw.Step.Third % 12 == 0 && fund.Deadline is not null && !draw.BadDate;
        var command = new SignContract(
            draw.Code(action.Fund), draw.Id(action.Id), draw.NextId("contract"), Partners[0], "Stability", amount,
            tooLate ? fund.Deadline!.Value.AddDays(1) : draw.Day(BegunFund.SignedOn), draw.Step.Which % 2 == 0 ? reference?.ToUpperInvariant() : reference);
        return draw.Of(contracts, command,
            draw.Flawed || !amount.IsPositive ? Outcome.Refused
            : tooLate ? Outcome.RefusedAs("after-contracting-deadline")
            : taken ? Outcome.RefusedAs("reference-taken")
            : draw.UpTo(amount, action.Remaining().Amount, "exceeds-action"));
    }

    public static Order? RequestDecommitment(Draw draw)
    {
        var contracts = draw.World.Contracts;
        if (Draw.Pick(Draw.Kept<SignedContract>(contracts), draw.Step.Which) is not { } contract)
            return null;
        var fund = FundOfPlay.Of(contract.Fund);
        var largest = contract.Contracted - contract.Pending - (contracts.Service.Find<ContractPayments>(contract.Id)?.Paid ?? 0);
        // What Disbursements would release at most, could one ask.
        var edge = draw.Step.Other % 2 == 0 ? draw.World.Disbursements.Service.Find<PayableContract>(contract.Id)?.Open().Amount ?? 0 : largest;
        var amount = draw.Amount(fund, Math.Min(edge, largest));
        var command = new RequestDecommitment(
            draw.Code(contract.Fund), draw.Id(contract.Id), draw.NextId("decommitment"), amount,
            draw.Day((fund.Deadline ?? BegunFund.SignedOn).AddDays(draw.Step.Third % 2)), "Activities ended.");
        return draw.Of(contracts, command, draw.UpTo(amount, largest, "exceeds-contract"));
    }

    static ApproveAction Approval(Draw draw, Money amount, IReadOnlyList<WindowAmount> split, bool crossWindow) => new(
        draw.KnownCode(draw.Fund.Code), draw.NextId("action"), "Stability", amount, split, crossWindow, draw.Day(BegunFund.DecidedOn), null, null);

    static IEnumerable<SpendingWindow> WindowsOf(Node contracts, string fund) => Draw.Kept<SpendingWindow>(contracts).Where(window => window.Fund == fund);
}
