using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Contracts;

public sealed class AnswerDecommitmentTests
{
    [Fact]
    public void What_is_neither_paid_nor_reserved_is_granted_whole_and_lowers_the_ceiling()
    {
        var given = AFund(cash: 20_000, contract: 10_000).Executed(7_000, "p1").Authorised(1_000, "p2");

        var answer = given.Service.Follow("contracts", Decommitment(2_000));

        Assert.Equal([new DecommitmentGranted(Fund, "request-1", ContractId, Money.Euros(2_000))], answer);
        Assert.Equal((8_000m, 2_000m, 0m), (given.Signed.Ceiling, given.Signed.Decommitted, given.Signed.Open().Amount));
        given.Refused(Request(0.01m, "p3"), Fiona, 422, "exceeds-contract", "amount");
    }

    [Fact]
    public void One_cent_more_is_refused_with_the_largest_amount_and_the_reason()
    {
        var given = AFund(cash: 20_000, contract: 10_000).Executed(7_000, "p1").Authorised(1_000, "p2");

        var answer = given.Service.Follow("contracts", Decommitment(2_000.01m));

        var refused = Assert.IsType<DecommitmentRefused>(Assert.Single(answer));
        Assert.Equal(Money.Euros(2_000), refused.LargestReleasable);
        Assert.Equal(
            "2000.01 EUR is more than the contract has open: of its ceiling of 10000.00 EUR, 7000.00 EUR is paid and 1000.00 EUR reserved for authorised payments, so 2000.00 EUR is open.",
            refused.Reason);
        Assert.Equal((10_000m, 0m), (given.Signed.Ceiling, given.Signed.Decommitted));
    }

    [Fact]
    public void A_request_that_is_not_authorised_yet_holds_nothing_back()
    {
        var given = AFund(cash: 20_000, contract: 10_000).Verified(10_000);

        var answer = given.Service.Follow("contracts", Decommitment(10_000));

        Assert.IsType<DecommitmentGranted>(Assert.Single(answer));
        given.Refused(Authorise(), Arthur, 422, "exceeds-contract", "amount");
    }

    [Fact]
    public void An_unknown_contract_and_one_of_another_fund_are_refused()
    {
        var given = AFund(cash: 20_000, contract: 10_000);

        var unknown = given.Service.Follow("contracts", Decommitment(1, contract: "unknown"));
        var foreign = given.Service.Follow("contracts", Decommitment(1, fund: "EIP"));

        Assert.Equal(Money.Euros(0), Assert.IsType<DecommitmentRefused>(Assert.Single(unknown)).LargestReleasable);
        Assert.Equal("Disbursements knows of no contract 'unknown' in fund EUTF-AFRICA.", Assert.IsType<DecommitmentRefused>(Assert.Single(unknown)).Reason);
        Assert.Equal(Money.Euros(0), Assert.IsType<DecommitmentRefused>(Assert.Single(foreign)).LargestReleasable);
    }

    [Fact]
    public void Another_currency_and_less_than_nothing_are_refused()
    {
        var given = AFund(cash: 20_000, contract: 10_000);

        var inFrancs = given.Service.Follow("contracts", Decommitment(1) with { Amount = new(1, Currency.Of("XOF")) });
        var negative = given.Service.Follow("contracts", Decommitment(-1));

        Assert.Equal(Money.Euros(10_000), Assert.IsType<DecommitmentRefused>(Assert.Single(inFrancs)).LargestReleasable);
        Assert.IsType<DecommitmentRefused>(Assert.Single(negative));
        Assert.Equal(10_000m, given.Signed.Ceiling);
    }

    [Fact]
    public void A_contract_that_is_signed_twice_is_set_aside_and_keeps_its_payments()
    {
        var given = AFund(cash: 20_000, contract: 10_000).Executed(7_000);

        Assert.Throws<InvalidOperationException>(() => given.Service.Follow("contracts", Signature(10_000)));

        Assert.Equal(7_000m, given.Signed.Paid);
    }
}
