using System.Text;
using TrustFund.Disbursements.Bank;
using TrustFund.Disbursements.Costs;
using TrustFund.Disbursements.Payments;
using TrustFund.Disbursements.Recoveries;
using TrustFund.Events.Disbursements.V1;
using TrustFund.Events.Pledges.V1;
using static TrustFund.Disbursements.Tests.Given;

namespace TrustFund.Disbursements.Tests.Bank;

public sealed class BankStatementTests
{
    const string Header = "account,value_date,amount,currency,reference,counterparty,description\n";

    static StatementFile File(params string[] rows) => StatementFile.Read(Encoding.UTF8.GetBytes(Header + string.Concat(rows.Select(row => $"BE1,2018-02-20,{row}\n"))));

    static RecordStatement Statement(params string[] rows)
    {
        var file = File(rows);
        Assert.Empty(file.Problems);
        return new(Fund, file.Hash, file.Lines);
    }

    static BankLine Line(Given given, string reference) => given.Service.All.OfType<BankLine>().Single(line => line.Reference == reference);

    [Fact]
    public void Lines_are_matched_by_reference_amount_and_sign_and_the_others_wait()
    {
        var given = AFund(1_000, 500).Executed(300).Brought("IT", null, 50);

        var facts = given.Service.Accept(Statement(
            "-300.00,EUR,sepa-1,IOM,", "50.00,EUR,IN-IT--50,Italy,\"Instalment, second\"", "300.00,EUR,SEPA-1,,", "-299.99,EUR,SEPA-1,,", "-1.00,EUR,FEE-9,,"), Fiona);

        Assert.Equal(5, Assert.IsType<BankStatementRecorded>(facts[0]).Lines);
        Assert.Equal([("payment", Payment), ("receipt", "receipt-IT--1")], facts.OfType<BankLineMatched>().Select(match => (match.Kind, match.TargetId)));
        Assert.Equal(3, given.Service.All.OfType<BankLine>().Count(line => line.MatchedKind is null));
        Assert.Equal("Instalment, second", Line(given, "IN-IT--50").Description);
    }

    [Fact]
    public void The_same_file_twice_changes_nothing_and_a_line_of_an_overlapping_one_is_the_same_line()
    {
        var given = AFund(1_000, 500).Accepted(Statement("-1.00,EUR,FEE-1,,", "-1.00,EUR,FEE-1,,"), Fiona);
        var entries = given.Service.Journal.Count;

        given.Accepted(Statement("-1.00,EUR,FEE-1,,", "-1.00,EUR,FEE-1,,"), Felix);
        Assert.Equal(entries, given.Service.Journal.Count);
        given.Accepted(Statement("-1.00,EUR,FEE-1,,", "-1.00,EUR,FEE-1,,", "-2.00,EUR,FEE-2,,"), Fiona);

        Assert.Equal(3, given.Service.All.OfType<BankLine>().Count());
        Assert.Equal(2, given.Service.All.OfType<BankStatement>().Count());
    }

    [Fact]
    public void A_line_that_came_first_is_matched_when_the_thing_is_booked()
    {
        var given = AFund(1_000, 500).Authorised(300).Accepted(Statement("-300.00,EUR,SEPA-1,,", "50.00,EUR,in-it--50,,"), Fiona);

        var facts = given.Service.Accept(Execute(), Fiona);
        given.Brought("IT", null, 50);

        Assert.Equal(("payment", Payment, true), (Assert.IsType<BankLineMatched>(facts[1]).Kind, Line(given, "SEPA-1").MatchedTarget!, Line(given, "SEPA-1").MatchedBy is null));
        Assert.Equal("receipt", Line(given, "in-it--50").MatchedKind);
    }

    [Fact]
    public void A_person_matches_what_the_reference_does_not_tell_but_never_another_amount()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Statement("-300.00,EUR,TYPO-1,,", "-299.00,EUR,TYPO-2,,"), Fiona);
        var entry = BankEntry.IdOf(Fund, "SEPA-1");
        MatchLine Match(string reference) => new(Fund, Line(given, reference).Id, "payment", Payment, entry);

        given.Refused(Match("TYPO-2"), Fiona, 422, "amounts-differ", "target");
        given.Refused(Match("TYPO-1") with { Target = "unknown" }, Fiona, 422, "no-such-booking", "target");
        given.Refused(Match("TYPO-1") with { LineId = "unknown" }, Fiona, 404, "not-found", "id");
        given.Accepted(Match("TYPO-1"), Felix);

        Assert.Equal((Payment, Felix), (Line(given, "TYPO-1").MatchedTarget, Line(given, "TYPO-1").MatchedBy));
        given.Refused(Match("TYPO-1"), Fiona, 409, "already-matched", null);
        given.Refused(Match("TYPO-2"), Fiona, 409, "already-matched", "target");
        given.Accepted(new UnmatchLine(Fund, Line(given, "TYPO-1").Id, "It is another's."), Felix);
        given.Refused(new UnmatchLine(Fund, Line(given, "TYPO-1").Id, "Again."), Felix, 409, "not-matched", null);
        given.Accepted(Match("TYPO-1"), Fiona);
    }

    [Fact]
    public void When_a_matched_thing_is_reversed_its_line_waits_again_for_the_right_one()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Statement("-300.00,EUR,SEPA-1,,"), Fiona);

        given.Accepted(new ReversePayment(Fund, Payment, new(2018, 3, 1), "Another contract's."), Arthur);
        Assert.Null(Line(given, "SEPA-1").MatchedKind);
        given.Executed(300, "right", "SEPA-1");

        Assert.Equal("right", Line(given, "SEPA-1").MatchedTarget);
    }

    [Fact]
    public void When_a_receipt_of_a_recovery_is_reversed_its_line_waits_again_for_the_right_one()
    {
        var given = AFund(1_000, 500).Executed(300).Accepted(Establish(100), Fiona).Accepted(Establish(50, "r2"), Fiona)
            .Accepted(Statement("40.00,EUR,BACK-1,,"), Fiona).Accepted(Cashed(40, receipt: "c1"), Fiona);
        Assert.Equal("r1", Line(given, "BACK-1").MatchedTarget);

        var facts = given.Service.Accept(new ReverseRecoveryReceipt(Fund, "r1", "c1", new(new(2018, 6, 1), "Another order's.")), Arthur);
        Assert.Equal("Another order's.", Assert.IsType<BankLineUnmatched>(facts[1]).Reason);
        Assert.Null(Line(given, "BACK-1").MatchedKind);
        given.Refused(new MatchLine(Fund, Line(given, "BACK-1").Id, "recovery", "r1", BankEntry.IdOf(Fund, "BACK-1")), Fiona, 422, "no-such-booking", "target");
        given.Accepted(Cashed(40, "r2", receipt: "c2"), Fiona);

        Assert.Equal(("recovery", "r2"), (Line(given, "BACK-1").MatchedKind!, Line(given, "BACK-1").MatchedTarget!));
    }

    [Fact]
    public void A_receipt_that_is_corrected_leaves_its_line_and_one_the_bank_took_back_has_a_line_of_its_own()
    {
        var given = AFund(0, 500).Brought("IT", null, 50).Brought("DE", null, 70)
            .Accepted(Statement("50.00,EUR,IN-IT--50,,", "70.00,EUR,IN-DE--70,,", "-70.00,EUR,REV-receipt-DE--1,,"), Fiona);
        var corrected = new ReceiptReversed(Fund, "pledge-IT", "receipt-IT--0", "x", "IT", Money.Euros(50), Money.Euros(50), Money.Euros(0), null, null, null, new(2018, 3, 1), "Wrong donor", null);

        Assert.IsType<BankLineUnmatched>(Assert.Single(given.Service.Follow("pledges", corrected)));
        given.Reversed("DE", 70, "receipt-DE--1");

        Assert.Null(Line(given, "IN-IT--50").MatchedKind);
        Assert.Equal(("receipt", "return"), (Line(given, "IN-DE--70").MatchedKind, Line(given, "REV-receipt-DE--1").MatchedKind));
    }

    [Fact]
    public void Every_booking_keeps_the_value_date_it_is_listed_by_and_the_line_that_shows_it()
    {
        var given = AFund(0, 500).Brought("IT", null, 900).Executed(300).Accepted(Establish(100), Fiona).Accepted(Cashed(150), Fiona)
            .Accepted(new ReturnPayment(Fund, Payment, new(2018, 6, 5), "RET-1", "Closed"), Fiona)
            .Accepted(new ChargeBank(Fund, "fee", new(Money.Euros(1), new(2018, 4, 1), "FEE-1")), Fiona).Reversed("IT", 30, "receipt-IT--0");
        given.Service.Follow("pledges", new InterestBooked(Fund, "i1", Money.Euros(2), false, new(2018, 3, 31), "INT-1", null));

        given.Accepted(Statement("150.00,EUR,back-1,,"), Fiona);

        var line = Line(given, "back-1").Id;
        Assert.Equal(
        [
            $"{Fund}/BACK-1 recovery r1 150 2018-05-20 {line}", $"{Fund}/FEE-1 cost fee -1 2018-04-01 ", $"{Fund}/IN-IT--900 receipt receipt-IT--0 900 2018-01-02 ",
            $"{Fund}/INT-1 interest i1 2 2018-03-31 ", $"{Fund}/RET-1 return {Payment} 300 2018-06-05 ",
            $"{Fund}/REV-RECEIPT-IT--0 return reversal-receipt-IT--0 -30 2018-03-01 ", $"{Fund}/SEPA-1 payment {Payment} -300 2018-02-20 ",
        ], given.Service.All.OfType<BankEntry>().OrderBy(entry => entry.Id, StringComparer.Ordinal).SelectMany(entry => entry.Bookings.Select(booking =>
            $"{entry.Id} {booking.Kind} {booking.TargetId} {decimal.Round(booking.Amount)} {booking.ValueOn:yyyy-MM-dd} {booking.LineId}")));
    }

    [Fact]
    public void A_line_that_is_malformed_refuses_the_file_by_row_and_column()
    {
        var file = File("10.00,EUR,R-1,,", "10.001,EUR,R-2,,", "\"1,000.00\",EUR,R-3,,", "10.00,XXX,R-4,,", "10.00,EUR,,,", "0.00,EUR,R-6,,", "1.00,EUR,R-7");

        Assert.Equal(["row 3, amount", "row 4, amount", "row 5, currency", "row 6, reference", "row 7, amount", "row 8"], file.Problems.Select(problem => problem.Field));
    }

    [Fact]
    public void A_file_without_its_columns_lines_or_letters_is_refused()
    {
        static string[] Problems(byte[] bytes) => [.. StatementFile.Read(bytes).Problems.Select(problem => problem.Field)];

        Assert.Equal(["row 1"], Problems([]));
        Assert.Equal(["row 1"], Problems(Encoding.UTF8.GetBytes(Header)));
        Assert.Equal(["row 1, currency", "row 1, reference", "row 1, colour"], Problems("account,value_date,amount,colour\n"u8.ToArray()));
        Assert.Equal(["row 3, account"], Problems(Encoding.UTF8.GetBytes($"{Header}A,2018-01-01,1,EUR,R,,\nB,2018-01-01,1,EUR,R,,\n")));
        Assert.Equal(["row 2, value_date"], Problems(Encoding.UTF8.GetBytes($"{Header}A,01/02/2018,1,EUR,R,,\n")));
        Assert.Contains("row 1", Problems([.. Encoding.UTF8.GetBytes(Header), 0xff, 0xfe, 0x0a]));
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void A_file_with_semicolons_or_tabs_is_read_like_one_with_commas(string delimiter)
    {
        var text = $"{Header}BE1,2018-02-20,-300.00,EUR,SEPA-1,IOM,Pre-financing\nBE1,2018-02-21,-7.50,EUR,FEE-1,,\n".Replace(",", delimiter, StringComparison.Ordinal);

        var file = StatementFile.Read(Encoding.UTF8.GetBytes(text));

        Assert.Empty(file.Problems);
        Assert.Equal(
            [
                new("BE1", new(2018, 2, 20), Money.Euros(-300), "SEPA-1", "IOM", "Pre-financing"),
                new("BE1", new(2018, 2, 21), Money.Euros(-7.50m), "FEE-1", null, null),
            ],
            file.Lines);
    }

    [Fact]
    public void A_line_of_a_day_that_is_yet_to_come_refuses_the_file_by_its_row()
    {
        var file = StatementFile.Read(Encoding.UTF8.GetBytes($"{Header}BE1,2026-01-01,1.00,EUR,R-1,,\nBE1,2026-01-02,1.00,EUR,R-2,,\n"));

        AFund(0, 500).Refused(new RecordStatement(Fund, file.Hash, file.Lines), Fiona, 422, "date-in-the-future", "row 3, value_date");
        AFund(0, 500).Accepted(new RecordStatement(Fund, file.Hash, [file.Lines[0]]), Fiona);
    }

    [Fact]
    public void A_statement_in_another_currency_or_of_an_unknown_fund_is_refused()
    {
        AFund(0, 500).Refused(Statement("1.00,EUR,R-1,,", "1,XOF,R-2,,"), Fiona, 422, "wrong-currency", "row 3, currency");
        AFund(0, 500).Refused(Statement("1.00,EUR,R-1,,") with { Fund = "NONE" }, Fiona, 404, "not-found", "fund");
    }
}
