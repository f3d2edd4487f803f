using TrustFund.Audit.Figures;
using TrustFund.Audit.Ledger;
using TrustFund.Audit.Tests.Given;
using TrustFund.Events;
using TrustFund.Events.Contracts.V1;
using TrustFund.Events.Pledges.V1;
using static TrustFund.Audit.Tests.Given.HeardBooks;

namespace TrustFund.Audit.Tests;

/// <summary>The figures that were published, out of the ledger.</summary>
public class PublishedExamplesTests
{
    [Fact]
    public void Example_1_resources_are_3388_6_million()
    {
        var books = WithWindows();
        foreach (var (donor, millions) in new[] { ("EU", 2980.0m), ("OTHERS", 408.6m) })
        {
            books.Hear(Facts.Pledge(donor, donor, Millions(millions)));
            books.Hear(Facts.Certificate(donor, donor, Millions(millions)));
        }
        Assert.Equal(3_388_600_000.00m, books.Balance(MemorandumAccounts.Certified));
        Assert.Equal(3_388_600_000.00m, Measures.Of(books.Kept(), [], "pledged", null));
        Assert.True(new PublishedFigure(3.39m, Qualifier.Exact, 2).IsConsistentWith(books.Balance(MemorandumAccounts.Certified) / 1_000_000_000));
        Assert.Equal(0, books.Balance(MoneyAccounts.Cash));
    }

    [Fact]
    public void Example_10_the_state_of_play_adds_up_only_with_the_cross_window_row()
    {
        var books = StateOfPlay2018();

        var report = books.StateOfPlay();

        Assert.Equal(
            [("HOA", 1141.3m, 705m, 278m), ("NOA", 467.1m, 267m, 106m), ("SLC", 1549m, 1078m, 502m)],
            report.Rows.Select(row => (row.Key, InMillions(row.Approved), InMillions(row.Contracted), InMillions(row.Paid))));
        Assert.Equal((null, 145.1m, 10m, 3m), (report.CrossWindow!.Approved, InMillions(report.CrossWindow.ApprovedForCrossWindow), InMillions(report.CrossWindow.Contracted), InMillions(report.CrossWindow.Paid)));
        Assert.Equal((3157.4m, 2060m, 889m), (InMillions(report.Total.Approved), InMillions(report.Total.Contracted), InMillions(report.Total.Paid)));
        Assert.Equal((1097.4m, 1171m), (InMillions(report.Total.Rac), InMillions(report.Total.Ral)));
        Assert.Equal(report.Total.Rac!.Value, report.Rows.Append(report.CrossWindow).Aggregate(Eur(0), (sum, row) => sum + row.Rac!.Value));
        Assert.Equal((7, 4, 4), (report.Total.Actions, report.Total.Contracts, report.Total.Payments));
        Assert.Equal(4, report.CrossWindow.Actions);
    }

    [Fact]
    public void Trap_windows_add_up_to_the_total_only_with_the_cross_window_row()
    {
        var report = StateOfPlay2018().StateOfPlay();
        decimal OfWindows(Func<Audit.Reports.StateOfPlayRow, Money?> figure) => report.Rows.Sum(row => figure(row)!.Value.Amount);

        Assert.Equal(report.Total.Approved!.Value.Amount, OfWindows(row => row.Approved));
        Assert.NotEqual(report.Total.Contracted!.Value.Amount, OfWindows(row => row.Contracted));
        Assert.Equal(report.Total.Contracted!.Value.Amount, OfWindows(row => row.Contracted) + report.CrossWindow!.Contracted!.Value.Amount);
        Assert.Equal(report.Total.Paid!.Value.Amount, OfWindows(row => row.Paid) + report.CrossWindow.Paid!.Value.Amount);
    }

    [Fact]
    public void Example_11_donors_owe_35_4_million()
    {
        var books = WithWindows("SLC", "HOA", "NOA");
        foreach (var (donor, pledged, received) in new[] { ("DE", 157.5m, 139.5m), ("IT", 104.0m, 102.0m), ("SI", 0.1m, 0m), ("RO", 0.1m, 0m), ("OTHERS", 149.9m, 134.7m) })
            Give(books, donor, Millions(pledged), Millions(received));
        Give(
            books, "PT", Millions(1.8m), Millions(1.8m),
            new WindowAmount("SLC", Eur(855_000)), new WindowAmount("HOA", Eur(180_000)), new WindowAmount("NOA", Eur(765_000)));

        var statement = books.Donors(Day(2018, 3, 1));

        Assert.Equal(
            ("413400000.00 EUR", "378000000.00 EUR", "35400000.00 EUR"),
            (statement.Total.Pledged.ToString(), statement.Total.Received.ToString(), statement.Total.Outstanding.ToString()));
        Assert.Equal(
            [("DE", 18_000_000m), ("IT", 2_000_000m), ("OTHERS", 15_200_000m), ("PT", 0m), ("RO", 100_000m), ("SI", 100_000m)],
            statement.Rows.Select(row => (row.Donor, row.Outstanding.Amount)));
        Assert.Equal(
            (180_000m, 765_000m, 855_000m),
            (Measures.Of(books.Kept(), [], "certified", "HOA"), Measures.Of(books.Kept(), [], "certified", "NOA"), Measures.Of(books.Kept(), [], "certified", "SLC")));
        // Due on 15 January and not received on 1 March: 45 days.
        Assert.Equal(35_400_000m, statement.Total.Overdue31To90Days.Amount);
    }

    [Fact]
    public void Trap_408_6_million_is_pledged_not_cash()
    {
        var books = WithWindows();
        books.Hear(Facts.Pledge("p", "OTHERS", Millions(408.6m)));

        Assert.Equal(408_600_000m, books.Balance(MemorandumAccounts.Pledged));
        Assert.Equal((0m, 0m, 0m), (books.Balance(MemorandumAccounts.Certified), books.Balance(MoneyAccounts.Cash), books.Kept().Received));
    }

    [Fact]
    public void Example_13_a_contract_reduced_is_two_lines_that_come_to_8000()
    {
        var books = WithWindows("SLC");
        books.Hear(Facts.Action("a", "SLC", Eur(10_000)));
        books.Hear(Facts.Contract("k", "a", "SLC", Eur(10_000)));
        books.Hear(new ContractDecommitted(Fund, "d", "k", "a", Eur(2_000), "action", [], [], Facts.Start));

        Assert.Equal(
            [(10_000m, 0m), (0m, 2_000m)],
            books.All<LedgerEntry>().Where(line => line.Account == "contracted").Select(line => (line.Debit, line.Credit)));
        Assert.Equal(8_000m, books.Kept(LedgerBalance.OfContract).BySubject()["k"].Balance(MemorandumAccounts.Contracted));
        Assert.Equal(1, books.StateOfPlay().Total.Contracts);
        Assert.Equal(8_000m, books.StateOfPlay().Rows[0].Contracted!.Value.Amount);
    }

    [Fact]
    public void Trap_the_approved_total_may_fall()
    {
        var books = StateOfPlay2018();
        books.Hear(new RiderApproved(Fund, "SLC", "r", Millions(-49), [new WindowAmount("SLC", Millions(-49))], false, Day(2018, 11, 1), "OC", "less"));

        Assert.Equal(3108.4m, InMillions(books.StateOfPlay().Total.Approved));
        Assert.Equal(7, books.StateOfPlay().Total.Actions);
    }

    [Fact]
    public void Trap_places_never_enter_a_total_of_money()
    {
        var books = WithWindows();
        books.Hear(new InKindPledged(Fund, "p", "DE", 10_000, "place", Facts.Start, null));
        books.Hear(new InKindDelivered(Fund, "p", "DE", 400, "place", Facts.Start, null));

        Assert.Empty(books.All<LedgerEntry>());
    }

    [Fact]
    public void Trap_co_financing_stays_outside()
    {
        var books = WithWindows("SLC");
        books.Hear(Facts.Contract("k", "a", "SLC", Eur(100)) with { CoFinancing = [new("Germany", Eur(900))] });

        Assert.Equal(100m, books.Balance(MemorandumAccounts.Contracted));
    }

    static HeardBooks StateOfPlay2018()
    {
        var books = WithWindows("HOA", "NOA", "SLC");
        // How the four cross-window actions split over the windows is assumed; the windows' totals are as published.
        (string Window, decimal Approved, decimal Across, decimal Contracted, decimal Paid)[] windows =
            [("HOA", 1141.3m, 45.1m, 705, 278), ("NOA", 467.1m, 40, 267, 106), ("SLC", 1549, 60, 1078, 502)];
        foreach (var (window, approved, across, contracted, paid) in windows)
        {
            books.Hear(Facts.Action(window, window, Millions(approved - across)));
            books.Hear(Facts.Contract($"contract of {window}", window, window, Millions(contracted)));
            books.Hear(Facts.Payment($"payment of {window}", $"contract of {window}", window, Millions(paid)));
        }
        for (var i = 1; i <= 4; i++)
        {
            var parts = windows.Select(window => new WindowAmount(window.Window, Millions(window.Across / 4))).ToArray();
            books.Hear(Facts.Action($"cross {i}", Millions(145.1m / 4), true, null, parts));
        }
        books.Hear(Facts.Contract("contract across", "cross 1", null, Millions(10)));
        books.Hear(Facts.Payment("payment across", "contract across", null, Millions(3)));
        return books;
    }

    static void Give(HeardBooks books, string donor, Money pledged, Money received, params WindowAmount[] earmarks)
    {
        books.Hear(Facts.Pledge($"pledge of {donor}", donor, pledged));
        books.Hear(Facts.Certificate($"pledge of {donor}", donor, pledged, earmarks));
        if (received.IsPositive)
            books.Hear(Facts.Receipt($"pledge of {donor}", donor, received));
    }

    static decimal InMillions(Money? amount) => amount!.Value.Amount / 1_000_000;
}
