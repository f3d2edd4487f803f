using TrustFund.Events.Disbursements.V1;
using TrustFund.Pledges.Imports;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Refunds;

namespace TrustFund.Pledges.Tests.Receipts;

/// <summary>One debit of the bank is booked once, as a receipt that was taken back, a refund, or interest; what came in is another entry.</summary>
public sealed class BankDebitTests
{
    const string Taken = "bank-reference-already-booked";

    readonly Given given = new();
    readonly string pledge;

    public BankDebitTests()
    {
        pledge = given.Pledged(100, certified: 40);
        foreach (var receipt in new[] { "A", "B", "C" })
            given.Service.Accept(Given.Receive(pledge, 20, receipt, receipt));
    }

    ReverseReceipt Reverse(string receipt, string? reference) => new(Given.Fund, pledge, receipt, $"reversal-{receipt}", Given.Day, "The bank took it back.", reference);

    static BookInterest Interest(decimal amount, string reference) => new(Given.Fund, $"i-{reference}", Given.Euros(amount), Given.Day, reference, null);

    /// <summary>A refund of 5.00 that waits, paid by this entry.</summary>
    void Refunded(string reference)
    {
        given.Service.Accept(new RequestRefund(Given.Fund, pledge, "refund", Given.Euros(5), null, Given.Day, "Too much."));
        given.Service.Follow("disbursements", new RefundExecuted(Given.Fund, "refund", pledge, "DE", Given.Euros(5), Given.Day, reference, []));
    }

    void Back(string? reference) => given.Service.Follow(
        "disbursements", new RefundReversed(Given.Fund, "refund", pledge, "DE", Given.Euros(5), Given.Day, "The account was closed.", reference));

    [Fact]
    public void It_takes_one_receipt_back()
    {
        given.Service.Accept(Reverse("A", "S-DEB"));
        Assert.Equal(40m, given.Totals.Received);

        Check.Refuses(given, Reverse("B", "s-deb"), 409, Taken, "bankReference", "reversal of the receipt 'A'");
        Check.Refuses(given, Interest(-1, "s-Deb"), 409, Taken, "bankReference", "reversal of the receipt 'A'");

        Assert.Equal((40m, 0m), (given.Totals.Received, given.Totals.Interest));
        given.Service.Accept(Reverse("B", null));
        given.Service.Accept(Reverse("C", "S-DEB 2"));
        Assert.Equal(0m, given.Totals.Received);
    }

    [Fact]
    public void It_does_not_take_a_receipt_back_that_paid_a_refund()
    {
        Refunded("M-OUT");

        Check.Refuses(given, Reverse("A", "m-out"), 409, Taken, "bankReference", "refund 'refund'");
        Check.Refuses(given, Interest(-1, "m-out"), 409, Taken, "bankReference", "refund 'refund'");

        Assert.Equal((55m, 0m), (given.Totals.Received, given.Totals.Interest));
    }

    [Fact]
    public void A_refund_that_the_bank_returned_did_go_out()
    {
        Refunded("M-OUT");
        Back("M-IN");
        Check.Refuses(given, Reverse("A", "M-OUT"), 409, Taken, "bankReference");
        Assert.Equal(60m, given.Totals.Received);
    }

    [Fact]
    public void A_refund_that_was_booked_by_mistake_leaves_its_entry_free()
    {
        Refunded("M-OUT");
        Back(null);
        given.Service.Accept(Reverse("A", "M-OUT"));
        Assert.Equal("A", Assert.Single(given.Service.Get<BankDebit>($"{Given.Fund}/M-OUT").Bookings).Target);
        Check.Refuses(given, Reverse("B", "M-OUT"), 409, Taken, "bankReference", "reversal of the receipt 'A'");
    }

    [Fact]
    public void It_does_not_take_a_receipt_back_that_the_bank_charged_as_interest()
    {
        given.Service.Accept(Interest(-3, "INT-1"));
        Check.Refuses(given, Reverse("A", "int-1"), 409, Taken, "bankReference", "interest 'i-INT-1'");
        Assert.Equal(60m, given.Totals.Received);

        given.Service.Accept(new ReverseInterest(Given.Fund, "INT-1", Given.Day, "It was a bounced cheque."));
        given.Service.Accept(Reverse("A", "INT-1"));
        Assert.Equal(40m, given.Totals.Received);
    }

    [Fact]
    public void What_came_in_under_its_reference_is_another_entry()
    {
        given.Service.Accept(Interest(3, "INT-1"));
        given.Service.Accept(Reverse("A", "A"));
        given.Service.Accept(Reverse("B", "INT-1"));
        given.Service.Accept(Given.Receive(pledge, 7, "DEBIT", "D"));
        given.Service.Accept(Reverse("C", "DEBIT"));
        given.Service.Accept(Interest(2, "OUT"));
        Assert.Equal((7m, 5m), (given.Totals.Received, given.Totals.Interest));
    }

    [Theory]
    [InlineData("REFUND 0199a000-0000-7000-8000-0000000000f1")]
    [InlineData("refund   0199A000-0000-7000-8000-0000000000F1 2")]
    public void Nobody_books_under_what_stands_for_refunds_that_came_back(string reference)
    {
        Check.Refuses(given, Given.Receive(pledge, 5, reference), 422, "reserved-bank-reference", "bankReference");
        Check.Refuses(given, Interest(5, reference), 422, "reserved-bank-reference", "bankReference");
        var problem = Assert.Single(given.Service.Import(
            new ReceiptRows(), Given.Fund, $"donor_name,receipt_currency,receipt_amount,receipt_date,bank_reference\nDE,EUR,5,2017-06-01,{reference}\n"));
        Assert.Equal("bank_reference", problem.Column);
        Assert.Equal((60m, 0m), (given.Totals.Received, given.Totals.Interest));
        given.Service.Accept(Given.Receive(pledge, 5, "REFUND-17", "D"));
        given.Service.Accept(Given.Receive(pledge, 5, "REFUND", "E"));
        given.Service.Accept(Given.Receive(pledge, 5, "REFUND 17", "F"));
        Assert.Equal(75m, given.Totals.Received);
    }
}
