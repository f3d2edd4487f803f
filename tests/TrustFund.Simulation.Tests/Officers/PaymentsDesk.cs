using TrustFund.Disbursements.Payments;

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
        var command = new RequestPayment(draw.Code(contract.Fund), draw.Id(contract.Id), draw.NextId("payment"),
            new((PaymentKind)(draw.Step.Third % 3), amount, "INV-1", draw.Day(RequestedOn)));
        return draw.Of(disbursements, command, draw.UpTo(amount, contract.Open().Amount, "exceeds-contract"));
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
        return draw.Person == payment.RequestedBy || draw.Person == payment.VerifiedBy ? Outcome.RefusedAs("four-eyes")
            : payment.Money() > service.Get<PayableContract>(payment.ContractId).Open() ? Outcome.RefusedAs("exceeds-contract")
            : payment.Amount > (service.Find<FundCash>(payment.Fund)?.Available().Amount ?? 0) ? Outcome.RefusedAs("insufficient-cash")
            : Outcome.Accepted;
    }

    static Order Execute(Draw draw, Payment payment, Func<PaymentStep, Outcome, Order> must)
    {
        var used = draw.Step.Third % 15 == 0
            ? Draw.Pick(Draw.Kept<Payment>(draw.World.Disbursements).Where(other => other.Fund == payment.Fund && other.BankReference is not null), draw.Step.Other)
            : null;
        return must(
            new ExecutePayment(draw.Code(payment.Fund), draw.Id(payment.Id), draw.Day(RequestedOn.AddDays(20)),
                used?.BankReference!.ToUpperInvariant() ?? $"sepa {payment.Id}"),
            draw.BadDate ? Outcome.Refused : used is null ? Outcome.Accepted : Outcome.RefusedAs("bank-reference-already-booked"));
    }
}
