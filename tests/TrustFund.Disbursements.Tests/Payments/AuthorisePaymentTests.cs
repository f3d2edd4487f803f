using TrustFund.Disbursements.Contracts;
using TrustFund.Disbursements.Payments;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Payments;

public sealed class AuthorisePaymentTests
{
    [Fact]
    public void A_third_person_authorises_and_ceiling_and_cash_are_reserved()
    {
        var given = AFund(cash: 1_000, contract: 500).Verified(300);

        var facts = given.Service.Accept(Authorise(), Arthur);

        Assert.Equal([new PaymentAuthorised(Fund, Payment, ContractId, Money.Euros(300))], facts);
        Assert.Equal((DisbursementStatus.Authorised, Arthur), (given.ThePayment().Status, given.ThePayment().AuthorisedBy));
        Assert.Equal((300m, 0m, 200m), (given.Signed.Reserved, given.Signed.Paid, given.Signed.Open().Amount));
        Assert.Equal((300m, 0m, 700m), (given.Cash.Reserved, given.Cash.Paid, given.Cash.Available().Amount));
    }

    [Theory]
    [InlineData(Fiona)]
    [InlineData(Vera)]
    public void Nobody_authorises_what_they_requested_or_verified(string actor) =>
        AFund(cash: 1_000, contract: 500).Verified(300).Refused(Authorise(), actor, 403, "four-eyes", null);

    [Fact]
    public void A_payment_that_nobody_verified_cannot_be_authorised() =>
        AFund(cash: 1_000, contract: 500).Requested(300).Refused(Authorise(), Arthur, 409, "wrong-state", null);

    [Fact]
    public void A_second_authorisation_is_refused_and_reserves_nothing_more() =>
        AFund(cash: 1_000, contract: 500).Authorised(300).Refused(Authorise(), "augusta", 409, "wrong-state", null);

    [Fact]
    public void Cash_that_is_short_by_one_cent_is_refused_with_the_figures()
    {
        var given = AFund(cash: 299.99m, contract: 500).Received(0, unallocated: 50).Verified(300);

        var refusal = given.Refused(Authorise(), Arthur, 422, "insufficient-cash", "amount");

        Assert.Equal(
            "300.00 EUR is 0.01 EUR more than the fund has available: of 299.99 EUR received, 0.00 EUR is paid and 0.00 EUR reserved for authorised payments, so 299.99 EUR is left; another 50.00 EUR waits unallocated and may not be spent.",
            refusal.Detail);
        given.Received(0.01m).Service.Accept(Authorise(), Arthur);
        Assert.Equal(0m, given.Cash.Available().Amount);
    }

    [Fact]
    public void A_ceiling_that_is_short_by_one_cent_is_refused_with_the_figures()
    {
        var given = AFund(cash: 1_000, contract: 500).Verified(300, "p1").Verified(200.01m, "p2");
        given.Service.Accept(Authorise("p1"), Arthur);

        var refusal = given.Refused(Authorise("p2"), Arthur, 422, "exceeds-contract", "amount");

        Assert.Equal(
            "200.01 EUR is 0.01 EUR more than the contract has open: of its ceiling of 500.00 EUR, 0.00 EUR is paid and 300.00 EUR reserved for authorised payments, so 200.00 EUR is open.",
            refusal.Detail);
    }

    [Fact]
    public void A_decommitment_between_request_and_authorisation_counts()
    {
        var given = AFund(cash: 1_000, contract: 500).Verified(300);
        given.Service.Follow("contracts", Decommitment(200.01m));

        given.Refused(Authorise(), Arthur, 422, "exceeds-contract", "amount");
    }

    [Fact]
    public void A_contract_in_another_currency_than_its_funds_cash_cannot_be_paid()
    {
        var given = AFund(cash: 1_000, contract: 500);
        const string inFrancs = "0199a000-0000-7000-8000-000000000003";
        given.Service.Follow("contracts", Signature(1, inFrancs) with { Amount = new(100, Currency.Of("XOF")) });
        var request = Request(1) with { ContractId = inFrancs };
        given.Service.Accept(request with { Body = request.Body with { Amount = new(50, Currency.Of("XOF")) } }, Fiona);
        given.Service.Accept(Verify(), Vera);

        given.Refused(Authorise(), Arthur, 422, "wrong-currency", "amount");
        Assert.Equal(0m, given.Service.Get<Contract>(inFrancs).Reserved);
    }

    [Fact]
    public void Of_sixty_four_who_race_for_the_last_euro_one_gets_it()
    {
        var given = AFund(cash: 1, contract: 64);
        var payments = Enumerable.Range(1, 64).Select(number => $"p{number}").ToList();
        payments.ForEach(payment => given.Verified(1, payment));

        var refusals = payments.ConvertAll(payment => given.Service.Execute(Authorise(payment), Arthur));

        Assert.Single(refusals, refusal => refusal is null);
        Assert.All(refusals.OfType<Journal.Refusal>(), refusal => Assert.Equal("insufficient-cash", refusal.Code));
        Assert.Equal((1m, 1m), (given.Cash.Reserved, given.Signed.Reserved));
    }
}
