using TrustFund.Events.Audit.V1;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Refunds;
using TrustFund.Pledges.Tests.Statements;

namespace TrustFund.Pledges.Tests.Receipts;

/// <summary>Money is received, allocated, refunded and taken back in the books of no day on which it was not there, in that place, yet.</summary>
public sealed class BookedMoneyTests
{
    static readonly DateOnly Day = Given.Day;
    static readonly DateOnly Certified = Day.AddDays(100);

    readonly Given given = new();

    static ReverseReceipt Reverse(string pledge, string reference, DateOnly on) =>
        new(Given.Fund, pledge, reference, "reversal", on, "The bank took it back.", $"OUT-{reference}");

    static RequestRefund Refund(string pledge, decimal amount, DateOnly on) =>
        new(Given.Fund, pledge, "refund", Given.Euros(amount), null, on, "The donor paid too much.");

    (decimal Received, decimal Allocated) In(DateOnly day)
    {
        var pledge = Assert.Single(given.AsOf("DE", day).Pledges);
        return (pledge.Received.Amount, pledge.Received.Amount - pledge.Unallocated.Amount);
    }

    Recorded Booked<T>() => given.Service.Journal.Last(recorded => recorded.Event is T);

    string RefusedOutOfOrder(Command command, string field, DateOnly? bookedOn = null)
    {
        var (rows, facts) = (given.Service.All.ToHashSet(), given.Service.Journal.Count);
        var refusal = given.Service.Execute(command, bookedOn: bookedOn);
        Assert.Equal((422, "date-out-of-order", field), (refusal?.Status, refusal?.Code, refusal?.Field));
        Assert.Equal(facts, given.Service.Journal.Count);
        Assert.True(rows.SetEquals(given.Service.All), "A refusal changed a row.");
        return refusal!.Detail;
    }

    [Fact]
    public void Money_that_is_booked_late_is_not_allocated_before()
    {
        var (pledge, late) = (given.Pledged(1_000), Day.AddDays(200));
        Assert.Null(given.Service.Execute(Given.Receive(pledge, 500, "A", "a"), bookedOn: late));

        var allocated = Assert.Single(given.Service.Accept(given.Certify(pledge, 800) with { CertifiedOn = Certified }).OfType<ContributionAllocated>());

        Assert.Equal((Given.Euros(500), late, late), (allocated.Amount, allocated.AllocatedOn, Booked<ContributionAllocated>().BookedOn));
        Assert.Equal(Certified, Booked<PledgeCertified>().BookedOn);
        Assert.Equal(((0m, 0m), (500m, 500m)), (In(late.AddDays(-1)), In(late)));
    }

    [Fact]
    public void What_was_allocated_later_is_taken_back_no_earlier()
    {
        var pledge = given.Pledged(1_000);
        given.Service.Accept(Given.Receive(pledge, 500, "A", "a"));
        given.Service.Accept(given.Certify(pledge, 300) with { CertifiedOn = Certified });
        var reversal = Reverse(pledge, "A", Day.AddDays(20));

        var says = $"The books have what it moves from 2017-09-09 on: ask for ?bookedOn=2017-09-09 or a later day.";
        Assert.Equal(says, RefusedOutOfOrder(reversal, "bookedOn"));
        Assert.Equal(says, RefusedOutOfOrder(reversal, "bookedOn", Certified.AddDays(-1)));

        Assert.Null(given.Service.Execute(reversal, bookedOn: Certified));
        Assert.Equal((Day.AddDays(20), Certified), (Booked<ReceiptReversed>().Event.ValueDate, Booked<ReceiptReversed>().BookedOn));
        Assert.Equal(((500m, 0m), (0m, 0m)), (In(Certified.AddDays(-1)), In(Certified)));
    }

    [Fact]
    public void What_never_waited_or_waits_still_is_taken_back_from_its_own_day()
    {
        var (paid, waiting) = (given.Pledged(100, certified: 100), given.Pledged(1_000));
        given.Service.Accept(Given.Receive(paid, 60, "A", "a"));
        given.Service.Accept(Given.Receive(waiting, 300, "B", "b"));
        given.Service.Accept(Given.Receive(waiting, 200, "C", "c"));
        given.Service.Accept(given.Certify(waiting, 300) with { CertifiedOn = Certified });

        given.Service.Accept(Reverse(paid, "A", Day.AddDays(1)));
        given.Service.Accept(Reverse(waiting, "C", Day.AddDays(1)));

        Assert.Equal((0m, 300m), (given.Pledge(paid).Received, given.Pledge(waiting).Received));
    }

    [Fact]
    public void In_another_currency_too()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 0, rate: 10);
        given.Service.Accept(given.ReceiveCrowns(pledge, 400, 10) with { BankReference = "A" });
        given.Service.Accept(given.CertifyCrowns(pledge, 1_000, 10) with { CertifiedOn = Certified });

        RefusedOutOfOrder(Reverse(pledge, "A", Day.AddDays(1)), "bookedOn");

        Assert.Null(given.Service.Execute(Reverse(pledge, "A", Day.AddDays(1)), bookedOn: Certified));
    }

    [Fact]
    public void A_correction_is_booked_on_the_first_open_day_and_what_takes_its_place_when_that_comes()
    {
        var (pledge, end, later) = (given.Pledged(1_000, certified: 500), Day.AddDays(29), Day.AddDays(70));
        given.Service.Accept(Given.Receive(pledge, 500, "A", "a"));
        given.Service.Accept(Given.Receive(pledge, 200, "B", "b") with { ReceivedOn = later });
        given.Service.Follow("audit", new PeriodCloseRequested(Given.Fund, "close", end, null));
        var reversal = Reverse(pledge, "A", Day.AddDays(3));

        Check.Refuses(given, reversal, 409, "period-closed", "bookedOn", "ask for ?bookedOn=2017-07-01 or a later day");
        Assert.Null(given.Service.Execute(reversal, bookedOn: end.AddDays(1)));

        Assert.Equal((end.AddDays(1), later), (Booked<ReceiptReversed>().BookedOn, Booked<ContributionAllocated>().BookedOn));
        Assert.Equal(((500m, 500m), (0m, 0m), (200m, 200m)), (In(end), In(end.AddDays(1)), In(later)));
    }

    [Fact]
    public void Money_whose_value_date_is_yet_to_come_keeps_no_other_from_being_reversed()
    {
        var pledge = given.Pledged(1_000, certified: 500);
        given.Service.Accept(Given.Receive(pledge, 500, "A", "a"));
        var coming = new DateOnly(2026, 1, 6);
        given.Service.Accept(Given.Receive(pledge, 200, "B", "b") with { ReceivedOn = coming });

        Assert.Null(given.Service.Execute(Reverse(pledge, "A", Day), bookedOn: new(2026, 1, 1)));

        Assert.Equal((new DateOnly(2026, 1, 1), coming), (Booked<ReceiptReversed>().BookedOn, Booked<ContributionAllocated>().BookedOn));
    }

    [Fact]
    public void A_refund_is_not_asked_for_before_its_money_is_booked()
    {
        var (pledge, late) = (given.Pledged(1_000, certified: 100), Day.AddDays(44));
        Assert.Null(given.Service.Execute(Given.Receive(pledge, 200, "A", "a"), bookedOn: late));

        Assert.Equal(
            "2017-07-14 is before the day on which the pledge's last receipt is booked, 2017-07-15.",
            RefusedOutOfOrder(Refund(pledge, 200, late.AddDays(-1)), "requestedOn"));
        given.Service.Accept(Refund(pledge, 200, late));
    }

    [Fact]
    public void Nor_what_is_allocated_before_it_was_though_what_waits_may_be()
    {
        var pledge = given.Pledged(1_000);
        given.Service.Accept(Given.Receive(pledge, 500, "A", "a"));
        given.Service.Accept(given.Certify(pledge, 300) with { CertifiedOn = Certified });

        Assert.Equal(
            "2017-09-08 is before the day on which the pledge's last allocation is booked, 2017-09-09.",
            RefusedOutOfOrder(Refund(pledge, 201, Certified.AddDays(-1)), "requestedOn"));
        given.Service.Accept(Refund(pledge, 200, Certified.AddDays(-1)));
    }
}
