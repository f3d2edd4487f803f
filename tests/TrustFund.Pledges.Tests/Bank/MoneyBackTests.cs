using TrustFund.Events.Disbursements.V1;
using TrustFund.Pledges.Bank;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Tests.Bank;

/// <summary>What Disbursements booked as money that came back is no donor's money too.</summary>
public sealed class MoneyBackTests
{
    readonly Given given = new();

    [Theory]
    [InlineData("BACK-1")]
    [InlineData("back-1")]
    public void A_recovery_is_no_receipt_and_no_interest(string reference)
    {
        var pledge = given.Pledged(100, certified: 80);
        Hear(Cashed("BACK-1", "x1"));

        Check.Refuses(given, Given.Receive(pledge, 60, reference), 409, "bank-reference-already-booked", "bankReference",
            $"The bank's reference '{reference}' is booked already, in Disbursements: recovery 'order'. Where that is wrong, reverse it first.");
        Check.Refuses(given, Interest(60, reference), 409, "bank-reference-already-booked", "bankReference", "recovery 'order'");
        Assert.Equal((0m, 0m), (given.Totals.Received, given.Totals.Interest));
    }

    [Fact]
    public void What_the_bank_charged_under_the_reference_is_another_movement()
    {
        Hear(Cashed("BACK-1", "x1"));
        given.Service.Accept(Interest(-5, "BACK-1"));
        Assert.Equal(-5m, given.Totals.Interest);
    }

    [Fact]
    public void Another_fund_may_have_the_reference()
    {
        var pledge = given.Pledged(100, certified: 80);
        Hear(Cashed("BACK-1", "x1") with { Fund = "EIP" });
        given.Service.Accept(Given.Receive(pledge, 60, "BACK-1"));
        Assert.Equal(60m, given.Totals.Received);
    }

    [Fact]
    public void A_recovery_that_was_booked_wrongly_leaves_its_reference_free()
    {
        var pledge = given.Pledged(100, certified: 80);
        Hear(Cashed("BACK-1", "x1"));
        Hear(Cashed("BACK-2", "x2"));
        Hear(Reversed("x1"));

        given.Service.Accept(Given.Receive(pledge, 60, "BACK-1", "receipt"));

        Assert.Equal(60m, given.Totals.Received);
        Check.Refuses(given, Given.Receive(pledge, 60, "BACK-2"), 409, "bank-reference-already-booked", "bankReference");
        Assert.Empty(given.Service.Get<MoneyBack>(MoneyBack.IdOf(Given.Fund, "BACK-1")).Bookings);
    }

    [Fact]
    public void A_receipt_of_before_receipts_had_ids_goes_by_its_reference()
    {
        var pledge = given.Pledged(100, certified: 80);
        Hear(Cashed("BACK-1", null));
        Check.Refuses(given, Given.Receive(pledge, 60, "BACK-1"), 409, "bank-reference-already-booked", "bankReference");
        Hear(Reversed("BACK-1"));
        Hear(Cashed("BACK-1", "x1"));
        Hear(Reversed("x1"));
        given.Service.Accept(Given.Receive(pledge, 60, "BACK-1"));
        Assert.Equal(60m, given.Totals.Received);
    }

    [Fact]
    public void A_payment_that_the_bank_returned_is_no_receipt()
    {
        var pledge = given.Pledged(100, certified: 80);
        Hear(new PaymentReturned(Given.Fund, "payment", "contract", "IOM", null, Given.Euros(60), Given.Day, "closed", "OUT-1", []));

        Check.Refuses(given, Given.Receive(pledge, 60, "out-1"), 409, "bank-reference-already-booked", "bankReference", "return 'payment'");
    }

    /// <summary>Neither knew of the other: a fact books, whatever it meets.</summary>
    [Fact]
    public void A_recovery_under_the_reference_of_a_receipt_is_heard_all_the_same()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 60, "BACK-1", "receipt"));

        Hear(Cashed("BACK-1", "x1"));

        Assert.Equal(60m, given.Totals.Received);
        given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, "BACK-1", "reversal", Given.Day, "It is a recovery.", null));
        Check.Refuses(given, Given.Receive(pledge, 60, "BACK-1"), 409, "bank-reference-already-booked", "bankReference", "recovery 'order'");
    }

    static BookInterest Interest(decimal amount, string reference) => new(Given.Fund, "interest", Given.Euros(amount), Given.Day, reference, null);

    static RecoveryCashed Cashed(string reference, string? receipt) =>
        new(Given.Fund, "order", "contract", "IOM", null, Given.Euros(60), Given.Day, reference, [], receipt);

    static RecoveryCashReversed Reversed(string receipt) =>
        new(Given.Fund, "order", "contract", "IOM", null, Given.Euros(60), Given.Day, "Another fund's.", [], receipt);

    void Hear(Events.IFundEvent fact) => Assert.Empty(given.Service.Follow("disbursements", fact));
}
