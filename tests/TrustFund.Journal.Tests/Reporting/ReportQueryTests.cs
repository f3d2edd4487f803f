using Microsoft.AspNetCore.Http;
using TrustFund.Journal.Reporting;

namespace TrustFund.Journal.Tests.Reporting;

/// <summary>A report is asked for as of a day, as known on a moment, and as JSON or as a table; what cannot be is refused and never guessed.</summary>
public class ReportQueryTests
{
    static readonly DateTimeOffset Now = new(2018, 10, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Everything_counts_unless_said_otherwise()
    {
        var query = Query();
        Assert.Equal((true, null, null), (query.IsPresent, query.Day, query.Moment));
        Assert.Null(query.Refuse(Now));
    }

    [Fact]
    public void A_day_is_a_day()
    {
        Assert.Equal((new DateOnly(2018, 2, 28), false), (Query(asOf: "2018-02-28").Day!.Value, Query(asOf: "2018-02-28").IsPresent));
        Assert.Null(Query(asOf: "2018-02-28").Refuse(Now));
        // What will be booked by a day to come is not known yet, but what is booked there already is.
        Assert.Null(Query(asOf: "2100-12-31").Refuse(Now));
        Assert.Null(Query(asOf: "1990-01-01").Refuse(Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2018-02-30")]
    [InlineData("31/12/2018")]
    [InlineData("2018-1-1")]
    [InlineData("2018-12-31T00:00:00Z")]
    [InlineData(" 2018-12-31")]
    [InlineData("1989-12-31")]
    [InlineData("2101-01-01")]
    [InlineData("9999-12-31")]
    public void Any_other_day_is_refused(string asked) => Refuses("asOf", Query(asOf: asked));

    [Theory]
    [InlineData("2018-10-16T11:59Z")]
    [InlineData("2018-10-16T11:59:00Z")]
    [InlineData("2018-10-16T11:59:00")]
    [InlineData("2018-10-16T11:59:00.000000Z")]
    [InlineData("2018-10-16T13:59:00+02:00")]
    public void A_moment_is_a_moment(string asked)
    {
        var query = Query(knownOn: asked);
        Assert.Equal((Now.AddMinutes(-1), TimeSpan.Zero, false), (query.Moment!.Value, query.Moment.Value.Offset, query.IsPresent));
        Assert.Null(query.Refuse(Now));
        Assert.Null(Query(knownOn: "2018-10-16T12:00:00Z").Refuse(Now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("noon")]
    [InlineData("2018-10-16")]
    [InlineData("16/10/2018 12:00")]
    [InlineData("2018-10-16T25:00:00Z")]
    [InlineData("2018-10-16T12:00:00.000001Z")]
    public void Any_other_moment_is_refused_and_so_is_the_future(string asked) => Refuses("knownOn", Query(knownOn: asked));

    [Theory]
    [InlineData(null, null, false)]
    [InlineData(null, "", false)]
    [InlineData(null, "*/*", false)]
    [InlineData(null, "application/json", false)]
    [InlineData(null, "text/csv", true)]
    [InlineData(null, "application/json;q=0.5, text/csv", true)]
    [InlineData(null, "text/csv;q=0.5, application/json", false)]
    [InlineData("csv", "application/json", true)]
    [InlineData("json", "text/csv", false)]
    public void The_format_decides_and_else_the_accept_header(string? format, string? accept, bool isCsv)
    {
        Assert.Equal(isCsv, Query(format: format, accept: accept).WantsCsv);
        Assert.Null(Query(format: format, accept: accept).Refuse(Now));
    }

    [Theory]
    [InlineData("CSV")]
    [InlineData("xlsx")]
    [InlineData("")]
    public void Any_other_format_is_refused(string format) => Refuses("format", Query(format: format));

    static void Refuses(string field, ReportQuery query) =>
        Assert.Equal((400, "invalid-request", field), query.Refuse(Now) is { } refusal ? (refusal.Status, refusal.Code, refusal.Field) : default);

    static ReportQuery Query(string? asOf = null, string? knownOn = null, string? format = null, string? accept = null)
    {
        var context = new DefaultHttpContext();
        if (accept is not null) context.Request.Headers.Accept = accept;
        return new(asOf, knownOn, format, context.Request);
    }
}
