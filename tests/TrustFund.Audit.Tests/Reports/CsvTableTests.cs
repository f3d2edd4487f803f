using TrustFund.Audit.Reports;

namespace TrustFund.Audit.Tests.Reports;

/// <summary>A spreadsheet opens what it is given; it must not run it.</summary>
public class CsvTableTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("+49 30", "'+49 30")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("-", "'-")]
    [InlineData("Côte d'Ivoire, north", "\"Côte d'Ivoire, north\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("", "")]
    public void A_cell_is_text_and_never_a_formula(string cell, string written) =>
        Assert.Equal($"a,b\r\n{written},\r\n", new CsvTable(["a", "b"], [[cell, null]]).ToString());

    [Fact]
    public void Amounts_and_dates_stay_what_they_are() => Assert.Equal(
        "a,b,c,d\r\n-1234567.80,2018-10-16,3,yes\r\n",
        new CsvTable(["a", "b", "c", "d"], [[Money.Euros(-1_234_567.80m), new DateOnly(2018, 10, 16), 3L, true]]).ToString());
}
