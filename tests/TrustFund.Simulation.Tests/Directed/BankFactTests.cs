using TrustFund.Audit.Reconciliation;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Receipts;
using TrustFund.Simulation.Tests.Officers;
using Booking = TrustFund.Audit.Reconciliation.BankBooking;

namespace TrustFund.Simulation.Tests.Directed;

/// <summary>The bank's facts always book, whatever they break; what they leave behind blocks further spending until it is mended.</summary>
public sealed class BankFactTests
{
    static readonly DateOnly Day = new(2019, 2, 1);

    readonly Given given = new();

    /// <summary>Neither service has heard of the other's booking: both stand, and show side by side, until one of them is reversed.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_credit_that_two_services_book_at_once_stands_twice_until_one_of_both_is_reversed(bool receiptFirst)
    {
        given.Pay(100);
        given.Simulation.Do(given.Disbursements, new EstablishRecovery(BegunFund.Code, BegunFund.ContractId, "order", new(Money.Euros(90), Day, Day, "Ineligible costs.")));
        given.Simulation.Settle();
        var receipt = new RecordReceipt(BegunFund.Code, BegunFund.PledgeId, "twice", Money.Euros(60), Day, "Back-1");
        var recovery = new CashRecovery(BegunFund.Code, "order", new(Money.Euros(60), Day, "BACK-1"), "x1");
        if (receiptFirst)
            given.Simulation.Do(given.Pledges, receipt);
        given.Simulation.Do(given.Disbursements, recovery);
        if (!receiptFirst)
            given.Simulation.Do(given.Pledges, receipt);
        given.Simulation.Settle();

        var found = Assert.Single(BookedTwice.Of(Standing()));
        Assert.Equal(
            "The bank's credit 'BACK-1' is booked as receipt 'twice' of 60.00 EUR and as recovery 'order' of 60.00 EUR: 60.00 EUR is counted twice, unless the entry holds it all.",
            found.Detail);

        given.Simulation.Do(given.Pledges, new ReverseReceipt(BegunFund.Code, BegunFund.PledgeId, "Back-1", "reversal", Day, "It is a recovery.", null));
        given.Simulation.Settle();

        Assert.Equal(["recovery"], Standing().Select(booking => booking.Kind));
        // Both have heard of the one that stands.
        Assert.Equal("bank-reference-already-booked", given.Simulation.Ask(given.Pledges, receipt with { ReceiptId = "again" })?.Code);
        Assert.Equal("bank-reference-already-booked", given.Simulation.Ask(given.Disbursements, recovery with { ReceiptId = "x2" })?.Code);

        IEnumerable<Booking> Standing() => given.Disbursements.Service.Get<BankEntry>(BankEntry.IdOf(BegunFund.Code, "BACK-1")).Bookings
            .Where(booking => !booking.Cancelled)
            .Select(booking => new Booking(booking.Kind, booking.TargetId, Money.Euros(booking.Amount), "BACK-1"));
    }

    [Fact]
    public void A_receipt_that_the_bank_takes_back_after_it_was_spent_leaves_negative_cash_and_nothing_to_spend()
    {
        given.Pay(100);
        given.ReverseBegunReceipt();
        given.Simulation.Settle();
        Assert.Equal(-100m, given.Cash.Balance().Amount);
        Assert.Equal("insufficient-cash", given.Authorise(given.Verified(0.01m))?.Code);

        given.Receive(140);
        given.Simulation.Settle();

        Assert.Equal(40m, given.Cash.Available().Amount);
        Assert.Equal("insufficient-cash", given.Authorise(given.Verified(40.01m))?.Code);
        Assert.Null(given.Execute(Authorised(40)));
    }

    [Fact]
    public void A_payment_that_was_authorised_before_its_cash_was_taken_back_is_not_executed()
    {
        var payment = Authorised(100);
        given.ReverseBegunReceipt();
        given.Simulation.Settle();

        Assert.Equal("insufficient-cash", given.Execute(payment)?.Code);
        Assert.Equal((-100m, 100m), (given.Cash.Available().Amount, given.Cash.Reserved));
        given.Receive(100);
        given.Simulation.Settle();

        Assert.Null(given.Execute(payment));
        given.Simulation.Settle();
    }

    [Fact]
    public void A_reversed_receipt_leaves_certificate_and_approvals_as_they_are()
    {
        given.ReverseBegunReceipt();
        given.Simulation.Settle();

        Assert.Equal((1_000m, 800m, 0m, 0m), (given.Pledge.Pledged, given.Pledge.Certified, given.Pledge.Received, given.Pledge.Allocated));
        Assert.Equal((600m, 200m, 260m), (given.Fund.Pool, given.Window.Earmarked, given.Window.Approved));
    }

    [Fact]
    public void Negative_interest_that_the_pool_cannot_bear_stops_allocations_and_releases_until_a_certificate_mends_it()
    {
        Book(-250);
        given.Simulation.Settle();
        Assert.Equal((350m, -130m), (given.Fund.Pool, given.Cash.Balance().Amount));
        Assert.Equal("insufficient-pool", Allocate(0.01m)?.Code);
        var request = given.AskBack(0.01m, null);
        given.Simulation.Settle();
        Assert.Equal(0m, given.Reduction(request).LargestReleasable);

        given.Certify(200);
        given.Simulation.Settle();

        // 550.00 less 27.50 for management costs and 350.00 allocated.
        Assert.Null(Allocate(172.5m));
        Assert.Equal("insufficient-pool", Allocate(0.01m)?.Code);
    }

    [Fact]
    public void Interest_is_nobodys_contribution_and_can_be_spent()
    {
        Book(30);
        given.Simulation.Settle();

        Assert.Equal((630m, 150m, 120m), (given.Fund.Pool, given.Cash.Available().Amount, given.Pledge.Received));
        Assert.Null(given.Execute(Authorised(150)));
        given.Simulation.Settle();
    }

    [Fact]
    public void A_payment_that_the_bank_sends_back_can_be_paid_again_with_the_same_money()
    {
        var payment = given.Pay(120);
        Assert.Equal((0m, 30m), (given.Cash.Balance().Amount, given.Payable.Open().Amount));

        given.Simulation.Do(given.Disbursements, new ReturnPayment(BegunFund.Code, payment, Day.AddDays(9), "bank return", "The account was closed."));
        given.Simulation.Settle();

        Assert.Equal((120m, 150m), (given.Cash.Balance().Amount, given.Payable.Open().Amount));
        Assert.Equal("already-reversed", given.Simulation.Ask(
            given.Disbursements, new ReversePayment(BegunFund.Code, payment, Day.AddDays(9), "Again."), Given.Authoriser)?.Code);
        given.Pay(120);
        given.Simulation.Settle();
    }

    [Fact]
    public void A_bank_charge_takes_the_last_cent_and_more()
    {
        given.Pay(120);
        given.Simulation.Do(given.Disbursements, new ChargeBank(BegunFund.Code, "charge", new(Money.Euros(0.75m), Day, "bank charge")));
        given.Simulation.Settle();

        Assert.Equal((-0.75m, 0.75m), (given.Cash.Balance().Amount, given.Cash.Costs));
        Assert.Equal("insufficient-cash", given.Authorise(given.Verified(0.01m))?.Code);
    }

    string Authorised(decimal amount)
    {
        var payment = given.Verified(amount);
        Assert.Null(given.Authorise(payment));
        return payment;
    }

    void Book(decimal interest) => given.Simulation.Do(
        given.Pledges, new BookInterest(BegunFund.Code, given.NextId("interest"), Money.Euros(interest), Day, given.NextId("bank"), null));

    Refusal? Allocate(decimal amount) => given.Simulation.Ask(given.Contracts, new TrustFund.Contracts.Funds.AllocateResources(
        BegunFund.Code, given.NextId("allocation"), "NOA", Money.Euros(amount), BegunFund.DecidedOn, "BOARD/2019/1"), Given.Authoriser);
}
