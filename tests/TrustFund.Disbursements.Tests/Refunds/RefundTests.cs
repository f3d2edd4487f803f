using TrustFund.Disbursements.Officers;
using TrustFund.Disbursements.Refunds;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Refunds;

public sealed class RefundTests
{
    static readonly ExecuteRefund Execution = new(Fund, "f1", new(2018, 8, 1), "REFUND-1");

    static readonly RejectRefund Rejection = new(Fund, "f1", "The donor leaves it to the fund.");

    static RefundCashRequested Asked(decimal unallocated, decimal allocated, string donor = "DE", string? window = null, string? by = null) => new(
        Fund, "f1", "pledge", donor, Money.Euros(unallocated + allocated), Money.Euros(unallocated), Money.Euros(allocated), window, new(2018, 7, 1), by);

    [Fact]
    public void Cash_that_is_there_is_granted_reserved_and_then_paid_back_to_the_donor()
    {
        var given = AFund(100, 500).Received(0, unallocated: 20);

        var granted = Assert.IsType<RefundCashGranted>(Assert.Single(given.Service.Follow("pledges", Asked(15, 30))));
        Assert.Equal((Money.Euros(45), "DE 30.00"), (granted.Amount, Text(granted.Attribution)));
        Assert.Equal((70m, 30m), (given.Cash.Available().Amount, given.Cash.Reserved));
        var executed = Assert.IsType<RefundExecuted>(Assert.Single(given.Service.Accept(Execution, Arthur)));

        Assert.Equal((Money.Euros(45), "DE 30.00"), (executed.Amount, Text(executed.Attribution)));
        Assert.Equal((0m, 30m, 5m, 70m), (given.Cash.Reserved, given.Cash.Refunded, given.Cash.Unallocated, given.Cash.Balance().Amount));
        given.Refused(Execution, Arthur, 409, "wrong-state", null);
    }

    [Fact]
    public void What_other_donors_brought_is_not_refunded_to_this_one()
    {
        var given = AFundOf(500, ("DE", null, 50), ("IT", null, 150)).Executed(100);

        var refused = Assert.IsType<RefundCashRefused>(Assert.Single(given.Service.Follow("pledges", Asked(0, 25.01m))));

        Assert.Equal(Money.Euros(25), refused.LargestReleasable);
        Assert.Equal(100m, given.Cash.Available().Amount);
        given.Refused(Execution, Arthur, 409, "wrong-state", null);
    }

    [Fact]
    public void Cash_that_is_promised_to_payments_is_not_refunded()
    {
        var given = AFund(100, 500).Authorised(80);

        var refused = Assert.IsType<RefundCashRefused>(Assert.Single(given.Service.Follow("pledges", Asked(1, 20.01m))));

        Assert.Equal(Money.Euros(20), refused.LargestReleasable);
    }

    [Fact]
    public void A_windows_earmark_goes_back_first_and_what_is_set_aside_pays_nothing_else()
    {
        var given = AFundOf(500, ("DE", null, 50), ("DE", "SLC", 40));

        var granted = Assert.IsType<RefundCashGranted>(Assert.Single(given.Service.Follow("pledges", Asked(0, 45, window: "SLC"))));
        given.Executed(45);

        Assert.Equal("DE/SLC 40.00; DE 5.00", Text(granted.Attribution));
        Assert.Equal("DE 45.00", Text(given.ThePayment().Attribution));
    }

    [Fact]
    public void When_the_donors_receipt_is_reversed_after_the_grant_others_money_is_not_refunded_instead()
    {
        var given = AFundOf(500, ("DE", null, 50), ("IT", null, 150));
        given.Service.Follow("pledges", Asked(0, 40));
        given.Reversed("DE", 50, "receipt-DE--0");

        given.Refused(Execution, Arthur, 422, "donor-money-gone", "id");
        given.Brought("DE", null, 40).Accepted(Execution, Arthur);
    }

    [Fact]
    public void When_what_waited_unallocated_is_reversed_after_the_grant_the_funds_own_cash_is_not_refunded_instead()
    {
        var given = AFund(100, 500).Received(0, unallocated: 20);
        given.Service.Follow("pledges", Asked(20, 0));
        given.Reversed("DE", 0, unallocated: 20);

        given.Refused(Execution, Arthur, 422, "donor-money-gone", "id");
        given.Received(0, unallocated: 20).Accepted(Execution, Arthur);
    }

    [Fact]
    public void Who_asked_for_a_refund_does_not_execute_it_nor_lets_a_delegate_do_so()
    {
        var given = AFund(100, 500);
        given.Service.Follow("pledges", Asked(0, 30, by: Arthur));

        given.Refused(Execution, Arthur, 403, "four-eyes", null);
        given.Accepted(new SetBands(Fund, new(new(2018, 1, 1), [new(null, [Arthur])])), "admin");
        given.Accepted(new DelegateAuthority(Fund, "d1", new("augusta", new(2018, 1, 1), new(2030, 1, 1))), Arthur);
        given.Refused(Execution, "augusta", 403, "four-eyes", null);
        given.Accepted(new SetBands(Fund, new(new(2018, 1, 1), [new(null, [])])), "admin").Accepted(Execution, "augusta");

        var refund = given.Service.Get<Refund>("f1");
        Assert.Equal((Arthur, "augusta", Arthur), (refund.RequestedBy, refund.ExecutedBy, RefundView.Of(refund).RequestedBy));
    }

    [Fact]
    public void A_granted_refund_that_is_rejected_leaves_everything_as_it_was()
    {
        var given = AFundOf(500, ("DE", null, 50), ("DE", "SLC", 40.01m), ("IT", null, 10)).Received(0, unallocated: 20).Executed(7.77m);
        var (cash, pots) = (given.Cash, given.Sources.Pots);
        var granted = Assert.IsType<RefundCashGranted>(Assert.Single(given.Service.Follow("pledges", Asked(15, 45, window: "SLC"))));
        Assert.NotEqual(pots, given.Sources.Pots);

        var refused = Assert.IsType<RefundCashRefused>(Assert.Single(given.Service.Accept(Rejection, Arthur)));

        Assert.Equal(new RefundCashRefused(Fund, "f1", "pledge", granted.Amount, Money.Euros(60), "The donor leaves it to the fund."), refused);
        Assert.Equal((cash.Reserved, cash.UnallocatedReserved, cash.Available(), cash.Unallocated),
            (given.Cash.Reserved, given.Cash.UnallocatedReserved, given.Cash.Available(), given.Cash.Unallocated));
        Assert.Equal(pots, given.Sources.Pots);
        var view = RefundView.Of(given.Service.Get<Refund>("f1"));
        Assert.Equal((RefundStatus.Refused, "The donor leaves it to the fund.", Arthur), (view.Status, view.Reason, view.RejectedBy));
        given.Refused(Rejection, Arthur, 409, "wrong-state", null);
        given.Refused(Execution, Arthur, 409, "wrong-state", null);
        given.Executed(100 - 7.77m, "p2", "SEPA-2");
    }

    [Fact]
    public void A_rejection_tells_what_of_it_could_be_refunded_now()
    {
        var given = AFundOf(500, ("DE", null, 50), ("IT", null, 150));
        given.Service.Follow("pledges", Asked(0, 40));
        given.Reversed("DE", 29.99m, "receipt-DE--0");

        var refused = Assert.IsType<RefundCashRefused>(Assert.Single(given.Service.Accept(Rejection, Arthur)));

        Assert.Equal((Money.Euros(40), Money.Euros(20.01m)), (refused.Amount, refused.LargestReleasable));
        Assert.Equal((0m, 170.01m), (given.Cash.Reserved, given.Cash.Available().Amount));
    }

    [Fact]
    public void Only_a_refund_that_is_granted_is_rejected()
    {
        var given = AFund(100, 500);
        given.Refused(Rejection, Arthur, 404, "not-found", "id");
        given.Service.Follow("pledges", Asked(0, 100.01m));
        Assert.Null(given.Service.Get<Refund>("f1").RefusedBy);
        given.Refused(Rejection, Arthur, 409, "wrong-state", null);

        given = AFund(100, 500);
        given.Service.Follow("pledges", Asked(0, 100));
        given.Refused(Rejection with { Fund = "EIP" }, Arthur, 404, "not-found", "id");
        given.Accepted(Execution, Arthur).Refused(Rejection, Arthur, 409, "wrong-state", null);
    }

    [Fact]
    public void An_unknown_refund_is_not_found() => AFund(100, 500).Refused(Execution, Arthur, 404, "not-found", "id");
}
