using System.Text.RegularExpressions;
using TrustFund.Events.Pledges.V1;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Imports;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Receipts;

namespace TrustFund.Pledges.Tests.Imports;

/// <summary>The World Bank's contributions to financial intermediary funds, as they are downloaded.</summary>
public sealed partial class PublishedFileTests
{
    const string Name = "EU Emergency Trust Fund for Africa";
    const string Header = "As of Date,Fund Name,Donor Name,Donor Country Code,Receipt Type,Receipt Quarter,Calendar Year,Receipt Currency,Receipt Amount,Contribution Type,Sub Account,Amount in USD\n";

    readonly Given given = new();

    [Fact]
    public void A_file_goes_in_as_downloaded()
    {
        given.Pledged(5_000_000, certified: 5_000_000);
        given.PledgedInCrowns(9_840_300, 9_840_300, 9.8403m);
        given.Service.Accept(new RecordFxRate(Currency.Euro, Currency.Of("NOK"), 9.8403m, new(2017, 9, 1), "InforEuro", false));

        Assert.Empty(Import($"{Header}{FirstQuarters}"));

        Assert.Equal(
            [(new DateOnly(2017, 6, 30), "1500000.50 EUR"), (new DateOnly(2017, 6, 30), "250000.00 EUR"), (new DateOnly(2017, 6, 30), "250000.00 EUR"), (new DateOnly(2017, 9, 30), "1000000.00 EUR")],
            Received().Select(fact => (fact.ReceivedOn, fact.Amount.ToString())));
        Assert.Equal("9840300.00 NOK", Received().Last().Original.ToString());
        Assert.Equal(4, Received().Select(fact => fact.BankReference).Distinct().Count());
        Assert.All(Received(), fact => Assert.Matches(Made(), fact.BankReference));
        Assert.Equal(
            [new(5, "receipt_type", "'Promissory Note/Letter of Credit' is no money that arrived: it is booked when it comes in as cash.")],
            given.Service.PassedOver);
        Assert.Equal(5, Assert.IsType<FileImported>(given.Service.Journal[^1].Event).Rows);
        Assert.Equal(3_000_000.50m, given.Totals.Received);
    }

    [Fact]
    public void The_next_quarters_file_holds_the_earlier_rows_again_and_only_the_new_ones_are_booked()
    {
        given.Pledged(5_000_000, certified: 5_000_000);
        given.PledgedInCrowns(9_840_300, 9_840_300, 9.8403m);
        given.Service.Accept(new RecordFxRate(Currency.Euro, Currency.Of("NOK"), 9.8403m, new(2017, 9, 1), "InforEuro", false));
        Import($"{Header}{FirstQuarters}");
        var first = Received().First();
        // A second pledge since: what is booked already needs no choice between them.
        given.Pledged(10, donor: "NO");

        Assert.Empty(Import($"{Header}{FirstQuarters.Replace("12/31/2017", "03/31/2018", StringComparison.Ordinal).Replace("Germany", " GERMANY ", StringComparison.Ordinal)}03/31/2018,{Name},Germany,DE,Cash,Q2,2017,EUR,250000.00,Grant,,280000\n03/31/2018,{Name},Germany,DE,Cash,Q1,2018,EUR,7,Grant,,8\n"));

        Assert.Equal(6, Received().Count());
        Assert.Equal(3_250_007.50m, given.Totals.Received);
        Assert.Equal([2, 3, 4, 5, 6], given.Service.PassedOver.Select(notice => notice.Row));
        Assert.Equal($"It is booked already: 1500000.50 EUR of 2017-06-30, receipt '{first.ReceiptId}'.", given.Service.PassedOver[0].Message);
        Assert.Equal(7, Assert.IsType<FileImported>(given.Service.Journal[^1].Event).Rows);
    }

    [Fact]
    public void A_row_that_was_reversed_is_not_booked_again()
    {
        var pledge = given.Pledged(100, certified: 100);
        Import($"{Header}{Row("Q1", 2017, "EUR", "10.0")}");
        var wrong = Received().Single();
        given.Service.Accept(new ReverseReceipt(Given.Fund, pledge, wrong.BankReference, given.NextGuid(), new(2017, 4, 1), "It was another fund's.", null));

        Assert.Empty(Import($"{Header}{Row("Q1", 2017, "EUR", "10.0")}{Row("Q2", 2017, "EUR", "1.0")}"));

        Assert.Equal((1m, 2), (given.Totals.Received, Received().Count()));
        Assert.Equal($"It was booked before, as receipt '{wrong.ReceiptId}', and reversed on 2017-04-01: it is not booked again.", Assert.Single(given.Service.PassedOver).Message);
    }

    [Fact]
    public void A_row_that_comes_again_under_another_pledge_is_no_repetition()
    {
        var (first, second) = (given.NextGuid(), given.NextGuid());
        given.Service.Accept(Given.Announce(first, 100) with { Reference = "PL-1" });
        given.Service.Accept(Given.Announce(second, 100) with { Reference = "PL-2" });
        const string file = "donor_name,receipt_currency,receipt_amount,receipt_date,pledge_reference\n";
        Assert.Empty(Import($"{file}DE,EUR,10.00,2017-03-31,PL-1\n"));

        Assert.Empty(Import($"{file}DE,EUR,10.0,2017-03-31,PL-2\n"));
        Assert.Equal([first, second], Received().Select(fact => fact.PledgeId));
        Assert.Empty(Import($"{file}DE,EUR,10.00,2017-03-31,PL-2\nDE,EUR,10.00,31-Mar-2017,pl-1\nDE,EUR,10.01,2017-03-31,PL-2\n"));

        Assert.Equal([2, 3], given.Service.PassedOver.Select(notice => notice.Row));
        Assert.Equal((30.01m, 3), (given.Totals.Received, Received().Count()));
    }

    [Fact]
    public void The_same_money_in_other_words_is_booked_once()
    {
        given.Pledged(1_000, certified: 1_000);
        Assert.Empty(Import("Donor Name,Receipt Quarter,Calendar Year,Receipt Currency,Receipt Amount,Contribution Type\nGermany,Q1,2017,EUR,111.00,Grant\n"));

        Assert.Empty(Import("Donor Name,Receipt Quarter,Calendar Year,Receipt Currency,Receipt Amount,Contribution Type\nGermany,Q1,2017,EUR,111.00,Contribution\n"));
        Assert.Empty(Import("Donor Name,Receipt Quarter,Calendar Year,Receipt Currency,Receipt Amount,Sub Account\nde,2017-Q1,,EUR,111,HOA\n"));
        Assert.Empty(Import("Donor Name,Receipt Date,Receipt Currency,Receipt Amount\nGERMANY,2017-02-10,EUR,111.0\n"));

        Assert.Equal((111m, 1), (given.Totals.Received, Received().Count()));
        Assert.Equal(2, Assert.Single(given.Service.PassedOver).Row);
    }

    [Fact]
    public void The_same_amount_of_another_day_of_the_quarter_is_asked_about_and_neither_booked_nor_passed_over()
    {
        given.Pledged(1_000, certified: 1_000);
        const string file = "Donor Name,Receipt Date,Receipt Currency,Receipt Amount,Bank Reference\n";
        Assert.Empty(Import($"{file}Germany,2017-02-10,EUR,111.00,\n"));

        var asked = Assert.Single(Import($"{file}Germany,2017-03-10,EUR,111.00,\n"));
        Assert.Equal((2, "receipt_date"), (asked.Row, asked.Column));
        Assert.StartsWith($"111.00 EUR of 'Germany' of 2017-03-10 may be booked already, as receipt '{Received().Single().ReceiptId}' of 2017-02-10", asked.Message, StringComparison.Ordinal);
        Assert.Equal(111m, given.Totals.Received);

        Assert.Empty(Import($"{file}Germany,2017-03-10,EUR,111.00,IN-2\n"));
        Assert.Empty(Import($"{file}Germany,2017-03-20,EUR,111.00,\nGermany,2017-02-10,EUR,111.00,\n"));
        Assert.Equal((333m, 3), (given.Totals.Received, Assert.Single(given.Service.PassedOver).Row));
    }

    [Fact]
    public void A_reference_of_the_bank_that_is_taken_stays_a_problem()
    {
        given.Pledged(100, certified: 100);
        const string file = "donor_name,receipt_currency,receipt_amount,receipt_quarter,calendar_year,bank_reference\n";
        Assert.Empty(Import($"{file}DE,EUR,10.00,1,2017,B-1\n"));

        Assert.Equal([(2, "bank_reference")], Import($"{file}DE,EUR,10.00,1,2017,b-1\nDE,EUR,11.00,1,2017,B-2\n").Select(problem => (problem.Row, problem.Column!)));
        Assert.Empty(given.Service.PassedOver);
    }

    [Theory]
    [InlineData("1", "2012", 2012, 3, 31)]
    [InlineData("Q1", "2012", 2012, 3, 31)]
    [InlineData("q4", "2012", 2012, 12, 31)]
    [InlineData("Qtr 2", "2012", 2012, 6, 30)]
    [InlineData("2012 Q3", "", 2012, 9, 30)]
    [InlineData("2012-Q3", "2012", 2012, 9, 30)]
    [InlineData("Q1", "2026", 2026, 1, 1)]
    public void The_quarters_last_day_is_booked_and_today_while_it_lasts(string quarter, string year, int onYear, int onMonth, int onDay)
    {
        given.Pledged(100);

        Assert.Empty(Import($"Donor Name,Receipt Quarter,Calendar Year,Receipt Currency,Receipt Amount\nGermany,{quarter},{year},EUR,1\n"));

        Assert.Equal(new DateOnly(onYear, onMonth, onDay), Received().Single().ReceivedOn);
    }

    [Theory]
    [InlineData("Q5", "2012", "receipt_quarter", "'Q5' is no quarter: write it as Q1, or as 2018-Q1.")]
    [InlineData("", "2012", "receipt_quarter", "It is not told when the money arrived: give the bank's value date, or the quarter and the calendar year.")]
    [InlineData("", "", "receipt_date", "It is not told when the money arrived: give the bank's value date, or the quarter and the calendar year.")]
    [InlineData("Q1", "", "calendar_year", "It is empty.")]
    [InlineData("Q1", "12", "calendar_year", "'12' is no year from 1990 to 2100.")]
    [InlineData("2012-Q1", "2013", "receipt_quarter", "'2012-Q1' is not a quarter of the calendar year 2013.")]
    [InlineData("Q2", "2026", "receipt_quarter", "The quarter that begins on 2026-04-01 has not come yet.")]
    public void A_quarter_that_is_not_one_is_told(string quarter, string year, string column, string message)
    {
        given.Pledged(100);

        Assert.Equal([new(2, column, message)], Import($"Donor Name,Receipt Quarter,Calendar Year,Receipt Currency,Receipt Amount\nGermany,{quarter},{year},EUR,1\n"));
    }

    [Fact]
    public void Without_a_day_and_a_quarter_the_column_is_missing_once()
    {
        given.Pledged(100);

        Assert.Equal([(1, "receipt_date")], Import("Donor Name,Calendar Year,Receipt Currency,Receipt Amount\nGermany,2017,EUR,1\nGermany,2017,EUR,2\n").Select(problem => (problem.Row, problem.Column!)));
    }

    [Fact]
    public void An_unknown_kind_of_receipt_is_a_problem_and_so_are_an_unknown_column_and_anothers_fund()
    {
        given.Pledged(100);

        Assert.Equal(
            [(1, "Colour"), (2, "receipt_type"), (3, "fund_name")],
            Import($"""
                Fund Name,Donor Name,Receipt Type,Receipt Quarter,Calendar Year,Receipt Currency,Receipt Amount,Amount (US$),Colour
                {Name},Germany,Barter,Q1,2017,EUR,1,1,red
                Clean Technology Fund,Germany,Cash,Q1,2017,EUR,1,1,red

                """).Select(problem => (problem.Row, problem.Column!)));
    }

    [Fact]
    public void Of_several_pledges_the_only_one_in_the_currency_is_meant_then_the_only_one_for_the_window()
    {
        var crowns = given.PledgedInCrowns(1_000, 0, 10);
        var pool = given.Pledged(100, certified: 100, donor: "NO");
        given.Service.Accept(new RecordFxRate(Currency.Euro, Currency.Of("NOK"), 10m, new(2017, 3, 1), "InforEuro", false));
        Assert.Empty(Import($"{Header}{Row("Q1", 2017, "EUR", "1.0", "Norway")}{Row("Q1", 2017, "NOK", "20.0", "norway")}"));
        Assert.Equal([pool, crowns], Received().Select(fact => fact.PledgeId));

        var horn = given.Pledged(100, donor: "NO");
        given.Service.Accept(given.Certify(horn, 50, ("HOA", 50)));
        Assert.Empty(Import($"{Header}{Row("Q2", 2017, "EUR", "2.0", "NO", "hoa")}"));
        Assert.Equal(horn, Received().Last().PledgeId);

        Assert.Equal(
            [new(2, "pledge_reference", $"'NO' has several pledges to the fund EUTF-AFRICA: name one of '{crowns}', '{pool}', '{horn}'.")],
            Import($"{Header}{Row("Q3", 2017, "EUR", "2.0", "NO")}"));
        given.Service.Accept(new WithdrawPledge(Given.Fund, horn, given.NextGuid(), new(2017, 7, 1), "The budget was cut."));
        Assert.Empty(Import($"{Header}{Row("Q3", 2017, "EUR", "2.0", "NO")}"));
        Assert.Equal(pool, Received().Last().PledgeId);
    }

    [Fact]
    public void A_sub_account_is_a_windows_name_where_it_is_no_code()
    {
        given.Pledged(100, certified: 100);
        var horn = given.Pledged(100);
        given.Service.Accept(given.Certify(horn, 50, ("HOA", 50)));
        Assert.Empty(Import($"{Header}{Row("Q2", 2017, "EUR", "2.0", window: "horn of AFRICA")}"));
        Assert.Equal(horn, Received().Single().PledgeId);

        given.Service.Accept(new OpenWindow(Given.Fund, "HOA2", "Horn of Africa"));
        Assert.Equal(
            [
                new(2, "sub_account", "Several windows of the fund EUTF-AFRICA have the name 'Horn of Africa': give the window's code."),
                new(3, "sub_account", "The fund EUTF-AFRICA has no window 'Core'."),
            ],
            Import($"{Header}{Row("Q3", 2017, "EUR", "2.0", window: "Horn of Africa")}{Row("Q3", 2017, "EUR", "2.0", window: "Core")}")
                .Where(problem => problem.Column == "sub_account"));
    }

    [Fact]
    public void A_donor_without_a_pledge_and_a_name_that_nobody_has_are_told()
    {
        Assert.Equal(
            [
                new(2, "donor_name", "There is no donor with the code or the name 'Atlantis'."),
                new(3, "pledge_reference", "'Germany' has no pledge to the fund EUTF-AFRICA that stands."),
            ],
            Import($"{Header}{Row("Q1", 2017, "EUR", "1.0", "Atlantis")}{Row("Q1", 2017, "EUR", "1.0")}"));
    }

    [Fact]
    public void Of_donors_of_one_name_the_only_one_that_pledged_to_the_fund_is_meant()
    {
        given.Service.Accept(new RegisterDonor("DE2", " germany", DonorKind.Other, null));
        var pledge = given.Pledged(100, donor: "DE2");
        Assert.Empty(Import($"{Header}{Row("Q1", 2017, "EUR", "1.0")}"));
        Assert.Equal(pledge, Received().Single().PledgeId);

        var other = given.Pledged(100);
        Assert.Equal([new(2, "donor_name", "Several donors have the name 'Germany': give the donor's code.")], Import($"{Header}{Row("Q2", 2017, "EUR", "1.0")}"));
        Assert.Empty(Import($"{Header}{Row("Q2", 2017, "EUR", "1.0", "de")}"));
        Assert.Equal(other, Received().Last().PledgeId);
    }

    [Fact]
    public void Of_more_pledges_than_are_kept_one_must_be_named()
    {
        var ids = Enumerable.Range(0, DonorPledges.Kept + 1).Select(_ => given.Pledged(1)).ToList();
        var kept = given.Service.Get<DonorPledges>("EUTF-AFRICA/DE");
        Assert.Equal((DonorPledges.Kept, DonorPledges.Kept + 1), (kept.Pledges.Count, kept.Announced));

        var problem = Assert.Single(Import($"{Header}{Row("Q1", 2017, "EUR", "1.0")}"));

        Assert.Equal($"'Germany' has several pledges to the fund EUTF-AFRICA: name one of {string.Join(", ", ids.Take(10).Select(id => $"'{id}'"))}, ….", problem.Message);
    }

    static string FirstQuarters => $"""
        12/31/2017,{Name},Germany,DE,Cash,Q2,2017,EUR,1500000.5,Grant,,1680000.00
        12/31/2017,{Name},Germany,DE,Cash,Q2,2017,EUR,250000.0,Grant,,280000.00
        12/31/2017,{Name},Germany,DE,Cash,Q2,2017,EUR,250000.0,Grant,,280000.00
        12/31/2017,{Name},Italy,IT,Promissory Note/Letter of Credit,Q2,2017,EUR,1000000.0,Capital,,1120000.00
        12/31/2017,{Name},Norway,NO,Cash,Qtr 3,2017,NOK,9840300.0,Grant,,1180000.00

        """;

    static string Row(string quarter, int year, string currency, string amount, string donor = "Germany", string window = "") =>
        $"12/31/2017,{Name},{donor},,Cash,{quarter},{year},{currency},{amount},Grant,{window},\n";

    IReadOnlyList<ImportProblem> Import(string file) => given.Service.Import(new ReceiptRows(), Given.Fund, file);

    IEnumerable<ContributionReceived> Received() => given.Service.Journal.Select(recorded => recorded.Event).OfType<ContributionReceived>();

    [GeneratedRegex(@"\AFIF-[0-9A-F]{32}\z")]
    private static partial Regex Made();
}
