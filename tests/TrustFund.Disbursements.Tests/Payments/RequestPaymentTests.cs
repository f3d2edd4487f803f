using TrustFund.Disbursements.Payments;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Payments;

public sealed class RequestPaymentTests
{
    [Fact]
    public void A_request_is_recorded_with_its_partner_and_reserves_nothing()
    {
        var given = AFund(cash: 1_000, contract: 500);

        var facts = given.Service.Accept(new RequestPayment(Fund, ContractId, Payment,
            new(PaymentKind.PreFinancing, Money.Euros(400.01m), " INV-2018-7 ", RequestedOn, "D/2018/17")), Fiona);

        Assert.Equal([new PaymentRequested(Fund, Payment, ContractId, "IOM", "pre-financing", Money.Euros(400.01m), "INV-2018-7", RequestedOn, "D/2018/17", Account, Iban)], facts);
        var view = DisbursementView.Of(given.ThePayment());
        Assert.Equal((DisbursementStatus.Requested, PaymentKind.PreFinancing, Money.Euros(400.01m)), (view.Status, view.Kind, view.Amount));
        Assert.Equal(Fiona, view.Steps.Requested.By);
        Assert.Null(view.Steps.Verified);
        Assert.Equal((0m, 500m), (given.Signed.Reserved, given.Signed.Open().Amount));
        Assert.Equal((0m, 1_000m), (given.Cash.Reserved, given.Cash.Available().Amount));
    }

    [Fact]
    public void It_answers_201_with_the_address_of_the_disbursement()
    {
        var command = Request(1);

        Assert.Equal(201, command.Status);
        Assert.Equal($"/funds/EUTF-AFRICA/disbursements/{Payment}", command.Location);
    }

    [Fact]
    public void The_whole_open_amount_may_be_requested_and_not_one_cent_more()
    {
        var given = AFund(cash: 0, contract: 500);

        var refusal = given.Refused(Request(500.01m), Fiona, 422, "exceeds-contract", "amount");

        Assert.Equal(
            "500.01 EUR is 0.01 EUR more than the contract has open: of its ceiling of 500.00 EUR, 0.00 EUR is paid and 0.00 EUR reserved for authorised payments, so 500.00 EUR is open.",
            refusal.Detail);
        given.Requested(500);
    }

    [Fact]
    public void What_is_paid_and_what_is_reserved_is_no_longer_open()
    {
        var given = AFund(cash: 1_000, contract: 500).Executed(200, "p1").Authorised(100, "p2");

        given.Refused(Request(200.01m), Fiona, 422, "exceeds-contract", "amount");

        given.Requested(200);
    }

    [Fact]
    public void An_unknown_contract_is_not_found_and_may_be_waited_for()
    {
        var given = AFund(cash: 1_000, contract: 500);

        var refusal = given.Refused(Request(1) with { ContractId = "0199a000-0000-7000-8000-000000000002" }, Fiona, 404, "not-found", "contract");

        Assert.Contains("?atLeast=contracts:", refusal.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_of_another_fund_is_not_found() =>
        AFund(cash: 1_000, contract: 500).Refused(Request(1) with { Fund = "EIP" }, Fiona, 404, "not-found", "contract");

    [Fact]
    public void Another_currency_than_the_contracts_is_refused()
    {
        var request = Request(1);
        var inFrancs = request with { Body = request.Body with { Amount = new(1_000, Currency.Of("XOF")) } };

        AFund(cash: 1_000, contract: 500).Refused(inFrancs, Fiona, 422, "wrong-currency", "amount");
    }

    [Theory]
    [InlineData("0.00")]
    [InlineData("-0.01")]
    public void Nothing_and_less_than_nothing_is_refused(string amount) =>
        AFund(cash: 1_000, contract: 500).Refused(
            Request(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture)), Fiona, 422, "amount-not-positive", "amount");

    [Fact]
    public void A_request_dated_before_the_signature_is_refused()
    {
        var request = Request(1);
        var given = AFund(cash: 1_000, contract: 500);

        given.Refused(request with { Body = request.Body with { RequestedOn = SignedOn.AddDays(-1) } }, Fiona, 422, "date-before-signature", "requestedOn");

        given.Service.Accept(request with { Body = request.Body with { RequestedOn = SignedOn } }, Fiona);
    }

    [Fact]
    public void A_request_dated_in_the_future_is_refused()
    {
        var request = Request(1);
        var future = request with { Body = request.Body with { RequestedOn = new(2026, 1, 2) } };

        // It is midnight, UTC, of the first of January 2026, and already the second nowhere: in Kiribati it is two in the afternoon.
        AFund(cash: 1_000, contract: 500).Refused(future, Fiona, 422, "date-in-the-future", "requestedOn");
    }

    [Fact]
    public void A_contract_may_be_requested_against_before_its_fund_has_been_heard_of()
    {
        var given = new Given();
        given.Service.Follow("contracts", Signature(500));

        given.Verified(500);

        var refusal = given.Refused(Authorise(), Arthur, 422, "insufficient-cash", "amount");
        Assert.Contains("0.00 EUR received", refusal.Detail, StringComparison.Ordinal);
    }
}
