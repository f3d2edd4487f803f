using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Donors;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Statements;

namespace TrustFund.Pledges.Tests.Statements;

public sealed class DonorStatementTests
{
    readonly Given given = new();

    DonorStatement Of(string donor, DateOnly asOf) => DonorStatement.Of(
        Given.Fund,
        Currency.Euro,
        given.Service.Get<Donor>(donor),
        [.. given.Service.All.OfType<Pledge>().Where(pledge => pledge.Donor == donor).Select(pledge =>
            (pledge, (IReadOnlyList<Certificate>)[.. pledge.Certificates.Select(given.Service.Get<Certificate>)]))],
        asOf);

    [Fact]
    public void What_is_outstanding_ages_from_the_day_it_was_due()
    {
        var pledge = given.Pledged(1_000);
        given.Service.Accept(given.Certify(pledge, 700) with
        {
            Instalments = Given.Instalments((0, 100), (340, 100), (360, 100), (365, 100), (366, 100), (400, 200)),
        });
        given.Service.Accept(given.Receive(pledge, 150));

        var statement = Of("DE", Given.Day.AddDays(366));

        var ageing = Assert.Single(statement.Ageing);
        Assert.Equal(
            (Given.Euros(300), Given.Euros(250), Given.Euros(0), Given.Euros(250), Given.Euros(550)),
            (ageing.NotDue, ageing.UpTo30Days, ageing.UpTo90Days, ageing.Overdue, ageing.Outstanding));
        Assert.Equal((Given.Euros(1_000), Given.Euros(850)), (statement.Pledged, statement.Outstanding));
        Assert.Equal(
            [(50m, 26, InstalmentState.Overdue), (100m, 6, InstalmentState.Overdue), (100m, 1, InstalmentState.Overdue), (100m, 0, InstalmentState.Due), (200m, 0, InstalmentState.Due)],
            statement.Instalments.Select(i => (i.Outstanding.Amount, i.DaysOverdue, i.State)));
    }

    [Theory]
    [InlineData(30, 0, "upTo30")]
    [InlineData(31, 0, "upTo90")]
    [InlineData(90, 0, "upTo90")]
    [InlineData(91, 0, "upTo180")]
    [InlineData(180, 0, "upTo180")]
    [InlineData(181, 0, "upTo365")]
    [InlineData(365, 0, "upTo365")]
    [InlineData(366, 0, "over365")]
    public void The_buckets_meet_without_a_gap(int days, int due, string bucket)
    {
        given.Pledged(100, certified: 100);
        var ageing = Assert.Single(Of("DE", Given.Day.AddDays(days + due)).Ageing);
        var named = new Dictionary<string, Money>
        {
            ["upTo30"] = ageing.UpTo30Days,
            ["upTo90"] = ageing.UpTo90Days,
            ["upTo180"] = ageing.UpTo180Days,
            ["upTo365"] = ageing.UpTo365Days,
            ["over365"] = ageing.Over365Days,
        };
        Assert.Equal(bucket, Assert.Single(named, entry => entry.Value.IsPositive).Key);
    }

    [Fact]
    public void Other_currencies_age_apart()
    {
        given.PledgedInCrowns(1_000, certified: 1_000, rate: 10);
        given.Service.Accept(Given.Announce("euros", 50, "NO"));
        given.Service.Accept(given.Certify("euros", 50));
        var statement = Of("NO", Given.Day.AddDays(1));
        Assert.Equal([Given.Euros(50), Given.Crowns(1_000)], statement.Ageing.Select(ageing => ageing.Overdue));
        Assert.Equal(Given.Euros(150), statement.Outstanding);
    }
}
