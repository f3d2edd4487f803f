using Microsoft.AspNetCore.Http;
using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage.Tests;

public class CsvTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a \"b\"", "\"a \"\"b\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1),2", "\"'@SUM(A1),2\"")]
    [InlineData("-note", "'-note")]
    public void A_text_is_quoted_where_it_must_be_and_never_a_formula(string text, string cell) =>
        Assert.Equal($"h\r\n{cell}\r\n", Csv.Text(["h"], [[text]]));

    [Fact]
    public void Amounts_and_numbers_stay_numbers() => Assert.Equal(
        "a,b,c,d\r\n-8800000000.00,-1.3134,cash,\r\n",
        Csv.Text(["a", "b", "c", "d"], [[Money.Euros(-8_800_000_000m), -1.3134m, Basis.Cash, null]]));

    [Fact]
    public void The_three_figures_are_three_rows()
    {
        var rows = ReadMobilisation.Table(Solar.After(Solar.Expected, Solar.Signed).Mobilisation()).ToList();

        Assert.Equal([Measure.Expected, Measure.Signed, Measure.Disbursed], rows.Select(row => row[1]));
        Assert.Equal(
            "EIP,signed,headline,EUR,1,900000000.00,100000000.00,300000000.00,500000000.00,0.00,500000000.00,4100000000.00,0.2195,0.1220,300000000.00,3.0000,1.6667",
            Csv.Text(["h"], [rows[1]]).Split("\r\n")[1]);
    }

    [Theory]
    [InlineData(null, "", false)]
    [InlineData("json", "text/csv", false)]
    [InlineData("csv", "application/json", true)]
    [InlineData(null, "text/csv", true)]
    [InlineData(null, "text/csv;q=0.5, application/json", false)]
    [InlineData(null, "*/*", false)]
    public void Csv_is_asked_for_by_name_or_by_what_is_accepted(string? format, string accept, bool asked) =>
        Assert.Equal(asked, Csv.IsAsked(format, Request(accept)));

    [Theory]
    [InlineData("CSV")]
    [InlineData("xlsx")]
    [InlineData("")]
    public void Any_other_format_is_refused(string format) =>
        Assert.Equal("format", Assert.Throws<InvalidRequestException>(() => Csv.IsAsked(format, Request("*/*"))).Field);

    static HttpRequest Request(string accept)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Accept = accept;
        return request;
    }
}
