using TrustFund.Audit.Reports;
using TrustFund.Audit.Tests.Given;
using TrustFund.Journal.Reporting;
using TrustFund.ServiceDefaults;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Reports;

/// <summary>The last row of a table says what the report's JSON says as its total.</summary>
public class TableTotalTests
{
    static readonly ReportHeader Header = WithWindows().Header();

    [Fact]
    public void What_is_not_contracted_adds_up()
    {
        var report = new RacReport(
            Header,
            [new("a", null, null, null, ["SLC"], Eur(100), Eur(60), Eur(40)), new("b", null, null, null, [], Eur(10), Eur(12), Eur(-2))],
            Eur(38));

        Assert.Equal("total,,Total,,,EUR,110.00,72.00,38.00", Last(report));
    }

    [Fact]
    public void What_is_not_paid_adds_up()
    {
        var report = new RalReport(Header, [], Eur(0));

        Assert.Equal("total,,Total,,,,,,EUR,0.00,0.00,0.00", Last(report));
        Assert.Equal(report.ToTable().Columns.Count, report.ToTable().Rows.Last().Count);
    }

    [Fact]
    public void The_parts_of_all_pages_are_summed()
    {
        var (first, second) = (new AttributionRow("d", "k", "DE", null, false, Eur(7), "x", Day(2018, 1, 1), "disbursements:1"), new AttributionRow("e", "k", "IT", null, false, Eur(5), "x", Day(2018, 1, 2), "disbursements:2"));
        var report = AttributionReport.Of(Header, new Page<AttributionRow>([first], "next"), [first, second]);

        Assert.Equal("total,,,,,EUR,12.00,,,", Last(report));
    }

    [Fact]
    public void The_cash_that_is_held_unallocated_has_a_row()
    {
        var books = WithWindows();
        books.Hear(Facts.Receipt("p", "DE", Eur(100), Eur(30)));
        var report = SourcesAndUsesReport.Of(books.Header(), null, new Sums([]), books.Kept());

        Assert.Equal(Eur(30), report.HeldUnallocated);
        Assert.Equal(["held-unallocated", "EUR", null, null, report.HeldUnallocated], report.ToTable().Rows.Last());
    }

    static string Last(IReport report) => report.ToTable().ToString().Split("\r\n")[^2];
}
