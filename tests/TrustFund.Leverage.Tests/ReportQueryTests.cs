using TrustFund.ServiceDefaults;

namespace TrustFund.Leverage.Tests;

public class ReportQueryTests
{
    static readonly DateTimeOffset Now = new(2018, 10, 16, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Everything_counts_unless_said_otherwise()
    {
        Assert.Null(new ReportQuery(null, null).Day());
        Assert.Null(new ReportQuery(null, null).Moment(Now));
    }

    [Fact]
    public void A_day_is_a_day() => Assert.Equal(new DateOnly(2018, 2, 28), new ReportQuery("2018-02-28", null).Day());

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2018-02-30")]
    [InlineData("31/12/2018")]
    [InlineData("2018-1-1")]
    [InlineData("2018-12-31T00:00:00Z")]
    [InlineData(" 2018-12-31")]
    public void Any_other_day_is_refused(string asked) =>
        Assert.Equal("asOf", Assert.Throws<InvalidRequestException>(() => new ReportQuery(asked, null).Day()).Field);

    [Theory]
    [InlineData("2018-10-16T11:59Z")]
    [InlineData("2018-10-16T11:59:00Z")]
    [InlineData("2018-10-16T11:59:00")]
    [InlineData("2018-10-16T11:59:00.000000Z")]
    [InlineData("2018-10-16T13:59:00+02:00")]
    public void A_moment_is_a_moment(string asked) => Assert.Equal(Now.AddMinutes(-1), new ReportQuery(null, asked).Moment(Now));

    [Theory]
    [InlineData("")]
    [InlineData("noon")]
    [InlineData("2018-10-16")]
    [InlineData("16/10/2018 12:00")]
    [InlineData("2018-10-16T25:00:00Z")]
    [InlineData("2018-10-16T12:00:00.000001Z")]
    public void Any_other_moment_is_refused_and_so_is_the_future(string asked) =>
        Assert.Equal("knownOn", Assert.Throws<InvalidRequestException>(() => new ReportQuery(null, asked).Moment(Now)).Field);
}
