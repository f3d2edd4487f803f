using System.Text.Json;
using FsCheck.Xunit;
using TrustFund.Journal;
using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Interest;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Receipts;
using TrustFund.Pledges.Reductions;
using TrustFund.Pledges.Statements;
using TrustFund.ServiceDefaults;

namespace TrustFund.Pledges.Tests.Statements;

/// <summary>A statement of another day counts what is booked by then; one of another moment, what was recorded by then.</summary>
public sealed class AsOfTests
{
    static readonly DateOnly Day = Given.Day;

    readonly Given given = new();

    int Position => given.Service.Journal.Count;

    [Fact]
    public void A_receipt_counts_from_the_day_it_is_booked_on_and_not_from_its_value_date()
    {
        var pledge = given.Pledged(100, certified: 100);
        Book(given.Receive(pledge, 60), Day.AddDays(44));

        Assert.Equal((0m, 100m, 100m), Money(given.AsOf("DE", Day.AddDays(43))));
        Assert.Equal((60m, 100m, 40m), Money(given.AsOf("DE", Day.AddDays(44))));
        Assert.Equal(100m, Assert.Single(given.AsOf("DE", Day.AddDays(43)).Instalments).Outstanding.Amount);
        Assert.Equal(40m, Assert.Single(given.AsOf("DE", Day.AddDays(44)).Instalments).Outstanding.Amount);
    }

    [Fact]
    public void What_is_recorded_later_may_be_booked_earlier()
    {
        var pledge = given.Pledged(100, certified: 100);
        Book(given.Receive(pledge, 60), Day.AddDays(60));
        Book(given.Receive(pledge, 25), Day.AddDays(30));

        Assert.Equal((25m, 100m, 75m), Money(given.AsOf("DE", Day.AddDays(30))));
        Assert.Equal((85m, 100m, 15m), Money(given.AsOf("DE", Day.AddDays(60))));
    }

    [Fact]
    public void What_was_not_recorded_yet_was_not_known()
    {
        var pledge = given.Pledged(100, certified: 100);
        var before = Position;
        given.Service.Accept(given.Receive(pledge, 60));

        Assert.Equal((0m, 100m, 100m), Money(given.AsOf("DE", Day.AddDays(90), before)));
        Assert.Equal((60m, 100m, 40m), Money(given.AsOf("DE", Day.AddDays(90))));
        // Before anything was said about the donor, there is nothing and no pledge.
        var nothing = given.AsOf("DE", Day.AddDays(90), known: 1);
        Assert.Equal((0m, 0m, 0m), Money(nothing));
        Assert.Empty(nothing.Pledges);
    }

    [Fact]
    public void A_receipt_that_is_reversed_in_a_later_period_stands_until_then()
    {
        var pledge = given.Pledged(100, certified: 80);
        given.Service.Accept(Given.Receive(pledge, 90, "A", "a"));
        Book(new ReverseReceipt(Given.Fund, pledge, "A", "reversal", Day, "It was paid to another fund.", null), Day.AddDays(61));

        var standing = given.AsOf("DE", Day.AddDays(60));
        Assert.Equal((90m, 80m, 10m, 10m), (standing.Received.Amount, standing.Certified.Amount, standing.Unallocated.Amount, standing.Outstanding.Amount));
        var reversed = given.AsOf("DE", Day.AddDays(61));
        Assert.Equal((0m, 80m, 0m, 100m), (reversed.Received.Amount, reversed.Certified.Amount, reversed.Unallocated.Amount, reversed.Outstanding.Amount));
    }

    [Fact]
    public void A_receipt_that_is_booked_late_is_not_reversed_before_that_so_that_no_day_has_less_than_nothing()
    {
        var pledge = given.Pledged(100, certified: 80);
        Book(Given.Receive(pledge, 60, "A", "a"), Day.AddDays(60));
        var reversal = new ReverseReceipt(Given.Fund, pledge, "A", "reversal", Day.AddDays(1), "It was paid to another fund.", null);

        Check.Refuses(given, reversal, 422, "date-out-of-order", "bookedOn", "It reverses what is booked on 2017-07-31: ask for ?bookedOn=2017-07-31 or a later day.");
        Assert.Equal("date-out-of-order", given.Service.Execute(reversal, bookedOn: Day.AddDays(59))?.Code);
        Book(reversal, Day.AddDays(62));

        var received = Enumerable.Range(0, 64).Select(days => given.AsOf("DE", Day.AddDays(days)).Received.Amount).ToList();
        Assert.Equal([.. Enumerable.Repeat(0m, 60), 60m, 60m, 0m, 0m], received);
    }

    [Fact]
    public void Interest_that_is_booked_late_is_not_reversed_before_that()
    {
        Book(new BookInterest(Given.Fund, "interest", Given.Euros(5), Day, "INT", null), Day.AddDays(60));
        var reversal = new ReverseInterest(Given.Fund, "INT", Day.AddDays(1), "A slip.");

        Check.Refuses(given, reversal, 422, "date-out-of-order", "bookedOn");

        Book(reversal, Day.AddDays(60));
    }

    [Fact]
    public void A_certificate_its_instalments_and_what_they_lost_count_from_their_days()
    {
        var pledge = given.Pledged(100);
        var certificate = given.Certify(pledge, 80, ("HOA", 30)) with { Instalments = Given.Instalments((10, 50), (20, 30)) };
        Book(certificate, Day.AddDays(5));
        Book(new CallInstalment(Given.Fund, pledge, certificate.CertificateId, Day.AddDays(10), null, Day, null), Day.AddDays(7));
        given.Service.Accept(Given.Reduce(pledge, 20, ReductionSource.Certified) with
        {
            CertificateId = certificate.CertificateId,
            DueOn = Day.AddDays(20),
            RequestedOn = Day.AddDays(8),
        });
        var asked = Position;
        given.Service.Follow(new Recorded("contracts", 1, new(2017, 6, 10, 12, 0, 0, TimeSpan.Zero), "contracts", null,
            new Events.Contracts.V1.ResourcesReleased(Given.Fund, "reduction-1", pledge, Given.Euros(20), null)));

        var announced = given.AsOf("DE", Day.AddDays(4));
        Assert.Equal((0m, 100m), (announced.Certified.Amount, Assert.Single(announced.Ageing).NotCertified.Amount));
        Assert.Empty(announced.Instalments);

        var certified = given.AsOf("DE", Day.AddDays(6));
        Assert.Equal((80m, 30m), (certified.Certified.Amount, Assert.Single(certified.Pledges[0].Earmarks).Certified.Amount));
        Assert.Equal([(50m, InstalmentState.Due), (30m, InstalmentState.Due)], certified.Instalments.Select(i => (i.Outstanding.Amount, i.State)));

        var called = given.AsOf("DE", Day.AddDays(7));
        Assert.Equal([InstalmentState.Called, InstalmentState.Due], called.Instalments.Select(i => i.State));
        Assert.Equal((0m, 80m), (called.Pledges[0].Reserved.Amount, called.Certified.Amount));

        var undecided = given.AsOf("DE", Day.AddDays(8), asked);
        Assert.Equal((20m, 80m), (undecided.Pledges[0].Reserved.Amount, undecided.Certified.Amount));

        // What Contracts releases has the day of the request.
        var lowered = given.AsOf("DE", Day.AddDays(8));
        Assert.Equal((80m, 60m, 0m), (lowered.Pledged.Amount, lowered.Certified.Amount, lowered.Pledges[0].Reserved.Amount));
        Assert.Equal([50m, 10m], lowered.Instalments.Select(i => i.Outstanding.Amount));
    }

    [Fact]
    public void Words_about_a_pledge_count_from_their_days_too()
    {
        var pledge = given.Pledged(100);
        Book(new ConfirmPledge(Given.Fund, pledge, Day, null), Day.AddDays(3));
        Book(new WithdrawPledge(Given.Fund, pledge, given.NextGuid(), Day, "The donor withdrew."), Day.AddDays(6));

        Assert.Equal((null, PledgeStatus.Announced, 100m), Words(2));
        Assert.Equal((Day, PledgeStatus.Confirmed, 100m), Words(5));
        Assert.Equal((Day, PledgeStatus.Withdrawn, 0m), Words(6));

        (DateOnly?, PledgeStatus, decimal) Words(int days) =>
            Assert.Single(given.AsOf("DE", Day.AddDays(days)).Pledges) is var view ? (view.ConfirmedOn, view.Status, view.Pledged.Amount) : default;
    }

    [Fact]
    public void A_donor_is_of_the_kind_of_the_day_as_it_was_known()
    {
        given.Pledged(100, donor: "IT");
        var before = Position;
        given.Service.Accept(new ChangeDonorKind("IT", DonorKind.ThirdDonor, Day.AddDays(10), "It left."));

        Assert.Equal(DonorKind.MemberState, given.AsOf("IT", Day.AddDays(9)).Kind);
        Assert.Equal(DonorKind.ThirdDonor, given.AsOf("IT", Day.AddDays(10)).Kind);
        Assert.Equal(DonorKind.MemberState, given.AsOf("IT", Day.AddDays(10), before).Kind);
    }

    [Fact]
    public void A_pledge_in_crowns_is_revalued_as_of_two_days_at_the_rates_known_by_then()
    {
        Rate(10, new(2017, 6, 1));
        var pledge = given.PledgedInCrowns(1_000, certified: 1_000, rate: 10);
        var early = Position;
        Rate(8, new(2017, 12, 1));
        Book(given.ReceiveCrowns(pledge, 200, 10), new(2017, 12, 15));

        var june = given.RevaluedAsOf(new(2017, 6, 30));
        Assert.Equal((100m, 100m, 0m), (june.Booked.Amount, june.Revalued.Amount, june.Unrealised.Amount));
        var beginning = given.RevaluedAsOf(new(2017, 12, 14));
        Assert.Equal((1_000m, 100m, 125m, 25m), (beginning.Pledges[0].Outstanding.Amount, beginning.Booked.Amount, beginning.Revalued.Amount, beginning.Unrealised.Amount));
        var end = given.RevaluedAsOf(new(2017, 12, 31));
        Assert.Equal((800m, 80m, 100m, 20m), (end.Pledges[0].Outstanding.Amount, end.Booked.Amount, end.Revalued.Amount, end.Unrealised.Amount));
        // The rate of December was not known when the pledge was certified.
        var known = given.RevaluedAsOf(new(2017, 12, 31), early);
        Assert.Equal((1_000m, 100m, 0m), (known.Pledges[0].Outstanding.Amount, known.Booked.Amount, known.Unrealised.Amount));
    }

    [Fact]
    public void A_rate_that_was_replaced_is_the_one_that_was_known()
    {
        Rate(10, new(2017, 6, 1));
        given.PledgedInCrowns(1_000, certified: 0, rate: 10);
        var early = Position;
        given.Service.Accept(new RecordFxRate(Currency.Euro, Currency.Of("NOK"), 5, new(2017, 6, 1), "InforEuro", Replaces: true));

        Assert.Equal(100m, given.RevaluedAsOf(new(2017, 6, 30), early).Revalued.Amount);
        Assert.Equal(200m, given.RevaluedAsOf(new(2017, 6, 30)).Revalued.Amount);
    }

    [Fact]
    public void Money_is_allocated_no_earlier_than_it_is_booked_as_received()
    {
        var pledge = given.PledgedInCrowns(1_000, certified: 0, rate: 10);
        Book(given.ReceiveCrowns(pledge, 400, 10), Day.AddDays(30));
        Book(given.CertifyCrowns(pledge, 1_000, 10), Day.AddDays(10));

        var ageing = Assert.Single(given.AsOf("NO", Day.AddDays(10)).Ageing);
        Assert.Equal((0m, 1_000m, 0m, 1_000m), (ageing.NotCertified.Amount, ageing.NotDue.Amount + ageing.Overdue.Amount, ageing.BeyondCertificates.Amount, ageing.Outstanding.Amount));
        Assert.Equal(100m, Assert.Single(given.RevaluedAsOf(Day.AddDays(10)).Pledges).Booked.Amount);
        ageing = Assert.Single(given.AsOf("NO", Day.AddDays(30)).Ageing);
        Assert.Equal((600m, 0m, 600m), (ageing.NotDue.Amount + ageing.Overdue.Amount, ageing.BeyondCertificates.Amount, ageing.Outstanding.Amount));
    }

    [Property(MaxTest = 100, EndSize = 200)]
    public void When_everything_counts_the_journal_says_what_the_rows_say(Step[] steps)
    {
        var script = new Script(given);
        foreach (var step in steps)
            script.Play(step);

        foreach (var donor in new[] { "DE", "NO" })
        {
            var kept = given.Kept(donor, DateOnly.MaxValue);
            Assert.Equal(JsonSerializer.Serialize(kept, StrictJson.Options), JsonSerializer.Serialize(given.AsOf(donor, DateOnly.MaxValue), StrictJson.Options));
            Assert.Equal(kept.ToTable().ToString(), given.AsOf(donor, DateOnly.MaxValue).ToTable().ToString());
            // While no fact has broken a rule, only what waits lies beyond the certificates.
            Assert.All(kept.Ageing, ageing => Assert.Equal(
                kept.Pledges.Select(pledge => pledge.Original?.Unallocated ?? pledge.Unallocated).Where(waiting => waiting.Currency == ageing.Currency).Sum(waiting => waiting.Amount),
                ageing.BeyondCertificates.Amount));
        }
    }

    void Book(Command command, DateOnly bookedOn) => Assert.Null(given.Service.Execute(command, bookedOn: bookedOn));

    void Rate(decimal rate, DateOnly date) => given.Service.Accept(new RecordFxRate(Currency.Euro, Currency.Of("NOK"), rate, date, "InforEuro", Replaces: false));

    static (decimal Received, decimal Certified, decimal Outstanding) Money(DonorStatement statement) =>
        (statement.Received.Amount, statement.Certified.Amount, statement.Outstanding.Amount);
}
