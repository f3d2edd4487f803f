using TrustFund.Disbursements.Payments;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Payments;

public sealed class VerifyPaymentTests
{
    [Fact]
    public void A_second_person_verifies_and_still_nothing_is_reserved()
    {
        var given = AFund(cash: 1_000, contract: 500).Verified(300);

        var payment = given.ThePayment();
        Assert.Equal((DisbursementStatus.Verified, Fiona, Vera), (payment.Status, payment.RequestedBy, payment.VerifiedBy));
        Assert.True(payment.VerifiedAt > payment.RequestedAt);
        Assert.Equal((0m, 0m), (given.Signed.Reserved, given.Cash.Reserved));
    }

    [Fact]
    public void Nobody_verifies_their_own_request() =>
        AFund(cash: 1_000, contract: 500).Requested(300).Refused(Verify(), Fiona, 403, "four-eyes", null);

    [Fact]
    public void A_second_verification_is_refused() =>
        AFund(cash: 1_000, contract: 500).Verified(300).Refused(Verify(), "victor", 409, "wrong-state", null);

    [Fact]
    public void A_rejected_payment_cannot_be_verified()
    {
        var given = AFund(cash: 1_000, contract: 500).Requested(300);
        given.Service.Accept(Reject(), Vera);

        var refusal = given.Refused(Verify(), "victor", 409, "wrong-state", null);

        Assert.Equal("The payment is rejected; only one that is requested can be verified.", refusal.Detail);
    }

    [Fact]
    public void An_unknown_payment_and_one_of_another_fund_are_not_found()
    {
        var given = AFund(cash: 1_000, contract: 500).Requested(300);

        given.Refused(Verify("0199a000-0000-7000-8000-0000000000f9"), Vera, 404, "not-found", "id");
        given.Refused(Verify() with { Fund = "EIP" }, Vera, 404, "not-found", "id");
    }
}
