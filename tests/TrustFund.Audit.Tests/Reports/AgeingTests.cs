using FsCheck.Xunit;
using TrustFund.Audit.Reports;
using TrustFund.Audit.Tests.Given;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal.Reporting;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Reports;

/// <summary>How long a donor has owed what it certified.</summary>
public class AgeingTests
{
    static readonly DateOnly Today = Day(2018, 7, 1);

    static readonly Due[] Dues =
    [
        new("p", Today.AddDays(-400), 5), new("p", Today.AddDays(-200), 10), new("p", Today.AddDays(-100), 20), new("p", Today.AddDays(-40), 30), new("p", Today.AddDays(-5), 40), new("p", Today.AddDays(10), 50),
    ];

    [Fact]
    public void What_is_overdue_is_told_by_how_long() =>
        Assert.Equal(new Ages(50, 40, 30, 20, 10, 5), Ageing.Of(Dues, 155, 0, Today));

    [Fact]
    public void Receipts_pay_the_oldest_instalment_first() =>
        Assert.Equal(new Ages(50, 40, 25, 0, 0, 0), Ageing.Of(Dues, 155, 40, Today));

    [Fact]
    public void What_a_certificate_lost_is_taken_from_its_last_instalment() =>
        Assert.Equal(new Ages(20, 40, 30, 20, 10, 5), Ageing.Of(Dues, 125, 0, Today));

    [Fact]
    public void What_is_certified_above_the_instalments_is_due_with_the_last_that_stands()
    {
        Assert.Equal(new Ages(60, 40, 30, 20, 10, 5), Ageing.Of(Dues, 165, 0, Today));
        Assert.Equal(new Ages(0, 0, 12, 0, 0, 0), Ageing.Of([new("p", Today.AddDays(-40), 10), new("p", Today.AddDays(10), 5), new("p", Today.AddDays(10), -5)], 12, 0, Today));
    }

    [Fact]
    public void Without_an_instalment_nothing_is_due() => Assert.Equal(new Ages(7, 0, 0, 0, 0, 0), Ageing.Of([], 10, 3, Today));

    [Fact]
    public void A_franc_pledge_whose_only_instalment_is_overdue_stands_overdue_whole()
    {
        var books = WithWindows();
        var franc = Currency.Of("CHF");
        books.Hear(Facts.Pledge("p", "CH", Eur(100_000)) with { Original = new Money(94_000, franc) });
        books.Hear(Facts.Certificate("p", "CH", Eur(100_000)) with { Original = new Money(94_000, franc), Instalments = [new(Day(2025, 1, 20), new Money(94_000, franc))] });
        books.Hear(Facts.Receipt("p", "CH", Eur(52_263.73m)));
        books.Hear(new ExchangeDifferenceRealised(Fund, "p", "receipt", "CH", Eur(2_263.73m), [], Facts.Start));

        var row = books.Donors(Day(2025, 8, 1)).Rows.Single();

        Assert.Equal((0m, 50_000m, 50_000m), (row.NotDue.Amount, row.Overdue181To365Days.Amount, row.Outstanding.Amount));
        AddsUp(row);
    }

    [Fact]
    public void An_instalment_is_not_overdue_on_the_day_it_is_due() =>
        Assert.Equal(new Ages(10, 0, 0, 0, 0, 0), Ageing.Of([new("p", Today, 10)], 10, 0, Today));

    [Property(MaxTest = 100)]
    public void What_is_open_is_always_what_is_certified_and_not_received(ushort certified, ushort received)
    {
        var ageing = Ageing.Of(Dues, certified % 200, received % 200, Today);

        Assert.Equal(Math.Max(0, (certified % 200) - (received % 200)), ageing.Total);
    }

    [Fact]
    public void Trap_one_instalment_is_partly_cancelled()
    {
        var books = WithWindows();
        books.Hear(Facts.Pledge("p", "DE", Eur(100)));
        books.Hear(Facts.Certificate("p", "DE", Eur(100)) with { Instalments = [new(Day(2018, 1, 1), Eur(60)), new(Day(2018, 6, 20), Eur(40))] });
        books.Hear(new ReductionRequested(Fund, "r", "p", "DE", Eur(25), null, Today, "less", CertificateId: "certificate of p", DueOn: Day(2018, 1, 1)));
        books.Hear(new ReductionCompleted(Fund, "r", "p", "DE", Eur(25), null));

        var row = books.Donors(Today).Rows.Single();

        Assert.Equal((75m, 75m, 75m), (row.Pledged.Amount, row.Certified.Amount, row.Outstanding.Amount));
        Assert.Equal((35m, 40m), (row.Overdue181To365Days.Amount, row.OverdueTo30Days.Amount));
    }

    [Fact]
    public void What_a_reduction_or_a_refund_lowers_is_no_longer_due_on_its_own_day()
    {
        var books = WithWindows();
        books.Hear(Facts.Pledge("p", "DE", Eur(1_000)));
        books.Hear(Facts.Certificate("p", "DE", Eur(600)) with { Instalments = [new(Day(2018, 12, 1), Eur(600))] });
        books.Hear(Facts.Certificate("p", "DE", Eur(400)) with { CertificateId = "newest", Instalments = [new(Day(2018, 6, 1), Eur(400))] });
        books.Hear(new ReductionCompleted(Fund, "r", "p", "DE", Eur(100), null, Cancelled: [new("newest", Day(2018, 6, 1), Eur(100))]));
        var row = books.Donors(Today).Rows.Single();
        Assert.Equal((600m, 300m, 900m), (row.NotDue.Amount, row.OverdueTo30Days.Amount, row.Outstanding.Amount));
        AddsUp(row);

        books.Hear(Facts.Receipt("p", "DE", Eur(200)));
        books.Hear(new RefundCompleted(Fund, "back", "p", "DE", Eur(50), Eur(0), Eur(50), null, Today, "OUT", [new("newest", Day(2018, 6, 1), Eur(50))]));
        row = books.Donors(Today).Rows.Single();
        Assert.Equal((600m, 100m, 700m), (row.NotDue.Amount, row.OverdueTo30Days.Amount, row.Outstanding.Amount));
        AddsUp(row);
    }

    [Fact]
    public void Trap_a_krone_pledge_is_received_at_another_rate()
    {
        var books = WithWindows();
        var krone = Currency.Of("NOK");
        books.Hear(Facts.Pledge("p", "NO", Eur(100)) with { Original = new Money(960, krone) });
        books.Hear(Facts.Certificate("p", "NO", Eur(100)) with { Original = new Money(960, krone), Instalments = [new(Day(2018, 1, 1), new Money(960, krone))] });
        books.Hear(Facts.Receipt("p", "NO", Eur(95)));
        books.Hear(new ExchangeDifferenceRealised(Fund, "p", "receipt", "NO", Eur(-5), [], Facts.Start));

        var row = books.Donors(Today).Rows.Single();

        Assert.Equal((100m, 100m, -5m, 95m, 0m), (row.Pledged.Amount, row.Certified.Amount, row.ExchangeDifferences.Amount, row.Received.Amount, row.Outstanding.Amount));
        Assert.Equal(0m, row.NotDue.Amount + row.OverdueTo30Days.Amount + row.Overdue31To90Days.Amount + row.Overdue91To180Days.Amount + row.Overdue181To365Days.Amount + row.OverdueOver365Days.Amount);
    }

    [Fact]
    public void Every_row_adds_up_where_one_pledge_is_over_paid_one_is_late_and_one_is_not_certified()
    {
        var books = WithWindows();
        books.Hear(Facts.Pledge("paid", "DE", Eur(100)));
        books.Hear(Facts.Certificate("paid", "DE", Eur(100)) with { Instalments = [new(Day(2018, 1, 1), Eur(100))] });
        books.Hear(Facts.Receipt("paid", "DE", Eur(100), Eur(30)));
        books.Hear(Facts.Pledge("late", "DE", Eur(200)));
        books.Hear(Facts.Certificate("late", "DE", Eur(200)) with { Instalments = [new(Day(2017, 6, 1), Eur(120)), new(Day(2018, 12, 1), Eur(80))] });
        books.Hear(Facts.Pledge("promised", "IT", Eur(50)));

        var report = books.Donors(Today);

        Assert.Equal(
            [("DE", 0m, 80m, 120m, 30m, 170m), ("IT", 50m, 0m, 0m, 0m, 50m), ("total", 50m, 80m, 120m, 30m, 220m)],
            report.Rows.Append(report.Total).Select(row => (
                row.Donor, row.NotCertified.Amount, row.NotDue.Amount, row.OverdueOver365Days.Amount, row.BeyondCertificates.Amount, row.Outstanding.Amount)));
        Assert.All(report.Rows.Append(report.Total), AddsUp);
    }

    [Fact]
    public void What_facts_bring_within_a_certificate_above_its_worth_lies_beyond_it()
    {
        var books = WithWindows();
        books.Hear(Facts.Pledge("p", "DE", Eur(100)));
        books.Hear(Facts.Certificate("p", "DE", Eur(100)) with { Instalments = [new(Day(2018, 1, 1), Eur(100))] });
        books.Hear(Facts.Receipt("p", "DE", Eur(100)));
        books.Hear(new ReductionCompleted(Fund, "r", "p", "DE", Eur(25), null));

        var row = books.Donors(Today).Rows.Single();

        Assert.Equal((75m, 75m, 0m, 25m, -25m), (row.Pledged.Amount, row.Certified.Amount, row.Unallocated.Amount, row.BeyondCertificates.Amount, row.Outstanding.Amount));
        AddsUp(row);
    }

    static void AddsUp(DonorRow row) => Assert.Equal(
        row.Outstanding,
        row.NotCertified + row.NotDue + row.OverdueTo30Days + row.Overdue31To90Days + row.Overdue91To180Days + row.Overdue181To365Days
        + row.OverdueOver365Days - row.BeyondCertificates);

    [Fact]
    public void Trap_a_donor_changes_kind_on_a_date()
    {
        var books = WithWindows();
        books.Hear(new DonorRegistered("GB", "United Kingdom", "member-state", "GB"));
        books.Hear(new DonorKindChanged("GB", "third-donor", Day(2020, 2, 1), "withdrawal"));
        books.Hear(Facts.Pledge("p", "GB", Eur(100)));

        Assert.Equal("member-state", books.Donors(Day(2020, 1, 31)).Rows.Single().Kind);
        Assert.Equal("third-donor", books.Donors(Day(2020, 2, 1)).Rows.Single().Kind);
    }
}
