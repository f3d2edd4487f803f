using TrustFund.Events.Pledges.V1;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Tests.Interest;

public sealed class InterestTests
{
    readonly Given given = new();

    static BookInterest Book(decimal amount, string reference = "INT-1", string fund = Given.Fund) =>
        new(fund, reference, Given.Euros(amount), Given.Day, reference, null);

    static ReverseInterest Reverse(string reference) => new(Given.Fund, reference, Given.Day, "A slip.");

    [Fact]
    public void Interest_is_positive_and_negative()
    {
        given.Service.Accept(Book(1_250.40m));
        given.Service.Accept(Book(-300.15m, "INT-2"));
        Assert.Equal((950.25m, 0m), (given.Totals.Interest, given.Totals.InterestAvailable));
        Assert.Equal(0m, given.Totals.Received);
    }

    [Theory]
    [InlineData(true, 950.25)]
    [InlineData(false, 0)]
    public void Whether_interest_adds_to_availability_is_the_funds_own_rule(bool adds, decimal available)
    {
        given.Service.Accept(new EstablishFund("EIP", "External Investment Plan", Currency.Euro, 5, null, Given.Day, null, InterestAddsToAvailability: adds));
        var fact = Assert.IsType<InterestBooked>(Assert.Single(given.Service.Accept(Book(1_250.40m, fund: "EIP"))));
        given.Service.Accept(Book(-300.15m, "INT-2", "EIP"));
        Assert.Equal((adds, available), (fact.AddsToAvailability, given.Service.Get<FundTotals>("EIP").InterestAvailable));
    }

    [Fact]
    public void Interest_is_reversed_once()
    {
        given.Service.Accept(Book(-300.15m));
        var fact = Assert.IsType<InterestReversed>(Assert.Single(given.Service.Accept(Reverse("int-1"))));
        Assert.Equal((Given.Euros(-300.15m), 0m), (fact.Amount, given.Totals.Interest));
        Check.Refuses(given, Reverse("INT-1"), 409, "already-reversed", null, "2017-06-01");
        Check.Refuses(given, Reverse("INT-9"), 404, "not-found", null);
    }

    [Fact]
    public void A_correction_is_a_reversal_and_a_new_entry_under_the_same_bank_reference()
    {
        given.Service.Accept(Book(30));
        given.Service.Accept(Reverse("INT-1"));
        given.Service.Accept(Book(3, "int-1") with { InterestId = "right" });

        Assert.Equal((3m, 30m, Given.Day), (given.Totals.Interest, given.Service.Get<InterestEntry>("INT-1").Amount, given.Service.Get<InterestEntry>("INT-1").ReversedOn));
        Check.Refuses(given, Reverse("INT-1") with { InterestId = "INT-1" }, 409, "already-reversed", null);
        given.Service.Accept(Reverse("INT-1") with { InterestId = "right" });
        var pledge = given.Pledged(10);
        given.Service.Accept(Given.Receive(pledge, 3, "INT-1", "receipt"));
        Check.Refuses(given, Book(3), 409, "bank-reference-already-booked", "bankReference");
        given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, "INT-1", "reversal", Given.Day, "It was interest.", null));
        given.Service.Accept(Book(3) with { InterestId = "last" });
        Assert.Equal((3m, 0m), (given.Totals.Interest, given.Totals.Received));
    }

    [Fact]
    public void An_entry_of_the_bank_is_booked_once()
    {
        given.Service.Accept(Book(1));
        given.Service.Accept(Given.Receive(given.Pledged(10), 5, "BANK-1"));
        Check.Refuses(given, Book(1, "int-1"), 409, "bank-reference-already-booked", "bankReference");
        Check.Refuses(given, Book(1, "bank-1"), 409, "bank-reference-already-booked", "bankReference");
        Check.Refuses(given, Given.Receive(given.Pledged(10), 5, "int-1"), 409, "bank-reference-already-booked", "bankReference", "interest 'INT-1'");
        Check.Refuses(given, Book(0, "INT-2"), 422, "no-amount", "amount");
        Check.Refuses(given, Book(1, "INT-2") with { Amount = Given.Crowns(1) }, 422, "wrong-currency", "amount");
        Check.Refuses(given, Book(1, "INT-2", "NOWHERE"), 404, "not-found", null);
    }
}
