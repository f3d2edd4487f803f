using Microsoft.AspNetCore.Http;
using TrustFund.Audit.Reports;
using TrustFund.ServiceDefaults;

namespace TrustFund.Audit.Tests.Reports;

/// <summary>A report is had as JSON or as a table.</summary>
public class ReportQueryTests
{
    static readonly DateTimeOffset Now = new(2018, 10, 16, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "*/*", false)]
    [InlineData(null, "application/json", false)]
    [InlineData(null, "text/csv", true)]
    [InlineData(null, "application/json;q=0.5, text/csv", true)]
    [InlineData(null, "text/csv;q=0.5, application/json", false)]
    [InlineData("csv", "application/json", true)]
    [InlineData("json", "text/csv", false)]
    public void The_format_decides_and_else_the_accept_header(string? format, string? accept, bool isCsv) =>
        Assert.Equal(isCsv, Query(format, accept).WantsCsv());

    [Fact]
    public void Any_other_format_is_refused() =>
        Assert.Equal("format", Assert.Throws<InvalidRequestException>(() => Query("xlsx", null).WantsCsv()).Field);

    [Fact]
    public void Nobody_knows_what_will_be_recorded()
    {
        Assert.Equal(Now, Query(null, null).Moment(Now));
        Assert.Equal(Now.AddDays(-1), (Query(null, null) with { KnownOn = Now.AddDays(-1).ToOffset(TimeSpan.FromHours(2)) }).Moment(Now));
        Assert.Equal("knownOn", Assert.Throws<InvalidRequestException>(() => (Query(null, null) with { KnownOn = Now.AddSeconds(1) }).Moment(Now)).Field);
    }

    static ReportQuery Query(string? format, string? accept)
    {
        var context = new DefaultHttpContext();
        if (accept is not null) context.Request.Headers.Accept = accept;
        return new(null, null, format, context.Request);
    }
}
