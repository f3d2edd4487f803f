using Microsoft.AspNetCore.Http;
using TrustFund.Journal.Reporting;

namespace TrustFund.Journal.Tests.Reporting;

/// <summary>A spreadsheet opens what it is given; it must not run it.</summary>
public class CsvTableTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("@SUM(A1),2", "\"'@SUM(A1),2\"")]
    [InlineData("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0")]
    [InlineData("-note", "'-note")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("-", "'-")]
    [InlineData("Côte d'Ivoire, north", "\"Côte d'Ivoire, north\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("", "")]
    public void A_cell_is_text_and_never_a_formula(string cell, string written) =>
        Assert.Equal($"a,b\r\n{written},\r\n", new CsvTable(["a", "b"], [[cell, null]]).ToString());

    [Fact]
    public void Amounts_dates_and_numbers_stay_what_they_are() => Assert.Equal(
        "a,b,c,d,e,f\r\n-1234567.80,2018-10-16,3,yes,-1.3134,not-itemised\r\n",
        new CsvTable(["a", "b", "c", "d", "e", "f"], [[Money.Euros(-1_234_567.80m), new DateOnly(2018, 10, 16), 3L, true, -1.3134m, Part.NotItemised]]).ToString());

    [Fact]
    public async Task An_answer_begins_with_the_mark_that_it_is_UTF_8_and_says_what_it_stands_for()
    {
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;
        var header = new ReportHeader("F", "Fund", "EUR", new(2018, 12, 31), new(2019, 1, 15, 0, 0, 0, TimeSpan.Zero), [new("pledges", 7)], false, []);

        await new CsvResult(header, new(["é"], [[1]])).ExecuteAsync(context);

        Assert.Equal([0xEF, 0xBB, 0xBF, 0xC3, 0xA9, 0x0D, 0x0A, 0x31, 0x0D, 0x0A], body.ToArray());
        Assert.Equal("text/csv; charset=utf-8; header=present", context.Response.ContentType);
        Assert.Equal(("2018-12-31", "pledges:7", "false"), (
            context.Response.Headers["TrustFund-As-Of"].ToString(), context.Response.Headers["TrustFund-Positions"].ToString(), context.Response.Headers["TrustFund-Provisional"].ToString()));
    }

    enum Part
    {
        NotItemised,
    }
}
