using TrustFund.Disbursements.Payments;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Payments;

public sealed class UndoPaymentTests
{
    static readonly ReversePayment Reverse = new(Fund, Payment, new(2018, 3, 1), "It was another contract's invoice.");

    static readonly ReturnPayment Return = new(Fund, Payment, new(2018, 3, 1), "RET-1", "Account unknown");

    [Fact]
    public void A_reversed_payment_gives_contract_and_fund_back_what_it_took()
    {
        var given = AFund(1_000, 500).Executed(300);

        var reversed = Assert.IsType<PaymentReversed>(Assert.Single(given.Service.Accept(Reverse, Arthur)));

        Assert.Equal((Money.Euros(300), "DE 300.00", new DateOnly(2018, 3, 1)), (reversed.Amount, Text(reversed.Attribution), reversed.ReversedOn));
        Assert.Equal((0m, 500m), (given.Signed.Paid, given.Signed.Open().Amount));
        Assert.Equal((0m, 1_000m), (given.Cash.Paid, given.Cash.Available().Amount));
        Assert.Equal((DisbursementStatus.Reversed, Arthur), (given.ThePayment().Status, given.ThePayment().UndoneBy));
        Assert.Equal(0m, given.Sources.Pots[0].Used);
    }

    [Fact]
    public void A_second_reversal_is_refused()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Reverse, Arthur);

        given.Refused(Reverse, Arthur, 409, "already-reversed", null);
        given.Refused(Return, Fiona, 409, "already-reversed", null);
    }

    [Fact]
    public void After_a_reversal_the_bank_reference_is_booked_anew_as_a_new_entry()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Reverse, Arthur).Executed(299, "right", "SEPA-1");

        Assert.Equal(299m, given.Signed.Paid);
        given.Refused(Execute("right", "SEPA-1"), Fiona, 409, "wrong-state", null);
    }

    [Fact]
    public void Nobody_reverses_what_they_booked_and_only_what_was_executed()
    {
        AFund(1_000, 500).Executed(300).Refused(Reverse, Fiona, 403, "four-eyes", null);
        AFund(1_000, 500).Authorised(300).Refused(Reverse, Arthur, 409, "wrong-state", null);
        AFund(1_000, 500).Executed(300).Refused(Reverse with { On = PaidOn.AddDays(-1) }, Arthur, 422, "date-before-payment", "reversedOn");
        AFund(1_000, 500).Executed(300).Refused(Reverse with { On = new(2026, 1, 2) }, Arthur, 422, "date-in-the-future", "reversedOn");
    }

    [Fact]
    public void A_payment_the_bank_returned_may_be_requested_again()
    {
        var given = AFund(1_000, 500).Executed(300);

        var returned = Assert.IsType<PaymentReturned>(Assert.Single(given.Service.Accept(Return, Fiona)));

        Assert.Equal(("RET-1", "DE 300.00"), (returned.BankReference, Text(returned.Attribution)));
        Assert.Equal((500m, 1_000m), (given.Signed.Open().Amount, given.Cash.Available().Amount));
        given.Executed(300, "again", "SEPA-2");
        given.Refused(Execute("again", "SEPA-3"), Fiona, 409, "wrong-state", null);
    }

    [Fact]
    public void A_return_has_an_entry_of_the_bank_of_its_own_or_the_payments()
    {
        var given = AFund(1_000, 500).Executed(100, "p1", "SEPA-1").Executed(100, "p2", "SEPA-2");

        given.Refused(Return with { DisbursementId = "p2", BankReference = "SEPA-1" }, Fiona, 409, "bank-reference-already-booked", "bankReference");
        given.Service.Follow("pledges", Receipt(100) with { ReceiptId = "receipt-2", BankReference = "IN-2" });
        given.Refused(Return with { DisbursementId = "p2", BankReference = "IN-2" }, Fiona, 409, "bank-reference-already-booked", "bankReference");
        given.Accepted(Return with { DisbursementId = "p2", BankReference = "SEPA-2" }, Fiona);
    }

    [Fact]
    public void What_is_recovered_or_to_be_recovered_cannot_be_reversed_as_well()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona);

        given.Refused(Reverse, Arthur, 409, "recovery-exists", null);
        given.Accepted(Cashed(100), Fiona).Refused(Reverse, Arthur, 409, "recovery-exists", null);
    }

    [Fact]
    public void A_return_after_a_recovery_books_and_never_gives_a_donor_more_than_it_brought()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Cashed(100), Fiona);

        var returned = Assert.IsType<PaymentReturned>(Assert.Single(given.Service.Accept(Return, Fiona)));

        Assert.Equal("DE 200.00; UNATTRIBUTED 100.00", Text(returned.Attribution));
        Assert.Equal((0m, -100m), (given.Sources.Pots[0].Used, given.Sources.Unattributed));
        Assert.Equal((-100m, 1_100m), (given.Signed.NetPaid().Amount, given.Cash.Balance().Amount));
    }
}
