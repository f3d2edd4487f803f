using TrustFund.Disbursements.Payments;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Payments;

public sealed class RejectPaymentTests
{
    [Fact]
    public void What_was_reserved_for_a_rejected_payment_is_free_again()
    {
        var given = AFund(cash: 1_000, contract: 500).Authorised(300);

        var facts = given.Service.Accept(Reject(), Arthur);

        Assert.Equal([new PaymentRejected(Fund, Payment, ContractId, Money.Euros(300), true, "The invoice is for another contract.")], facts);
        var view = DisbursementView.Of(given.ThePayment());
        Assert.Equal((DisbursementStatus.Rejected, Arthur, "The invoice is for another contract."), (view.Status, view.Steps.Rejected?.By, view.RejectionReason));
        Assert.Equal((0m, 500m), (given.Signed.Reserved, given.Signed.Open().Amount));
        Assert.Equal((0m, 1_000m), (given.Cash.Reserved, given.Cash.Available().Amount));
        given.Authorised(500, "p2");
    }

    [Fact]
    public void A_payment_for_which_nothing_was_reserved_frees_nothing()
    {
        var given = AFund(cash: 1_000, contract: 500).Authorised(100, "p1").Verified(300);

        given.Service.Accept(Reject(), Vera);

        Assert.Equal((100m, 100m), (given.Signed.Reserved, given.Cash.Reserved));
    }

    [Fact]
    public void An_executed_payment_cannot_be_rejected() =>
        AFund(cash: 1_000, contract: 500).Executed(300).Refused(Reject(), Arthur, 409, "wrong-state", null);

    [Fact]
    public void A_rejected_payment_cannot_be_rejected_again()
    {
        var given = AFund(cash: 1_000, contract: 500).Requested(300);
        given.Service.Accept(Reject(), Vera);

        given.Refused(Reject(), Arthur, 409, "wrong-state", null);
    }

    [Fact]
    public void Who_requested_a_payment_may_withdraw_it_before_it_is_verified()
    {
        var given = AFund(cash: 1_000, contract: 500).Requested(300);

        given.Service.Accept(Reject(asOfficer: false), Fiona);

        Assert.Equal((DisbursementStatus.Rejected, Fiona), (given.ThePayment().Status, given.ThePayment().RejectedBy));
    }

    [Fact]
    public void Who_requested_a_payment_may_not_withdraw_it_once_it_is_verified() =>
        AFund(cash: 1_000, contract: 500).Verified(300).Refused(Reject(asOfficer: false), Fiona, 409, "wrong-state", null);

    [Fact]
    public void Another_finance_officer_may_not_withdraw_it() =>
        AFund(cash: 1_000, contract: 500).Requested(300).Refused(Reject(asOfficer: false), "felix", 403, "not-your-request", null);
}
