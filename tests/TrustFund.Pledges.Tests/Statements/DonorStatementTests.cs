using TrustFund.Pledges.Certificates;
using TrustFund.Pledges.Statements;

namespace TrustFund.Pledges.Tests.Statements;

public sealed class DonorStatementTests
{
    readonly Given given = new();

    DonorStatement Of(string donor, DateOnly asOf) => given.Kept(donor, asOf);

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
            (Given.Euros(300), Given.Euros(300), Given.Euros(250), Given.Euros(0), Given.Euros(250), Given.Euros(0), Given.Euros(850)),
            (ageing.NotCertified, ageing.NotDue, ageing.UpTo30Days, ageing.UpTo90Days, ageing.Overdue, ageing.BeyondCertificates, ageing.Outstanding));
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
        Assert.Equal([Given.Euros(50), Given.Crowns(1_000)], statement.Ageing.Select(ageing => ageing.Outstanding));
    }

    [Fact]
    public void One_pledge_that_is_over_paid_and_one_that_is_late_add_up()
    {
        given.Pledged(100, certified: 100, received: 130);
        given.Pledged(200, certified: 200);

        var statement = Of("DE", Given.Day.AddDays(40));

        var ageing = Assert.Single(statement.Ageing);
        Assert.Equal(
            (0m, 0m, 200m, 200m, 30m, 170m),
            (ageing.NotCertified.Amount, ageing.NotDue.Amount, ageing.UpTo90Days.Amount, ageing.Overdue.Amount, ageing.BeyondCertificates.Amount, ageing.Outstanding.Amount));
        Assert.Equal((Given.Euros(170), Given.Euros(30)), (statement.Outstanding, statement.Unallocated));
    }

    [Fact]
    public void A_pledge_that_is_not_certified_is_outstanding_and_not_due()
    {
        given.Pledged(50);
        given.PledgedInCrowns(700, certified: 400, rate: 10);

        var euros = Assert.Single(Of("DE", Given.Day.AddDays(400)).Ageing);
        Assert.Equal((50m, 0m, 0m, 0m, 50m), (euros.NotCertified.Amount, euros.NotDue.Amount, euros.Overdue.Amount, euros.BeyondCertificates.Amount, euros.Outstanding.Amount));
        var crowns = Assert.Single(Of("NO", Given.Day.AddDays(1)).Ageing);
        Assert.Equal(
            (Given.Crowns(300), Given.Crowns(400), Given.Crowns(0), Given.Crowns(700)),
            (crowns.NotCertified, crowns.Overdue, crowns.BeyondCertificates, crowns.Outstanding));
    }

    [Fact]
    public void As_a_table_each_pledge_each_currency_and_the_fund_have_a_row()
    {
        given.PledgedInCrowns(1_000, certified: 600, rate: 10);
        given.Service.Accept(Given.Announce("euros", 50, "NO"));
        given.Service.Accept(given.Certify("euros", 50));
        given.Service.Accept(given.Receive("euros", 70));

        var lines = Of("NO", Given.Day.AddDays(1)).ToTable().ToString().Split("\r\n");

        Assert.Equal(
            "fund,donor,line,pledge,reference,status,currency,pledged,certified,received,unallocated,notCertified,notDue,overdueTo30Days,overdue31To90Days,"
            + "overdue91To180Days,overdue181To365Days,overdueOver365Days,beyondCertificates,outstanding,fundCurrency,pledgedInFund,certifiedInFund,"
            + "receivedInFund,unallocatedInFund,exchangeDifference,outstandingInFund",
            lines[0]);
        Assert.Equal(
            [
                "EUTF-AFRICA,NO,pledge,euros,,fulfilled,EUR,50.00,50.00,70.00,20.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,20.00,-20.00,EUR,50.00,50.00,70.00,20.00,0.00,-20.00",
                "EUTF-AFRICA,NO,pledge,pledge-1,,certified,NOK,1000.00,600.00,0.00,0.00,400.00,0.00,600.00,0.00,0.00,0.00,0.00,0.00,1000.00,EUR,100.00,60.00,0.00,0.00,0.00,100.00",
                "EUTF-AFRICA,NO,total,,,,EUR,50.00,50.00,70.00,20.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,20.00,-20.00,EUR,50.00,50.00,70.00,20.00,0.00,-20.00",
                "EUTF-AFRICA,NO,total,,,,NOK,1000.00,600.00,0.00,0.00,400.00,0.00,600.00,0.00,0.00,0.00,0.00,0.00,1000.00,EUR,100.00,60.00,0.00,0.00,0.00,100.00",
                "EUTF-AFRICA,NO,fund,,,,,,,,,,,,,,,,,,EUR,150.00,110.00,70.00,20.00,0.00,80.00",
            ],
            lines[1..^1]);
    }
}
