using TrustFund.Events.Pledges.V1;
using TrustFund.Journal.Imports;
using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Imports;

namespace TrustFund.Pledges.Tests.Imports;

/// <summary>Everything that is wrong with a row is told at once, by its column, and nothing twice.</summary>
public sealed class RowProblemsTests
{
    const string Receipts = "fund_name,donor_name,receipt_currency,receipt_amount,sub_account,receipt_date,pledge_reference,bank_reference,fx_rate,fx_date,fx_source\n";
    const string Pledges = "donor,reference,amount,currency,announced_on,confirmed_on,certified_on,certified_amount,window,due_on,fx_rate,fx_date,fx_source\n";

    readonly Given given = new();

    public RowProblemsTests()
    {
        Assert.Empty(given.Service.Import(new PledgeRows(), Given.Fund, $"{Pledges}DE,PL-1,100.00,EUR,2017-06-01,,2017-06-02,80.00,,,,,\n"));
        Assert.Empty(given.Service.Import(new ReceiptRows(), Given.Fund, $"{Receipts},DE,EUR,10.00,,2017-06-03,PL-1,B-1,,,\n"));
    }

    [Fact]
    public void Every_rule_that_a_receipt_breaks_is_told()
    {
        var problems = Problems(new ReceiptRows(), $"{Receipts}EIP,Italy,EUR,0.00,XXX,2031-01-01,PL-1,b-1,9.5,2017-06-01,InforEuro\n");

        Assert.Equal(["fund_name", "sub_account", "donor_name", "bank_reference", "receipt_amount", "receipt_date", "fx_rate"], problems.Select(problem => problem.Column));
        Assert.All(problems, problem => Assert.Equal(2, problem.Row));
        Assert.StartsWith("'EIP' is neither the code nor the name of the fund EUTF-AFRICA, ", problems[0].Message, StringComparison.Ordinal);
        Assert.EndsWith("send the rows of one fund at a time.", problems[0].Message, StringComparison.Ordinal);
        Assert.StartsWith("The bank's reference 'b-1' is booked already: 10.00 EUR of 2017-06-03, receipt '", problems[3].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_does_not_depend_on_an_unknown_pledge_is_told_all_the_same()
    {
        var problems = Problems(new ReceiptRows(), $"{Receipts}EIP,DE,EUR,-1.00,,1980-01-01,PL-9,B-1,,,\n");

        Assert.Equal(["fund_name", "pledge_reference", "bank_reference", "receipt_amount", "receipt_date"], problems.Select(problem => problem.Column));
    }

    [Fact]
    public void A_row_with_unreadable_cells_is_decided_too_and_each_cell_has_one_message()
    {
        var problems = Problems(new ReceiptRows(), $"{Receipts}EIP,DE,EUR,1.001,XXX,2017-06-31,PL-9,B-1,x,,\n");

        Assert.Equal(
            ["bank_reference", "fund_name", "fx_date", "fx_rate", "fx_source", "pledge_reference", "receipt_amount", "receipt_date", "sub_account"],
            problems.Select(problem => problem.Column).Order(StringComparer.Ordinal));
        Assert.Equal("1.001 has more decimals than the 2 of EUR.", problems.Single(problem => problem.Column == "receipt_amount").Message);
    }

    [Theory]
    [InlineData("eur", "1.001", "receipt_currency")]
    [InlineData("", "5.00", "receipt_currency")]
    [InlineData("NOK", "x", "receipt_amount")]
    public void A_currency_that_cannot_be_read_says_nothing_of_its_amount_nor_the_other_way_round(string currency, string amount, string column)
    {
        var problem = Assert.Single(Problems(new ReceiptRows(), $"{Receipts},DE,{currency},{amount},,2017-06-03,PL-1,B-2,,,\n"));

        Assert.Equal((2, column), (problem.Row, problem.Column));
    }

    [Theory]
    [InlineData("EUR", "-1.001", "-1.001 has more decimals than the 2 of EUR.")]
    [InlineData("EUR", "0.000", "0.000 has more decimals than the 2 of EUR.")]
    [InlineData("EUR", "-1000000000000000", "-1000000000000000 is larger than any amount may be.")]
    [InlineData("XXX", "0.00", "'XXX' is no currency of ISO 4217.")]
    public void An_amount_that_is_not_above_zero_is_told_so_whatever_else_is_wrong_with_it(string currency, string amount, string other) => Assert.Equal(
        [other, $"{amount} is not above zero, and must be."],
        Problems(new ReceiptRows(), $"{Receipts},DE,{currency},{amount},,2017-06-03,PL-1,B-2,,,\n").Select(problem => problem.Message));

    [Fact]
    public void The_sign_of_an_amount_is_told_once()
    {
        Assert.Equal(["The amount is -1.00 EUR: it must be greater than zero."], Messages("receipt_amount", new ReceiptRows(), $"{Receipts},DE,EUR,-1.00,,2017-06-03,PL-1,B-2,,,\n"));
        // Which pledge is meant cannot be read, and whether the amount suits it hangs upon that; its sign does not.
        Assert.Equal(["-1.00 is not above zero, and must be."], Messages("receipt_amount", new ReceiptRows(), $"{Receipts},DE,EUR,-1.00,,2017-06-03,{new string('P', 101)},B-2,,,\n"));
        Assert.Empty(Messages("receipt_amount", new ReceiptRows(), $"{Receipts},DE,EUR,1.00,,2017-06-03,{new string('P', 101)},B-2,,,\n"));
    }

    [Fact]
    public void A_pledge_and_its_certificate_each_tell_the_sign_of_their_own_amount()
    {
        var problems = Problems(new PledgeRows(), $"{Pledges}DE,PL-2,-1.001,EUR,2017-06-01,,2017-06-02,0.000,,,,,\n");

        Assert.Equal(
            ["amount: -1.001 has more decimals than the 2 of EUR.", "amount: -1.001 is not above zero, and must be.", "certified_amount: 0.000 has more decimals than the 2 of EUR.", "certified_amount: 0.000 is not above zero, and must be."],
            problems.Select(problem => $"{problem.Column}: {problem.Message}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_amount_in_another_currency_than_its_pledge_tells_its_sign_too() => Assert.Equal(
        ["The amount is in NOK, but the books are kept in EUR.", "The amount is -1.00 NOK: it must be greater than zero."],
        Messages("receipt_amount", new ReceiptRows(), $"{Receipts},DE,NOK,-1.00,,2017-06-03,PL-1,B-2,,,\n"));

    [Fact]
    public void A_reference_that_a_wrong_row_has_already_is_told()
    {
        var receipts = Problems(new ReceiptRows(), $"""
            {Receipts},DE,EUR,0.00,,2017-06-03,PL-1,B-2,,,
            ,DE,EUR,1.00,,2017-06-03,PL-1,b-2,,,
            ,DE,EUR,1.00,,2017-06-03,PL-1,B-3,,,
            ,DE,EUR,1.00,,2017-06-03,PL-1,B-3,,,
            ,DE,EUR,1.00,,2017-06-31,PL-1,B-2,,,
            ,DE,EUR,0.00,,2017-06-03,PL-1,B-1,,,
            ,DE,EUR,0.00,,2017-06-03,PL-1,B-1,,,

            """);
        var pledges = Problems(new PledgeRows(), $"{Pledges}XX,PL-2,1.00,EUR,2017-06-01,,,,,,,,\nDE,pl-2,1.00,EUR,2017-06-01,,,,,,,,\n");

        Assert.Equal(
            [(2, "receipt_amount"), (3, "bank_reference"), (5, "bank_reference"), (6, "receipt_date"), (6, "bank_reference"), (7, "bank_reference"), (7, "receipt_amount"), (8, "bank_reference"), (8, "receipt_amount")],
            receipts.Select(problem => (problem.Row, problem.Column!)));
        Assert.Equal("'b-2' stands in row 2 already, and may stand in one row only.", receipts.Single(problem => problem.Row == 3).Message);
        // What the rules tell of a reference is told once.
        Assert.All(receipts.Where(problem => problem.Row is 5 or 7 or 8 && problem.Column == "bank_reference"), problem => Assert.StartsWith("The bank's reference '", problem.Message, StringComparison.Ordinal));
        Assert.Equal([(2, "donor"), (3, "reference")], pledges.Select(problem => (problem.Row, problem.Column!)));
    }

    [Fact]
    public void A_reference_in_a_row_of_another_fund_is_not_this_funds() => Assert.Equal(
        [(2, "fund_name")],
        Problems(new ReceiptRows(), $"{Receipts}EIP,DE,EUR,1.00,,2017-06-03,PL-1,B-2,,,\n{Given.Fund},DE,EUR,1.00,,2017-06-03,PL-1,B-2,,,\n").Select(problem => (problem.Row, problem.Column!)));

    [Fact]
    public void A_reference_that_cannot_be_read_is_no_reference_of_any_other_row() => Assert.Equal(
        [(2, "bank_reference"), (3, "bank_reference")],
        Problems(new ReceiptRows(), $"{Receipts},DE,EUR,1.00,,2017-06-03,PL-1,é,,,\n,DE,EUR,1.00,,2017-06-03,PL-1,é,,,\n").Select(problem => (problem.Row, problem.Column!)));

    [Fact]
    public void A_reference_that_nobody_knows_is_told_though_the_currency_cannot_be_read()
    {
        Assert.Equal(
            ["pledge_reference", "receipt_currency"],
            Problems(new ReceiptRows(), $"{Receipts},DE,EU,1.00,,2017-06-03,P-NONE,B-2,,,\n").Select(problem => problem.Column).Order(StringComparer.Ordinal));
        // Without a reference, which pledge is meant may hang upon the currency.
        Assert.Equal("receipt_currency", Assert.Single(Problems(new ReceiptRows(), $"{Receipts},IT,EU,1.00,,2017-06-03,,B-2,,,\n")).Column);
    }

    [Fact]
    public void A_year_that_is_none_is_told_though_the_quarter_is_none() => Assert.Equal(
        ["calendar_year", "receipt_quarter"],
        Problems(new ReceiptRows(), "donor_name,receipt_currency,receipt_amount,receipt_quarter,calendar_year,pledge_reference\nDE,EUR,1.00,Q5,1889,PL-1\n")
            .Select(problem => problem.Column).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("2017-06-01,")]
    [InlineData(",InforEuro")]
    public void A_date_or_a_source_without_a_rate_is_told(string cells)
    {
        var problem = Assert.Single(Problems(new ReceiptRows(), $"{Receipts},DE,EUR,1.00,,2017-06-03,PL-1,B-2,,{cells}\n"));

        Assert.Equal(("fx_rate", "A date or a source needs the rate."), (problem.Column, problem.Message));
    }

    [Fact]
    public void A_header_that_ends_with_a_comma_has_a_column_without_a_name()
    {
        var problem = Assert.Single(Problems(new ReceiptRows(), "donor_name,receipt_currency,receipt_amount,receipt_date,pledge_reference,\nDE,EUR,1.00,2017-06-03,PL-1,\n"));

        Assert.Equal(new ImportProblem(1, null, "The header has a column without a name."), problem);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void A_row_whose_cells_span_lines_is_told_by_its_first_line(string end)
    {
        string[] rows = ["donor,reference,amount,currency,announced_on,note", $"\"DE\",PL-2,1.00,EUR,2017-06-01,\"a{end}b{end}c\"", "", "XX,PL-3,1.00,EUR,2017-06-01,", $"XX,PL-4,\"a{end}b\"", ""];

        Assert.Equal([2, 6, 7], Problems(new PledgeRows(), string.Join(end, rows)).Select(problem => problem.Row));
    }

    [Fact]
    public void Of_a_day_that_cannot_be_read_no_missing_rate_is_told()
    {
        var problem = Assert.Single(Problems(new PledgeRows(), $"{Pledges}NO,PL-2,100.00,NOK,31/12/2016,,,,,,,,\n"));

        Assert.Equal((2, "announced_on", "'31/12/2016' may be read in two ways, with the month first or the day: write it as 2018-12-31."), (problem.Row, problem.Column, problem.Message));
    }

    [Fact]
    public void Every_rule_that_a_pledge_and_its_certificate_break_is_told()
    {
        var problems = Problems(new PledgeRows(), $"{Pledges}XX,pl-1,0.00,EUR,2031-01-01,2017-01-01,2017-02-01,-5.00,XXX,2017-01-31,,,\n");

        Assert.Equal(
            ["reference", "amount", "announced_on", "donor", "confirmed_on", "certified_amount", "certified_on", "window", "due_on"],
            problems.Select(problem => problem.Column));
    }

    [Fact]
    public void An_amount_that_is_wrong_for_pledge_and_certificate_alike_is_told_once()
    {
        var problem = Assert.Single(Problems(new PledgeRows(), $"{Pledges}DE,PL-2,0.00,EUR,2017-06-01,,2017-06-02,,HOA,2017-07-01,,,\n"));

        Assert.Equal((2, "amount", "The amount is 0.00 EUR: it must be greater than zero."), (problem.Row, problem.Column, problem.Message));
    }

    [Fact]
    public void A_certificate_of_a_pledge_that_stands_is_judged_whole()
    {
        var problems = Problems(new PledgeRows(), $"{Pledges}DE,PL-2,50.00,EUR,2017-06-01,2017-05-31,2017-05-30,50.01,XXX,2101-01-01,,,\n");

        Assert.Equal(["confirmed_on", "certified_amount", "certified_on", "window", "due_on"], problems.Select(problem => problem.Column));
    }

    [Fact]
    public void The_facts_of_a_row_with_an_unreadable_cell_are_not_seen_by_the_next()
    {
        var problems = Problems(new PledgeRows(), $"{Pledges}DE,PL-2,50.00,EUR,2017-06-01,,,x,,,,,\nDE,PL-2,50.00,EUR,2017-06-01,,,,,,,,\nDE,PL-2,50.00,EUR,2017-06-01,,,,,,,,\n");

        Assert.Equal([(2, "certified_amount"), (2, "certified_on"), (3, "reference"), (4, "reference")], problems.Select(problem => (problem.Row, problem.Column!)));
    }

    [Fact]
    public void A_header_and_the_rows_beneath_are_judged_together()
    {
        var problems = Problems(new PledgeRows(), "donor,Reference,amount,announced-on,donor\nXX,pl-1,5.00,2017-06-31,DE\n");

        Assert.Equal(
            [(1, "donor", "The column is there twice."), (1, "currency", "The column is missing: the pledge's own currency")],
            problems.Take(2).Select(problem => (problem.Row, problem.Column!, problem.Message)));
        Assert.Equal([(2, "announced_on"), (2, "reference"), (2, "donor")], problems.Skip(2).Select(problem => (problem.Row, problem.Column!)));
    }

    [Fact]
    public void A_row_of_another_length_is_told_and_the_next_are_read()
    {
        var problems = Problems(new PledgeRows(), $"{Pledges}DE,PL-2\nXX,PL-3,1.00,EUR,2017-06-01,,,,,,,,\n");

        Assert.Equal([new(2, null, "It has 2 cells; the header has 13."), new(3, "donor", "There is no donor 'XX': register it first.")], problems);
    }

    [Fact]
    public void A_fund_that_does_not_exist_is_one_problem()
    {
        var problem = Assert.Single(given.Service.Import(new ReceiptRows(), "NOWHERE", $"{Receipts},DE,EUR,1.00,,2017-06-03,PL-1,B-2,,,\n,DE,EUR,1.00,,2017-06-03,PL-1,B-3,,,\n"));

        Assert.Equal(new ImportProblem(1, null, "There is no fund 'NOWHERE'."), problem);
    }

    [Theory]
    [InlineData("2017-06-03")]
    [InlineData("2017-06-03T00:00:00.000")]
    [InlineData("2017-06-03T00:00:00")]
    [InlineData("3-Jun-2017")]
    [InlineData("03-JUN-2017")]
    public void A_day_is_written_in_any_way_that_is_sure(string day)
    {
        Assert.Empty(given.Service.Import(new ReceiptRows(), Given.Fund, $"{Receipts},DE,EUR,5,,{day},PL-1,B-2,,,\n"));

        Assert.Equal(new DateOnly(2017, 6, 3), Assert.IsType<ContributionReceived>(given.Service.Journal[^2].Event).ReceivedOn);
    }

    [Theory]
    [InlineData("1500000.5", "1500000.50 EUR")]
    [InlineData("1000000.0", "1000000.00 EUR")]
    [InlineData("7", "7.00 EUR")]
    public void Fewer_decimals_than_the_currency_has_are_the_same_amount(string amount, string booked)
    {
        Assert.Empty(given.Service.Import(new ReceiptRows(), Given.Fund, $"{Receipts},DE,EUR,{amount},,2017-06-03,PL-1,B-2,,,\n"));

        Assert.Equal(booked, Assert.IsType<ContributionReceived>(given.Service.Journal[^2].Event).Amount.ToString());
    }

    [Theory]
    [InlineData("1000000.0", "JPY", true)]
    [InlineData("12.0", "XOF", true)]
    [InlineData("12.00", "JPY", true)]
    [InlineData("12.01", "JPY", false)]
    [InlineData("1.000", "JPY", false)]
    [InlineData("1.000", "EUR", false)]
    [InlineData("1.000", "KWD", true)]
    public void Zeros_that_cannot_be_a_thousand_are_no_decimals(string amount, string currency, bool isRead)
    {
        // Nobody has recorded a rate: of an amount that is read, that is what is wrong.
        var columns = given.Service.Import(new PledgeRows(), Given.Fund, $"{Pledges}DE,PL-2,{amount},{currency},2017-06-01,,,,,,,,\n").Select(problem => problem.Column);

        Assert.Equal(!isRead, columns.Contains("amount"));
    }

    IEnumerable<string> Messages(string column, ImportKind kind, string file) =>
        Problems(kind, file).Where(problem => problem.Column == column).Select(problem => problem.Message);

    IReadOnlyList<ImportProblem> Problems(ImportKind kind, string file)
    {
        var before = (given.Service.Journal.Count, given.Service.Get<FundTotals>(Given.Fund));
        var problems = given.Service.Import(kind, Given.Fund, file);
        Assert.Equal(before, (given.Service.Journal.Count, given.Service.Get<FundTotals>(Given.Fund)));
        return problems;
    }
}
