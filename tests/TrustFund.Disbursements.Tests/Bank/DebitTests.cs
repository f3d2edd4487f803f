using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Refunds;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Bank;

/// <summary>One debit of the bank pays one thing, whichever service booked it.</summary>
public sealed class DebitTests
{
    static readonly DateOnly Day = new(2018, 8, 1);

    /// <summary>Everything that may be paid is about to be; DE's receipt was taken back under REV-RECEIPT, and the bank charged interest under INT-1.</summary>
    static Given AboutToPay()
    {
        var given = AFund(1_000, 500).Received(0, unallocated: 40).Brought("IT", null, 50).Reversed("IT", 50, "receipt-IT--1");
        given.Service.Follow("contracts", new ManagementCostsAllocated(Fund, "m1", Money.Euros(100), new(2018, 1, 1), "B/2018/1"));
        given.Service.Follow("pledges", new InterestBooked(Fund, "i1", Money.Euros(-5), false, new(2018, 3, 31), "INT-1", null));
        given.Service.Follow("pledges", new InterestBooked(Fund, "i2", Money.Euros(7), false, new(2018, 3, 31), "INT-2", null));
        given.Service.Follow("pledges", new RefundCashRequested(Fund, "f1", "pledge", "DE", Money.Euros(20), Money.Euros(20), Money.Euros(0), null, new(2018, 7, 1)));
        return given.Authorised(300).Accepted(new RequestCost(Fund, "c1", new("Audit Ltd", Money.Euros(40), "Audit", new(2018, 4, 1))), Fiona).Accepted(new AuthoriseCost(Fund, "c1"), Arthur);
    }

    static readonly string[] Kinds = ["payment", "import", "cost", "charge", "refund"];

    static TheoryData<string, string> Debits(params string[] references) =>
        [.. from what in Kinds from reference in references select (what, reference)];

    public static TheoryData<string, string> Taken => Debits("int-1", "rev-receipt-it--1");

    public static TheoryData<string, string> Free => Debits("INT-2", "IN-IT--50", "NEW-1");

    static (Command Command, string By) Debit(string what, string reference) => what switch
    {
        "payment" => (Execute(bankReference: reference), Fiona),
        "import" => (new ImportPayment(Fund, ContractId, "old", PaymentKind.Interim, Money.Euros(50), new(2018, 2, 15), reference), Fiona),
        "cost" => (new PayCost(Fund, "c1", new(2018, 4, 20), reference), Fiona),
        "charge" => (new ChargeBank(Fund, "b1", new(Money.Euros(1), new(2018, 4, 30), reference)), Fiona),
        _ => (new ExecuteRefund(Fund, "f1", Day, reference), Arthur),
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void It_is_refused_where_Pledges_booked_that_entry_as_money_that_went_out(string what, string reference)
    {
        var (command, by) = Debit(what, reference);
        AboutToPay().Refused(command, by, 409, "bank-reference-already-booked", "bankReference");
    }

    /// <summary>A credit is another entry of the bank, whatever its reference.</summary>
    [Theory]
    [MemberData(nameof(Free))]
    public void It_is_booked_beside_what_came_in(string what, string reference)
    {
        var (command, by) = Debit(what, reference);
        AboutToPay().Accepted(command, by);
    }

    [Fact]
    public void Interest_that_was_reversed_leaves_its_entry_free()
    {
        var given = AboutToPay();
        given.Service.Follow("pledges", new InterestReversed(Fund, "i1", Money.Euros(-5), false, new(2018, 4, 2), "It was a fee.", "INT-1"));
        var (charge, by) = Debit("charge", "INT-1");
        given.Accepted(charge, by);
    }
}
