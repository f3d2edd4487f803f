using TrustFund.Disbursements.Funds;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;

namespace TrustFund.Simulation.Tests.Officers;

/// <summary>Those who request, verify, authorise, execute and reject payments: four people who hold every role, so that only four-eyes keeps them apart.</summary>
static class PaymentsDesk
{
    static readonly DateOnly RequestedOn = new(2019, 1, 10);

    public static Order? RequestPayment(Draw draw)
    {
        var disbursements = draw.World.Disbursements;
        if (Draw.Pick(Draw.Kept<PayableContract>(disbursements), draw.Step.Which) is not { } contract)
            return null;
        var amount = draw.Amount(FundOfPlay.Of(contract.Fund), contract.Open().Amount);
        var kind = draw.Step.Third % 25 == 0 ? PaymentKind.Final : draw.Step.Third % 2 == 0 ? PaymentKind.PreFinancing : PaymentKind.Interim;
        var command = new RequestPayment(draw.Code(contract.Fund), draw.Id(contract.Id), draw.NextId("payment"),
            new(kind, amount, "INV-1", draw.Day(RequestedOn), null, BankDesk.AccountFor(draw, contract.Partner)));
        return draw.Of(disbursements, command,
            draw.Flawed || !amount.IsPositive ? Outcome.Refused
            : contract.Terminated ? Outcome.RefusedAs("contract-terminated")
            : contract.FinalPayment is not null ? Outcome.RefusedAs("final-payment-made")
            : amount > contract.Open() ? Outcome.RefusedAs("exceeds-contract")
            : Outcome.AsItMay);
    }

    /// <summary>The next step of a payment that is under way.</summary>
    public static Order? AdvancePayment(Draw draw)
    {
        var payments = Draw.Kept<Payment>(draw.World.Disbursements).Where(payment => payment.Status < DisbursementStatus.Executed);
        return Draw.Pick(payments, draw.Step.Which) is { } payment ? Advance(draw, payment) : null;
    }

    public static Order? StepOutOfTurn(Draw draw)
    {
        if (Draw.Pick(Draw.Kept<Payment>(draw.World.Disbursements), draw.Step.Which) is not { } payment)
            return null;
        var (needed, command) = (draw.Step.Other % 3) switch
        {
            0 => (DisbursementStatus.Requested, (PaymentStep)new VerifyPayment(payment.Fund, payment.Id)),
            1 => (DisbursementStatus.Verified, new AuthorisePayment(payment.Fund, payment.Id)),
            _ => (DisbursementStatus.Authorised, new ExecutePayment(payment.Fund, payment.Id, RequestedOn, $"sepa {payment.Id}")),
        };
        return payment.Status == needed ? null : draw.Of(draw.World.Disbursements, command, Outcome.RefusedAs("wrong-state"));
    }

    public static Order? RejectPayment(Draw draw)
    {
        if (Draw.Pick(Draw.Kept<Payment>(draw.World.Disbursements), draw.Step.Which) is not { } payment)
            return null;
        var mayReject = draw.Step.Other % 2 == 0;
        var outcome =
            draw.BadId ? Outcome.RefusedAs("not-found")
            : payment.Status >= DisbursementStatus.Executed ? Outcome.RefusedAs("wrong-state")
            : mayReject ? Outcome.Accepted
            : payment.RequestedBy != draw.Person ? Outcome.RefusedAs("not-your-request")
            : payment.Status == DisbursementStatus.Requested ? Outcome.Accepted : Outcome.RefusedAs("wrong-state");
        return draw.Of(draw.World.Disbursements, new RejectPayment(draw.Code(payment.Fund), draw.Id(payment.Id), "Not eligible.", mayReject), outcome);
    }

    /// <summary>The bank sends a payment back, or it was booked wrongly.</summary>
    public static Order? UndoPayment(Draw draw)
    {
        var payments = Draw.Kept<Payment>(draw.World.Disbursements).Where(payment => payment.Status >= DisbursementStatus.Executed && payment.Status != DisbursementStatus.Rejected);
        if (Draw.Pick(payments, draw.Step.Which) is not { } payment)
            return null;
        var (day, bank) = (draw.Day(RequestedOn.AddDays(40)), draw.NextId("return"));
        return draw.Of(
            draw.World.Disbursements,
            draw.Step.Third % 2 == 0
                ? new ReversePayment(draw.Code(payment.Fund), draw.Id(payment.Id), day, "It was booked twice.")
                : new ReturnPayment(draw.Code(payment.Fund), draw.Id(payment.Id), day, $"bank {bank}", "The account was closed."),
            draw.BadId || draw.BadDate ? Outcome.Refused
            : payment.Status != DisbursementStatus.Executed ? Outcome.RefusedAs("already-reversed")
            : Outcome.AsItMay);
    }

    /// <summary>A payment of the past, as it was: it may exceed its contract and the cash.</summary>
    public static Order? ImportPayment(Draw draw)
    {
        if (Draw.Pick(Draw.Kept<PayableContract>(draw.World.Disbursements), draw.Step.Which) is not { } contract)
            return null;
        var payment = draw.NextId("payment");
        var amount = draw.Amount(FundOfPlay.Of(contract.Fund), Math.Max(0, contract.Open().Amount));
        return draw.Of(
            draw.World.Disbursements,
            new ImportPayment(
                draw.Code(contract.Fund), draw.Id(contract.Id), payment, draw.Step.Third % 2 == 0 ? PaymentKind.PreFinancing : PaymentKind.Interim,
                amount, draw.Day(RequestedOn), $"sepa {payment}"),
            amount.IsPositive ? draw.AsItMay : Outcome.Refused);
    }

    static Order Advance(Draw draw, Payment payment)
    {
        var (disbursements, fund, id) = (draw.World.Disbursements, draw.Code(payment.Fund), draw.Id(payment.Id));
        Order Must(PaymentStep step, Outcome outcome) => draw.Of(disbursements, step, draw.BadId ? Outcome.RefusedAs("not-found") : outcome);
        return payment.Status switch
        {
            DisbursementStatus.Requested => Must(new VerifyPayment(fund, id), draw.Person == payment.RequestedBy ? Outcome.RefusedAs("four-eyes") : Outcome.Accepted),
            DisbursementStatus.Verified => Must(new AuthorisePayment(fund, id), Authorised(draw, payment)),
            _ => Execute(draw, payment, Must),
        };
    }

    static Outcome Authorised(Draw draw, Payment payment)
    {
        var service = draw.World.Disbursements.Service;
        var contract = service.Get<PayableContract>(payment.ContractId);
        return draw.Person == payment.RequestedBy || draw.Person == payment.VerifiedBy ? Outcome.RefusedAs("four-eyes")
            : service.Find<FundTerms>(payment.Fund) is not null || payment.Kind == PaymentKind.Final || contract.FinalPayment is not null ? Outcome.AsItMay
            : contract.Suspended ? Outcome.RefusedAs("contract-suspended")
            : BankDesk.IsClosed(draw, payment.AccountId) ? Outcome.RefusedAs("account-closed")
            : payment.Money() > contract.Open() ? Outcome.RefusedAs("exceeds-contract")
            : payment.Amount > (service.Find<FundCash>(payment.Fund)?.Available().Amount ?? 0) ? Outcome.RefusedAs("insufficient-cash")
            : Outcome.Accepted;
    }

    static Order Execute(Draw draw, Payment payment, Func<PaymentStep, Outcome, Order> must)
    {
        var used = draw.Step.Third % 15 == 0
            ? Draw.Pick(Draw.Kept<Payment>(draw.World.Disbursements).Where(other => other is { BankReference: not null, Status: DisbursementStatus.Executed } && other.Fund == payment.Fund), draw.Step.Other)
            : null;
        var contract = draw.World.Disbursements.Service.Get<PayableContract>(payment.ContractId);
        var cash = draw.World.Disbursements.Service.Get<FundCash>(payment.Fund);
        return must(
            new ExecutePayment(draw.Code(payment.Fund), draw.Id(payment.Id), draw.Day(RequestedOn.AddDays(20)),
                used?.BankReference!.ToUpperInvariant() ?? $"sepa {payment.Id}", Offsets(draw, payment)),
            draw.BadDate ? Outcome.Refused
            : used is not null ? Outcome.RefusedAs("bank-reference-already-booked")
            : contract.Suspended ? Outcome.RefusedAs("contract-suspended")
            : BankDesk.IsClosed(draw, payment.AccountId) || draw.World.Disbursements.Service.Find<FundTerms>(payment.Fund)?.PaymentDeadline is not null
                || cash.Balance() < payment.Money() || Offsets(draw, payment) is not null ? Outcome.AsItMay
            : contract.Open().IsNegative ? Outcome.RefusedAs("exceeds-contract")
            : Outcome.Accepted);
    }

    /// <summary>What the partner owes is set off against what it is paid.</summary>
    static List<OffsetBody>? Offsets(Draw draw, Payment payment)
    {
        var owed = Draw.Kept<Recovery>(draw.World.Disbursements).Where(recovery => recovery.Fund == payment.Fund && recovery.Partner == payment.Partner && recovery.Open().IsPositive);
        return draw.Step.Third % 4 > 0 && Draw.Pick(owed, draw.Step.Other) is { } recovery
            ? [new(recovery.Id, Money.Min(recovery.Open(), payment.Money()))]
            : null;
    }
}
