using TrustFund.Disbursements.Payments;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Payments;

public sealed class ImportPaymentTests
{
    const string Header = "contract,kind,amount,currency,paid_on,bank_reference\n";

    static Given AFundWithReference(decimal cash, decimal contract)
    {
        var given = new Given();
        given.Service.Follow("pledges", new Events.Pledges.V1.FundEstablished(Fund, "Emergency Trust Fund", "EUR", 5, null, new(2015, 11, 12), null));
        given.Received(cash).Service.Follow("contracts", Signature(contract) with { Reference = "T05-EUTF-1" });
        return given;
    }

    [Fact]
    public void History_above_contract_and_cash_is_booked_as_a_fact_and_blocks_what_comes()
    {
        var given = AFundWithReference(cash: 100, contract: 150).Verified(10, "next");

        var problems = given.Service.Import(new PaymentRows(), Fund, $"{Header}t05-eutf-1,interim,200.00,EUR,2018-02-01,H-1\n");

        Assert.Empty(problems);
        var imported = Assert.Single(given.Service.Journal.Select(entry => entry.Event).OfType<PaymentImported>());
        Assert.Equal("DE 100.00; UNATTRIBUTED 100.00", Text(imported.Attribution));
        Assert.Equal((200m, -50m), (given.Signed.Paid, given.Signed.Open().Amount));
        Assert.Equal((-100m, 100m), (given.Cash.Balance().Amount, given.Sources.Unattributed));
        given.Refused(Authorise("next"), Arthur, 422, "exceeds-contract", "amount");
    }

    [Fact]
    public void The_same_file_twice_changes_nothing_and_a_bad_row_refuses_the_whole_file_by_row_and_column()
    {
        var given = AFundWithReference(cash: 1_000, contract: 500);
        const string good = $"{Header}T05-EUTF-1,pre-financing,100.00,EUR,2018-02-01,H-1\nT05-EUTF-1,final,50.00,EUR,2018-03-01,H-2\n";

        var problems = given.Service.Import(new PaymentRows(), Fund, good.Replace("2018-03-01,H-2", "2018-01-01,H-1", StringComparison.Ordinal).Replace("final", "finall", StringComparison.Ordinal));
        Assert.Equal([(3, "kind"), (3, "paid_on"), (3, "bank_reference")], problems.Select(problem => (problem.Row, problem.Column!)));
        problems = given.Service.Import(new PaymentRows(), Fund, good.Replace("2018-03-01,H-2", "2018-03-01,h-1", StringComparison.Ordinal));
        Assert.Equal([(3, "bank_reference")], problems.Select(problem => (problem.Row, problem.Column!)));
        Assert.Equal(0m, given.Signed.Paid);

        Assert.Empty(given.Service.Import(new PaymentRows(), Fund, good));
        Assert.Empty(given.Service.Import(new PaymentRows(), Fund, good));

        Assert.Equal((150m, 100m), (given.Signed.Paid, given.Signed.PrefinancingPaid));
        given.Refused(Request(1), Fiona, 409, "final-payment-made", null);
    }

    [Fact]
    public void Every_rule_that_a_row_breaks_is_told_and_a_fund_that_does_not_exist_once()
    {
        var given = AFundWithReference(cash: 1_000, contract: 500);
        Assert.Empty(given.Service.Import(new PaymentRows(), Fund, $"{Header}T05-EUTF-1,interim,10.00,EUR,2018-02-01,H-1\n"));

        var problems = given.Service.Import(
            new PaymentRows(), Fund, $"{Header}nothing,sundry,0.00,EUR,2031-01-01,h-1\nT05-EUTF-1,interim,0.00,NOK,2017-01-01,H-1\nT05-EUTF-1,interim,x,NOK,2017-01-01,H-2\n");

        Assert.Equal(
            [(2, "kind"), (2, "contract"), (2, "amount"), (2, "paid_on"), (2, "bank_reference"), (3, "amount"), (3, "amount"), (3, "paid_on"), (3, "bank_reference"), (4, "amount"), (4, "paid_on")],
            problems.Select(problem => (problem.Row, problem.Column!)));
        Assert.Equal(10m, given.Signed.Paid);
        Assert.Equal([new(1, null, "There is no fund 'NOWHERE'.")], given.Service.Import(new PaymentRows(), "NOWHERE", $"{Header}T05-EUTF-1,interim,10.00,EUR,2018-02-01,H-9\n"));
    }

    [Fact]
    public void The_sign_of_an_amount_and_a_reference_of_a_wrong_row_are_told()
    {
        var given = AFundWithReference(cash: 1_000, contract: 500);

        var problems = given.Service.Import(new PaymentRows(), Fund, $"{Header}T05-EUTF-1,interim,-1.001,EUR,2018-02-01,H-1\nT05-EUTF-1,interim,1.00,EUR,2018-02-01,h-1\n");

        Assert.Equal(
            [
                new(2, "amount", "-1.001 has more decimals than the 2 of EUR."),
                new(2, "amount", "-1.001 is not above zero, and must be."),
                new(3, "bank_reference", "'h-1' stands in row 2 already, and may stand in one row only."),
            ],
            problems);
        Assert.Equal(0m, given.Signed.Paid);
    }

    [Fact]
    public void A_contracts_reference_is_as_long_as_contracts_lets_it_be()
    {
        var given = AFundWithReference(cash: 1_000, contract: 500);
        const string other = "0199a000-0000-7000-8000-000000000009";
        var reference = new string('R', 100);
        given.Service.Follow("contracts", Signature(100, other) with { Reference = reference });

        Assert.Empty(given.Service.Import(new PaymentRows(), Fund, $"{Header}{reference},interim,20.00,EUR,2018-02-01,H-1\n"));
        var problems = given.Service.Import(new PaymentRows(), Fund, $"{Header}{reference}R,interim,20.00,EUR,2018-02-01,H-2\n");

        Assert.Equal([(2, "contract")], problems.Select(problem => (problem.Row, problem.Column!)));
        Assert.Equal(20m, given.Service.Get<Disbursements.Contracts.Contract>(other).Paid);
    }

    [Fact]
    public void What_cannot_have_happened_is_refused()
    {
        var given = AFundWithReference(cash: 1_000, contract: 500);
        var import = new ImportPayment(Fund, ContractId, Payment, PaymentKind.Interim, Money.Euros(10), PaidOn, "H-1");

        given.Refused(import with { Contract = "unknown" }, Fiona, 404, "not-found", "contract");
        given.Refused(import with { Amount = new(10, Currency.Of("XOF")) }, Fiona, 422, "wrong-currency", "amount");
        given.Refused(import with { Amount = Money.Euros(0) }, Fiona, 422, "amount-not-positive", "amount");
        given.Refused(import with { PaidOn = SignedOn.AddDays(-1) }, Fiona, 422, "date-before-signature", "paidOn");
        given.Refused(import with { PaidOn = new(2026, 1, 3) }, Fiona, 422, "date-in-the-future", "paidOn");
        given.Accepted(import, Fiona);
        Assert.True(given.ThePayment().Imported);
    }

    [Fact]
    public void An_imported_payment_can_be_reversed()
    {
        var given = AFundWithReference(cash: 1_000, contract: 500).Accepted(new ImportPayment(Fund, ContractId, Payment, PaymentKind.Interim, Money.Euros(10), PaidOn, "H-1"), Fiona);

        given.Accepted(new ReversePayment(Fund, Payment, new(2018, 3, 1), "Twice in the old books."), Arthur);

        Assert.Equal((0m, 1_000m), (given.Signed.Paid, given.Cash.Available().Amount));
    }
}
