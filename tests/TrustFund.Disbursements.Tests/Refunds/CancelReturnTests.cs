using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Refunds;
using TrustFund.Events;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Refunds;

/// <summary>A refund came back by the bank, and what it became in Pledges is corrected there: the credit was something else.</summary>
public sealed class CancelReturnTests
{
    static readonly DateOnly Day = new(2018, 8, 1);

    static readonly string Entry = BankEntry.IdOf(Fund, "B-BACK");

    static ReverseRefund Return(string refund) => new(Fund, refund, Day, "Account closed.", "b-back", MayCorrect: false);

    /// <summary>Two refunds of 20.00 that are paid, and the line of a credit of as much.</summary>
    static Given Refunded()
    {
        var given = AFund(100, 500).Received(0, unallocated: 40);
        foreach (var id in new[] { "f1", "f2" })
        {
            given.Service.Follow("pledges", new RefundCashRequested(Fund, id, "pledge", "DE", Money.Euros(20), Money.Euros(20), Money.Euros(0), null, new(2018, 7, 1)));
            given.Accepted(new ExecuteRefund(Fund, id, Day, $"OUT-{id}"), Arthur);
        }
        return given.Accepted(new RecordStatement(Fund, "statement", [new("BE1", Day, Money.Euros(20), "B-BACK", null, null)]), Fiona);
    }

    static IReadOnlyList<IFundEvent> Corrected(Given given, string receipt, string? reference = null) => given.Service.Follow("pledges", new ReceiptReversed(
        Fund, "pledge", receipt, $"reversal-{receipt}", "DE", Money.Euros(20), Money.Euros(0), Money.Euros(20), null, null, null, Day, "It was Italy's.", reference, ReceiptReference: "B-BACK"));

    static BankLine Line(Given given) => Assert.Single(given.Service.All.OfType<BankLine>());

    [Fact]
    public void Its_line_waits_again_and_another_return_is_booked_under_its_entry()
    {
        var given = Refunded().Accepted(Return("f1"), Fiona);
        Assert.Equal(("return", "f1", 20m), (Line(given).MatchedKind!, Line(given).MatchedTarget!, given.Cash.Unallocated));

        var facts = Corrected(given, "f1");

        Assert.Equal([new BankLineUnmatched(Fund, Line(given).Id, "It was Italy's."), new RefundReturnCancelled(Fund, "f1", "b-back", "It was Italy's.")], facts);
        Assert.Null(Line(given).MatchedKind);
        Assert.Equal((Line(given).Id, 20m), (Assert.Single(given.Service.Get<BankEntry>(Entry).Waiting).LineId, given.Service.Get<BankEntry>(Entry).Waiting[0].Amount));
        Assert.True(Assert.Single(given.Service.Get<BankEntry>(Entry).Bookings).Cancelled);
        Assert.Equal(0m, given.Cash.Unallocated);
        given.Refused(new MatchLine(Fund, Line(given).Id, "return", "f1", Entry), Fiona, 422, "no-such-booking", "target");
        given.Accepted(Return("f2"), Fiona);
        Assert.Equal(("return", "f2", 20m), (Line(given).MatchedKind!, Line(given).MatchedTarget!, given.Cash.Unallocated));
    }

    [Fact]
    public void What_the_credit_was_is_matched_when_Pledges_books_it_anew()
    {
        var given = Refunded().Accepted(Return("f1"), Fiona);
        Corrected(given, "f1");

        var facts = given.Service.Follow("pledges", Receipt(0, 20) with { ReceiptId = "anew", BankReference = "B-BACK" });

        Assert.Equal(new BankLineMatched(Fund, Line(given).Id, "receipt", "anew", Automatic: true), Assert.Single(facts));
        Assert.Equal(("receipt", "anew"), (Line(given).MatchedKind!, Line(given).MatchedTarget!));
        given.Refused(Return("f2"), Fiona, 409, "bank-reference-already-booked", "bankReference");
    }

    [Fact]
    public void Where_no_line_showed_it_the_entry_alone_is_free()
    {
        var given = AFund(100, 500).Received(0, unallocated: 20);
        given.Service.Follow("pledges", new RefundCashRequested(Fund, "f1", "pledge", "DE", Money.Euros(20), Money.Euros(20), Money.Euros(0), null, new(2018, 7, 1)));
        given.Accepted(new ExecuteRefund(Fund, "f1", Day, "OUT-f1"), Arthur).Accepted(Return("f1"), Fiona);

        Assert.Equal(new RefundReturnCancelled(Fund, "f1", "b-back", "It was Italy's."), Assert.Single(Corrected(given, "f1")));

        Assert.True(Assert.Single(given.Service.Get<BankEntry>(Entry).Bookings).Cancelled);
    }

    [Fact]
    public void What_the_bank_took_back_anew_and_a_refund_that_was_corrected_here_cancel_nothing()
    {
        var given = Refunded().Accepted(Return("f1"), Fiona).Accepted(new ReverseRefund(Fund, "f2", Day, "Not paid.", null, MayCorrect: true), "augusta");

        Assert.Empty(Corrected(given, "f1", "OUT-AGAIN"));
        Assert.Empty(Corrected(given, "f2"));

        Assert.Equal(("return", "f1", false), (Line(given).MatchedKind!, Line(given).MatchedTarget!, Assert.Single(given.Service.Get<BankEntry>(Entry).Bookings).Cancelled));
    }
}
