using TrustFund.Pledges.Funds;
using TrustFund.Pledges.Pledges;
using TrustFund.Pledges.Rates;
using TrustFund.Pledges.Statements;
using TrustFund.Pledges.Tests.Statements;

namespace TrustFund.Pledges.Tests.Rates;

public sealed class RecordFxRateTests
{
    static readonly Currency Crown = Currency.Of("NOK");

    readonly Given given = new();

    static RecordFxRate Rate(decimal rate, DateOnly date, bool replaces = false) => new(Currency.Euro, Crown, rate, date, "InforEuro", replaces);

    Revaluation Revalued(DateOnly on) => Revaluation.Of(
        Books.Header(on), given.Service.Get<Fund>(Given.Fund), given.Service.All.OfType<Pledge>().OrderBy(pledge => pledge.Id, StringComparer.Ordinal), [.. given.Service.All.OfType<MonthlyRate>()], on);

    [Fact]
    public void A_month_has_one_rate_until_it_is_replaced()
    {
        given.Service.Accept(Rate(9.5m, new(2017, 6, 1)));
        Check.Refuses(given, Rate(9.6m, new(2017, 6, 30)), 409, "already-exists", "date", "1 EUR = 9.5 NOK");
        given.Service.Accept(Rate(9.6m, new(2017, 6, 30), replaces: true));
        given.Service.Accept(Rate(9.7m, new(2017, 7, 1)));
        Assert.Equal([9.6m, 9.7m], given.Service.All.OfType<MonthlyRate>().OrderBy(rate => rate.Date).Select(rate => rate.Rate));
    }

    [Fact]
    public void A_replaced_rate_changes_nothing_that_is_booked()
    {
        given.Service.Accept(Rate(10, new(2017, 6, 1)));
        given.Service.Accept(Given.Announce("p", 1, "NO") with { Amount = Given.Crowns(1_000) });
        given.Service.Accept(Rate(5, new(2017, 6, 1), replaces: true));
        Assert.Equal(100m, given.Pledge("p").Pledged);
    }

    [Fact]
    public void A_rate_is_what_a_rate_can_be()
    {
        Check.Refuses(given, Rate(9.5m, Given.Day) with { Quote = Currency.Euro }, 422, "wrong-rate-pair", "quote");
        Check.Refuses(given, Rate(0.0000000000001m, Given.Day), 422, "invalid-rate", "rate");
        Check.Refuses(given, Rate(9.5m, new(2026, 2, 1)), 422, "date-in-the-future", "date");
    }

    [Fact]
    public void Open_pledges_are_revalued_for_reports_only()
    {
        given.Service.Accept(Rate(10, new(2017, 6, 1)));
        given.Service.Accept(Rate(8, new(2017, 12, 1)));
        var pledge = given.PledgedInCrowns(1_000, certified: 600, rate: 10);
        given.Service.Accept(given.ReceiveCrowns(pledge, 200, 12));
        given.Pledged(500);
        var before = given.Service.Journal.Count;

        var june = Revalued(new(2017, 11, 30));
        var december = Revalued(new(2017, 12, 31));

        Assert.Equal((Given.Euros(80), Given.Euros(80), Given.Euros(0)), (june.Booked, june.Revalued, june.Unrealised));
        Assert.Equal((Given.Euros(80), Given.Euros(100), Given.Euros(20)), (december.Booked, december.Revalued, december.Unrealised));
        Assert.Equal((Given.Crowns(800), 8m), (Assert.Single(december.Pledges).Outstanding, december.Pledges[0].Rate!.Rate));
        Assert.Equal((before, 600m), (given.Service.Journal.Count, given.Totals.Pledged));
    }

    [Fact]
    public void A_pledge_without_a_rate_is_listed_and_not_valued()
    {
        given.PledgedInCrowns(1_000, certified: 0, rate: 10);
        var line = Assert.Single(Revalued(new(2017, 12, 31)).Pledges);
        Assert.Equal((Given.Euros(100), null), (line.Booked, line.Revalued));
        var revaluation = Revalued(new(2017, 12, 31));
        Assert.Equal((Given.Euros(0), Given.Euros(100)), (revaluation.Booked, revaluation.BookedWithoutRate));
    }

    [Fact]
    public void As_a_table_every_column_of_amounts_adds_up()
    {
        given.Service.Accept(Rate(8, new(2017, 12, 1)));
        given.PledgedInCrowns(1_000, certified: 0, rate: 10);
        given.Service.Accept(Given.Announce("francs", 1, "NO") with { Amount = new(300, Currency.Of("CHF")), Rate = new(1.5m, "EUR", "CHF", Given.Day, "InforEuro") });

        Assert.Equal(
            "fund,pledge,donor,currency,outstanding,rate,rateBase,rateQuote,rateDate,rateSource,fundCurrency,booked,revalued,unrealised,bookedWithoutRate\r\n"
            + "EUTF-AFRICA,francs,NO,CHF,300.00,,,,,,EUR,,,,200.00\r\n"
            + "EUTF-AFRICA,pledge-1,NO,NOK,1000.00,8,EUR,NOK,2017-12-01,InforEuro,EUR,100.00,125.00,25.00,\r\n"
            + "EUTF-AFRICA,total,,,,,,,2017-12-31,,EUR,100.00,125.00,25.00,200.00\r\n",
            Revalued(new(2017, 12, 31)).ToTable().ToString());
    }
}
