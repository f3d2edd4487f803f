using TrustFund.Audit.Reports;
using TrustFund.Audit.Tests.Given;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Disbursements.V1;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests.Reports;

/// <summary>The state of play told apart in other ways than by window.</summary>
public class StateOfPlayTests
{
    [Fact]
    public void Parts_of_countries_add_up_to_the_contract_exactly()
    {
        var books = Given();

        var report = books.ByContract().ByCountry();

        Assert.Equal(
            [("", 50m, 0m), ("BF", 33.34m, 3.34m), ("ML", 33.33m, 3.33m), ("NE", 33.33m, 3.33m)],
            report.Rows.Select(row => (row.Key, row.Contracted!.Value.Amount, row.Paid!.Value.Amount)));
        Assert.Equal("Not stated", report.Rows[0].Name);
        Assert.All(report.Rows, row => Assert.Null(row.Approved));
        AddsUp(report);
    }

    [Fact]
    public void A_contract_has_its_own_theme_or_its_actions()
    {
        var report = Given().ByContract().ByTheme();

        Assert.Equal(
            [("Borders", 0m, 50m, null as long?), ("Return", 200m, 100m, 1)],
            report.Rows.Select(row => (row.Key, row.Approved!.Value.Amount, row.Contracted!.Value.Amount, row.Actions is 0 ? null : row.Actions)));
        AddsUp(report);
    }

    [Fact]
    public void Partners_have_their_names_and_counts()
    {
        var books = Given();
        books.Hear(new PartnerRegistered("IOM", "International Organization for Migration", null));

        var report = books.ByContract().ByPartner(books.All<Dimensions.PartnerFacts>());

        var row = Assert.Single(report.Rows);
        Assert.Equal(("IOM", "International Organization for Migration", 2L, 1L), (row.Key, row.Name, row.Contracts!.Value, row.Payments!.Value));
        AddsUp(report);
    }

    [Fact]
    public void An_amendment_moves_a_contract_from_its_booking_date_on()
    {
        var books = Given();
        books.Hear(new ContractAmended(Fund, "a", "k1", "m", "SLC", Eur(0), Day(2018, 9, 1), "wider", Countries: [new("TD", 100)]));

        Assert.Contains(books.ByContract().ByCountry().Rows, row => row is { Key: "TD", Contracted.Amount: 100 });
        Assert.Equal(["BF", "ML", "NE"], books.All<Dimensions.ContractFacts>()[0].TermsOn(Day(2018, 8, 31), DateTimeOffset.MaxValue).Countries.Select(country => country.Country).Order());
    }

    [Fact]
    public void Years_tell_what_was_booked_in_them()
    {
        var books = Given();
        books.Hear(Facts.Payment("d2", "k1", "SLC", Eur(5)), bookedOn: Day(2019, 1, 2));

        var report = StateOfPlayByFund.ByYear(books.Header(), books.Kept());

        Assert.Equal([("2018", 200m, 150m, 10m), ("2019", 0m, 0m, 5m)], report.Rows.Select(row => (row.Key, row.Approved!.Value.Amount, row.Contracted!.Value.Amount, row.Paid!.Value.Amount)));
        AddsUp(report);
    }

    [Fact]
    public void Paid_is_net_of_recoveries_once_they_are_paid_and_of_payments_that_came_back()
    {
        var books = Given();
        books.Hear(new RecoveryEstablished(Fund, "o", "k1", "IOM", "SLC", Eur(4), Facts.Start, Facts.Start, "ineligible"));
        Assert.Equal(10m, books.Kept().Paid);

        books.Hear(new RecoveryCashed(Fund, "o", "k1", "IOM", "SLC", Eur(3), Facts.Start, "bank", []));
        books.Hear(new RecoveryWaived(Fund, "o", "k1", "IOM", Eur(1), Facts.Start, "insolvent"));
        Assert.Equal(7m, books.Kept().Paid);

        books.Hear(new PaymentReturned(Fund, "d1", "k1", "IOM", "SLC", Eur(10), Facts.Start, "closed", "bank", []));
        Assert.Equal((-3m, 0L), (books.Kept().Paid, books.Kept().Payments));
    }

    [Fact]
    public void Sources_and_uses_lead_from_opening_to_the_cash_at_bank()
    {
        var books = Given();
        books.Hear(Facts.Receipt("p", "DE", Eur(80), Eur(5)), bookedOn: Day(2017, 6, 1));
        books.Hear(new Events.Pledges.V1.InterestBooked(Fund, "i", Eur(-2), false, Facts.Start, "bank", null));
        books.Hear(new CostPaid(Fund, "c", "management", Eur(3), Facts.Start, "bank", []));
        books.Hear(new RefundExecuted(Fund, "f", "p", "DE", Eur(5), Facts.Start, "bank", []));

        var report = SourcesAndUsesReport.Of(books.Header(), Day(2018, 1, 1), books.Lines(Day(2017, 12, 31)), books.Kept());

        Assert.Equal((85m, -2m, 18m, 65m), (report.Opening.Amount, report.Sources.Amount, report.Uses.Amount, report.Closing.Amount));
        Assert.Equal(report.Closing, report.Opening + report.Sources - report.Uses);
        Assert.Equal(5m, report.HeldUnallocated.Amount);
    }

    [Fact]
    public void Contracts_that_end_soon_are_listed_and_those_that_are_over_are_not()
    {
        var books = WithWindows("SLC");
        foreach (var (id, days) in new[] { ("k1", -1), ("k2", 0), ("k3", 90), ("k4", 91), ("k5", 30) })
            books.Hear(Facts.Contract(id, "a", "SLC", Eur(10)) with { EndsOn = Day(2018, 10, 16).AddDays(days) });
        books.Hear(new ContractTerminated(Fund, "k5", Facts.Start, "fraud"));

        var ral = RalReport.Of(books.Header(), DateOnly.MaxValue, DateTimeOffset.MaxValue, books.Kept("contract"), books.All<Dimensions.ContractFacts>());

        Assert.Equal(["k2", "k3"], ExpiringContractsReport.Of(ral, 90).Rows.Select(row => row.ContractId));
        Assert.Equal("50.00 EUR", ral.Total.ToString());
    }

    static HeardBooks Given()
    {
        var books = WithWindows("SLC");
        books.Hear(Facts.Action("a", Eur(200), false, "Return", new WindowAmount("SLC", Eur(200))));
        books.Hear(Facts.Contract("k1", "a", "SLC", Eur(100), new("BF", 33.3333m), new("ML", 33.3333m), new("NE", 33.3333m)));
        books.Hear(Facts.Contract("k2", "a", "SLC", Eur(50)) with { Theme = "Borders" });
        books.Hear(Facts.Payment("d1", "k1", "SLC", Eur(10)));
        return books;
    }

    static void AddsUp(StateOfPlayReport report)
    {
        Assert.Equal(report.Total.Contracted!.Value.Amount, report.Rows.Sum(row => row.Contracted!.Value.Amount));
        Assert.Equal(report.Total.Paid!.Value.Amount, report.Rows.Sum(row => row.Paid!.Value.Amount));
    }
}
