using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Payments;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Contracts;

public sealed class ContractRulesTests
{
    static ClearPrefinancing Clear(decimal amount, int number = 1) =>
        new(Fund, ContractId, $"report-{number}", new(Money.Euros(amount), new(2018, 9, 1), $"Interim report {number}"));

    static Given Prefinanced(decimal amount)
    {
        var given = AFund(1_000, 500);
        return given.Accepted(Request(amount, kind: PaymentKind.PreFinancing), Fiona).Accepted(Verify(), Vera).Accepted(Authorise(), Arthur).Accepted(Execute(), Fiona);
    }

    [Fact]
    public void An_amendment_raises_what_may_be_paid()
    {
        var given = AFund(1_000, 500);

        given.Service.Follow("contracts", new ContractAmended(Fund, "action", ContractId, "a1", "SLC", Money.Euros(50), new(2018, 3, 1), "More", Title: "Protection"));

        Assert.Equal((550m, "Protection"), (given.Signed.Ceiling, given.Signed.Title));
        given.Requested(550);
    }

    [Fact]
    public void Under_a_suspended_contract_nothing_is_authorised_or_paid_until_it_is_resumed()
    {
        var given = AFund(1_000, 500).Authorised(100, "p1").Verified(100, "p2");
        given.Service.Follow("contracts", new ContractSuspended(Fund, ContractId, new(2018, 2, 10), "Audit"));

        given.Refused(Authorise("p2"), Arthur, 409, "contract-suspended", null);
        given.Refused(Execute("p1"), Fiona, 409, "contract-suspended", null);
        given.Requested(100, "p3");
        given.Service.Follow("contracts", new ContractResumed(Fund, ContractId, new(2018, 2, 15), "Cleared"));

        given.Accepted(Authorise("p2"), Arthur).Accepted(Execute("p1"), Fiona);
    }

    [Fact]
    public void Under_a_terminated_contract_nothing_more_is_requested()
    {
        var given = AFund(1_000, 500).Verified(100, "p1");
        given.Service.Follow("contracts", new ContractTerminated(Fund, ContractId, new(2018, 2, 10), "Over"));

        given.Refused(Request(100, "p2"), Fiona, 409, "contract-terminated", null);
        given.Accepted(Authorise("p1"), Arthur);
    }

    [Fact]
    public void No_payment_is_dated_after_the_payment_deadline()
    {
        var given = AFund(1_000, 500).Authorised(100);
        given.Service.Follow("contracts", new DeadlineSet(Fund, "contracting", new(2018, 1, 1), new(2018, 1, 1), "B/1"));
        given.Accepted(Request(1, "before"), Fiona).Accepted(Verify("before"), Vera);
        given.Service.Follow("contracts", new DeadlineSet(Fund, "payment", PaidOn.AddDays(-1), new(2018, 1, 1), "B/2"));

        var refusal = given.Refused(Execute(), Fiona, 422, "after-payment-deadline", "paidOn");
        given.Accepted(Execute() with { PaidOn = PaidOn.AddDays(-1) }, Fiona);

        Assert.Equal("The fund's last day for payments was 2018-02-19: none may be dated 2018-02-20.", refusal.Detail);
    }

    [Fact]
    public void Nothing_is_paid_after_a_final_payment()
    {
        var given = AFund(1_000, 500).Verified(100, "interim").Accepted(Request(300, "final", PaymentKind.Final), Fiona).Accepted(Verify("final"), Vera)
            .Accepted(Authorise("final"), Arthur);

        given.Refused(Request(50, "late"), Fiona, 409, "final-payment-made", null);
        given.Refused(Authorise("interim"), Arthur, 409, "final-payment-made", null);
        given.Accepted(Execute("final"), Fiona);
        given.Refused(Authorise("interim"), Arthur, 409, "final-payment-made", null);
    }

    [Fact]
    public void A_final_payment_waits_for_those_that_are_authorised_and_a_rejected_one_is_none()
    {
        var given = AFund(1_000, 500).Authorised(100, "interim").Accepted(Request(300, "final", PaymentKind.Final), Fiona).Accepted(Verify("final"), Vera);

        given.Refused(Authorise("final"), Arthur, 409, "payments-outstanding", null);
        given.Accepted(Execute("interim"), Fiona).Accepted(Authorise("final"), Arthur).Accepted(Reject("final"), Vera);

        given.Authorised(50, "another");
    }

    [Fact]
    public void Pre_financing_is_cleared_by_reports_up_to_what_is_open()
    {
        var given = Prefinanced(200);
        Assert.Equal((200m, 200m), (given.Signed.PrefinancingPaid, given.Signed.PrefinancingOpen().Amount));

        var facts = given.Service.Accept(Clear(150), Vera);
        var refusal = given.Refused(Clear(50.01m, 2), Vera, 422, "exceeds-prefinancing", "amount");

        Assert.Equal([new PrefinancingCleared(Fund, ContractId, "report-1", Money.Euros(150), new(2018, 9, 1), "Interim report 1")], facts);
        Assert.Equal("50.01 EUR is 0.01 EUR more than is open: of 200.00 EUR of pre-financing, 150.00 EUR is cleared, so 50.00 EUR is open.", refusal.Detail);
        Assert.Equal((300m, 200m), (given.Signed.Open().Amount, given.Signed.Paid));
        given.Accepted(Clear(50, 2), Vera).Refused(Clear(0, 3), Vera, 422, "amount-not-positive", "amount");
    }

    [Fact]
    public void An_interim_payment_is_no_pre_financing() =>
        AFund(1_000, 500).Executed(100).Refused(Clear(0.01m), Vera, 422, "exceeds-prefinancing", "amount");

    [Fact]
    public void Cleared_pre_financing_is_not_reversed_but_the_bank_may_send_it_back()
    {
        var given = Prefinanced(200).Accepted(Clear(50), Vera);

        given.Refused(new ReversePayment(Fund, Payment, new(2018, 9, 2), "Wrong."), Arthur, 409, "prefinancing-cleared", null);
        given.Accepted(new ReturnPayment(Fund, Payment, new(2018, 9, 2), "RET-1", "Closed account"), Fiona);

        Assert.Equal((0m, -50m), (given.Signed.PrefinancingPaid, given.Signed.PrefinancingOpen().Amount));
    }
}
