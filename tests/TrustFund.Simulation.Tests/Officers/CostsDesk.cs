using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Recoveries;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Those who pay what management and the bank cost, and who get money back from partners.</summary>
static class CostsDesk
{
    static readonly DateOnly Day = new(2019, 2, 10);
    static readonly DateOnly EstablishedOn = new(2019, 1, 25);

    public static Order RequestCost(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        var costs = disbursements.Service.Find<ManagementCosts>(draw.Fund.Code);
        var largest = costs?.Open().Amount ?? 0;
        var amount = draw.Amount(draw.Fund, largest);
        return draw.Of(
            disbursements,
            new RequestCost(draw.KnownCode(draw.Fund.Code), draw.NextId("cost"), new("Auditors", amount, "The year's audit", draw.Day(Day))),
            !amount.IsPositive ? Outcome.Refused
            : draw.Flawed ? draw.AsItMay
            : amount.Amount > largest || disbursements.Service.Find<FundCash>(draw.Fund.Code) is null ? Outcome.Refused : Outcome.Accepted);
    }

    /// <summary>The next step of a cost, or the end of it.</summary>
    public static Order? AdvanceCost(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        if (Draw.Pick(Draw.Kept<Cost>(disbursements), draw.Step.Which) is not { } cost)
            return null;
        var (fund, id) = (draw.Code(cost.Fund), draw.Id(cost.Id));
        var end = draw.Step.Third % 6 == 0;
        Command command = cost.Status switch
        {
            CostStatus.Requested or CostStatus.Authorised when end => new RejectCost(fund, id, "Not needed.", MayReject: draw.Step.Other % 2 == 0),
            CostStatus.Requested => new AuthoriseCost(fund, id),
            CostStatus.Authorised => new PayCost(fund, id, draw.Day(Day.AddDays(10)), $"sepa {cost.Id}"),
            _ => new ReverseCost(fund, id, new(draw.Day(Day.AddDays(20)), "It was booked twice.")),
        };
        return draw.Of(
            disbursements, command,
            draw.BadId ? Outcome.RefusedAs("not-found")
            : cost.Status == CostStatus.Reversed ? Outcome.RefusedAs("already-reversed")
            : cost.Status == CostStatus.Rejected ? Outcome.RefusedAs("wrong-state")
            : Outcome.AsItMay);
    }

    public static Order ChargeBank(Draw draw)
    {
        var cost = draw.NextId("charge");
        var amount = draw.Amount(draw.Fund, 20 * draw.Fund.Scale);
        return draw.Of(
            draw.World.Disbursements,
            new ChargeBank(draw.KnownCode(draw.Fund.Code), cost, new(amount, draw.Day(Day), $"bank {cost}")),
            amount.IsPositive ? draw.AsItMay : Outcome.Refused);
    }

    public static Order? ClearPrefinancing(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        if (Draw.Pick(Draw.Kept<PayableContract>(disbursements).Where(contract => contract.PrefinancingPaid != 0), draw.Step.Which) is not { } contract)
            return null;
        var largest = Math.Max(0, contract.PrefinancingOpen().Amount);
        var amount = draw.Amount(FundOfPlay.Of(contract.Fund), largest);
        var report = $"Report {draw.Step.Other % 7}";
        var known = contract.Clearings.Any(clearing => clearing.Report == report && clearing.ReversedOn is null);
        return draw.Of(
            disbursements,
            new ClearPrefinancing(
                draw.Code(contract.Fund), draw.Id(contract.Id), draw.NextId("report"),
                new(amount, draw.Day(Day), known ? $" {report.ToUpperInvariant()} " : report)),
            draw.Flawed ? amount.IsPositive ? draw.AsItMay : Outcome.Refused
            : !amount.IsPositive ? Outcome.Refused
            : amount.Amount > largest ? Outcome.RefusedAs("exceeds-prefinancing")
            : known ? Outcome.RefusedAs("report-already-cleared") : Outcome.Accepted);
    }

    /// <summary>A report was accepted by mistake.</summary>
    public static Order? ReverseClearing(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        if (Draw.Pick(Draw.Kept<PayableContract>(disbursements).Where(contract => contract.Clearings.Count > 0), draw.Step.Which) is not { } contract)
            return null;
        var clearing = contract.Clearings[draw.Step.Other % contract.Clearings.Count];
        return draw.Of(
            disbursements,
            new ReverseClearing(draw.Code(contract.Fund), draw.Id(contract.Id), clearing.Id, new(draw.Day(Day.AddDays(50)), "It was another contract's report.")),
            draw.BadId ? Outcome.RefusedAs("not-found")
            : clearing.ReversedOn is not null ? Outcome.RefusedAs("already-reversed")
            : draw.BadDate ? Outcome.Refused
            : clearing.ClearedBy == draw.Person ? Outcome.RefusedAs("four-eyes")
            : Outcome.Accepted);
    }

    public static Order? EstablishRecovery(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        if (Draw.Pick(Draw.Kept<PayableContract>(disbursements).Where(contract => contract.Paid != 0), draw.Step.Which) is not { } contract)
            return null;
        var largest = Math.Max(0, contract.NetPaid().Amount - contract.RecoveriesOpen);
        var amount = draw.Amount(FundOfPlay.Of(contract.Fund), largest);
        return draw.Of(
            disbursements,
            new EstablishRecovery(draw.Code(contract.Fund), draw.Id(contract.Id), draw.NextId("recovery"), new(amount, draw.Day(EstablishedOn), draw.Day(EstablishedOn).AddDays(30), "Not eligible.")),
            draw.BadDate ? Outcome.Refused : draw.Flawed ? amount.IsPositive ? draw.AsItMay : Outcome.Refused
            : !amount.IsPositive ? Outcome.Refused
            : amount.Amount > largest ? Outcome.RefusedAs("exceeds-net-paid") : Outcome.Accepted);
    }

    /// <summary>What a partner had paid was booked wrongly.</summary>
    public static Order? ReverseRecoveryReceipt(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        if (Draw.Pick(Draw.Kept<Recovery>(disbursements).Where(recovery => recovery.Receipts.Count > 0), draw.Step.Which) is not { } recovery)
            return null;
        var receipt = recovery.Receipts[draw.Step.Other % recovery.Receipts.Count];
        return draw.Of(
            disbursements,
            new ReverseRecoveryReceipt(draw.Code(recovery.Fund), draw.Id(recovery.Id), receipt.Id, new(draw.Day(Day.AddDays(40)), "It was another partner's.")),
            draw.BadId || draw.BadDate ? Outcome.Refused
            : receipt.ReversedOn is not null ? Outcome.RefusedAs("already-reversed")
            : receipt.BookedBy == draw.Person ? Outcome.RefusedAs("four-eyes")
            : Outcome.Accepted);
    }

    /// <summary>A partner can pay after all.</summary>
    public static Order? ReverseWaiver(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        if (Draw.Pick(Draw.Kept<Recovery>(disbursements).Where(recovery => recovery.Waivers.Count > 0), draw.Step.Which) is not { } recovery)
            return null;
        var waiver = recovery.Waivers[draw.Step.Other % recovery.Waivers.Count];
        var contract = disbursements.Service.Get<PayableContract>(recovery.ContractId);
        var again = Math.Max(0, recovery.Amount - recovery.Cashed - recovery.Offset - recovery.Waived + waiver.Amount) - recovery.Open().Amount;
        return draw.Of(
            disbursements,
            new ReverseRecoveryWaiver(draw.Code(recovery.Fund), draw.Id(recovery.Id), waiver.Id, new(draw.Day(Day.AddDays(50)), "The partner can pay after all.")),
            draw.BadId ? Outcome.RefusedAs("not-found")
            : waiver.ReversedOn is not null ? Outcome.RefusedAs("already-reversed")
            : draw.BadDate ? Outcome.Refused
            : waiver.WaivedBy == draw.Person ? Outcome.RefusedAs("four-eyes")
            : again > contract.NetPaid().Amount - contract.RecoveriesOpen ? Outcome.RefusedAs("exceeds-net-paid")
            : Outcome.Accepted);
    }

    /// <summary>The partner pays, or need not.</summary>
    public static Order? SettleRecovery(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        if (Draw.Pick(Draw.Kept<Recovery>(disbursements), draw.Step.Which) is not { } recovery)
            return null;
        var amount = draw.Amount(FundOfPlay.Of(recovery.Fund), recovery.Open().Amount);
        var (fund, id, day) = (draw.Code(recovery.Fund), draw.Id(recovery.Id), draw.Day(Day.AddDays(15)));
        return draw.Of(
            disbursements,
            draw.Step.Third % 4 == 0
                ? new WaiveRecovery(fund, id, new(amount, day, "The partner is bankrupt."), draw.NextId("waiver"))
                : new CashRecovery(fund, id, new(amount, day, $"bank {draw.NextId("repayment")}")),
            draw.BadId || draw.BadAmount || draw.BadDate || !amount.IsPositive ? Outcome.Refused
            : draw.Step.Third % 4 == 0 && amount > recovery.Open() ? Outcome.RefusedAs("exceeds-recovery")
            : draw.Step.Third % 4 == 0 && recovery.EstablishedBy == draw.Person ? Outcome.RefusedAs("four-eyes")
            : Outcome.Accepted);
    }
}
