using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Payments;

public sealed class ExecutePaymentTests
{
    [Fact]
    public void What_was_reserved_is_spent()
    {
        var given = AFund(cash: 1_000, contract: 500).Authorised(300);

        var facts = given.Service.Accept(Execute(), Fiona);

        var executed = Assert.IsType<PaymentExecuted>(Assert.Single(facts));
        Assert.Equal(new PaymentExecuted(Fund, Payment, ContractId, "IOM", "SLC", Money.Euros(300), PaidOn, "SEPA-1", executed.Attribution, null, Iban), executed);
        Assert.Equal("DE 300.00", Text(executed.Attribution));
        var view = DisbursementView.Of(given.ThePayment());
        Assert.Equal((DisbursementStatus.Executed, PaidOn, "SEPA-1", Fiona), (view.Status, view.PaidOn, view.BankReference, view.Steps.Executed?.By));
        Assert.Equal((0m, 300m, 200m), (given.Signed.Reserved, given.Signed.Paid, given.Signed.Open().Amount));
        Assert.Equal((0m, 300m, 700m), (given.Cash.Reserved, given.Cash.Paid, given.Cash.Available().Amount));
    }

    [Fact]
    public void A_second_execution_is_refused_and_spends_nothing_more() =>
        AFund(cash: 1_000, contract: 500).Executed(300).Refused(Execute(bankReference: "SEPA-2"), Fiona, 409, "wrong-state", null);

    [Fact]
    public void A_payment_that_nobody_authorised_cannot_be_executed() =>
        AFund(cash: 1_000, contract: 500).Verified(300).Refused(Execute(), Fiona, 409, "wrong-state", null);

    [Theory]
    [InlineData("SEPA-1")]
    [InlineData("sepa-1")]
    public void One_entry_of_the_bank_pays_one_disbursement(string again)
    {
        var given = AFund(cash: 1_000, contract: 500).Executed(100, "p1", "SEPA-1").Authorised(100, "p2");

        var refusal = given.Refused(Execute("p2", again), Fiona, 409, "bank-reference-already-booked", "bankReference");

        Assert.Equal($"The bank's entry '{again}' of fund EUTF-AFRICA has paid disbursement 'p1'.", refusal.Detail);
    }

    [Fact]
    public void Another_funds_bank_may_use_the_same_reference()
    {
        var given = AFund(cash: 1_000, contract: 500).Executed(100, "p1", "SEPA-1");
        const string other = "0199a000-0000-7000-8000-000000000004";
        given.Service.Follow("pledges", Receipt(100, fund: "EIP"));
        given.Service.Follow("contracts", Signature(100, other, "EIP"));
        given.Service.Accept(Request(100, "p2") with { Fund = "EIP", ContractId = other }, Fiona);
        given.Service.Accept(Verify("p2") with { Fund = "EIP" }, Vera);
        given.Service.Accept(Authorise("p2") with { Fund = "EIP" }, Arthur);

        given.Service.Accept(Execute("p2", "SEPA-1") with { Fund = "EIP" }, Fiona);
    }

    [Fact]
    public void A_payment_cannot_have_left_before_it_was_requested()
    {
        var given = AFund(cash: 1_000, contract: 500).Authorised(300);

        given.Refused(Execute() with { PaidOn = RequestedOn.AddDays(-1) }, Fiona, 422, "date-before-request", "paidOn");

        given.Service.Accept(Execute() with { PaidOn = RequestedOn }, Fiona);
    }

    [Fact]
    public void A_payment_whose_contract_was_used_up_by_imported_history_since_is_not_executed()
    {
        var given = AFund(cash: 1_000, contract: 500).Authorised(300, "p1").Authorised(100, "p2");
        given.Accepted(new ImportPayment(Fund, ContractId, "old", PaymentKind.Interim, Money.Euros(100), PaidOn, "OLD-1"), "admin");
        given.Accepted(Execute("p2", "SEPA-2"), Fiona);
        given.Accepted(new ImportPayment(Fund, ContractId, "older", PaymentKind.Interim, Money.Euros(0.01m), PaidOn, "OLD-2"), "admin");

        var refusal = given.Refused(Execute("p1"), Fiona, 422, "exceeds-contract", "amount");

        Assert.Equal("Since the payment was authorised, 0.01 EUR more was paid under the contract than it allows: of its ceiling of 500.00 EUR, 200.01 EUR is paid"
            + " and 300.00 EUR reserved for authorised payments, so -0.01 EUR is open.", refusal.Detail);
        given.Accepted(new ReversePayment(Fund, "older", new(2018, 3, 1), "Twice in the old books."), Arthur).Accepted(Execute("p1"), Fiona);
        Assert.Equal((500m, 0m), (given.Signed.Paid, given.Signed.Open().Amount));
    }

    [Fact]
    public void A_payment_whose_contract_was_used_up_by_a_recovery_that_never_came_is_executed_only_against_what_is_owed()
    {
        var given = AFund(cash: 1_000, contract: 500).Executed(500, "p1").Accepted(Establish(100), Fiona).Accepted(Cashed(100, receipt: "c1"), Fiona).Authorised(100, "p2");
        given.Accepted(new ReverseRecoveryReceipt(Fund, "r1", "c1", new(new(2018, 6, 10), "It was another partner's.")), Arthur);
        ExecutePayment Against(decimal offset) => Execute("p2", "SEPA-2") with { PaidOn = new(2018, 6, 20), Offsets = [new("r1", Money.Euros(offset))] };

        given.Refused(Execute("p2", "SEPA-2"), Fiona, 422, "exceeds-contract", "amount");
        given.Refused(Against(99.99m), Fiona, 422, "exceeds-contract", "amount");
        given.Accepted(Against(100), Fiona);

        Assert.Equal((500m, 0m, 500m), (given.Signed.NetPaid().Amount, given.Signed.Open().Amount, given.Cash.Balance().Amount));
    }

    [Fact]
    public void A_payment_cannot_have_left_in_the_future() =>
        AFund(cash: 1_000, contract: 500).Authorised(300).Refused(Execute() with { PaidOn = new(2026, 1, 2) }, Fiona, 422, "date-in-the-future", "paidOn");
}
