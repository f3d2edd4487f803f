using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>Pledges' own reports, of now out of its rows and of any other day or moment out of its journal.</summary>
[Collection(OnePlatform.Name)]
public sealed class StatementTests(Given.Platform platform)
{
    static readonly string[] Members = ["kind", "pledged", "certified", "received", "unallocated", "outstanding", "exchangeDifference", "ageing", "pledges", "instalments"];

    [Fact]
    public async Task A_statement_is_of_a_day_and_of_what_was_known()
    {
        var fund = await Fund.Establish(platform, "STATEMENT");
        var pledge = await fund.Pledge(1000.00m);
        var certificate = await fund.Certify(pledge, 900.00m, earmarked: 400.00m);
        await fund.Receive(pledge, 300.00m);
        var first = await Statement(fund);
        Assert.Equal(("300.00 EUR", "700.00 EUR", "100.00 EUR", "600.00 EUR"), (
            first.Amount("received"), first.Amount("outstanding"), first.Amount("ageing.0.notCertified"), first.Amount("ageing.0.overdue")));

        await fund.Post("pledges", $"/funds/{fund.Code}/pledges/{pledge}/certificates/{certificate.Id}/calls", "fiona", new { dueOn = "2020-01-20", calledOn = "2020-01-21" });
        await fund.Post("pledges", $"/funds/{fund.Code}/pledges/{pledge}/receipts?bookedOn=2020-03-15", "fiona",
            new { amount = Fund.Euros(200.00m), receivedOn = "2020-02-02", bankReference = "STATEMENT/LATE" });
        await fund.Reduce(pledge, 150.00m, null);
        await Until.Holds("Contracts has released it", async () => (await Statement(fund)).Amount("certified") == "750.00 EUR");

        Assert.Equal("300.00 EUR", (await Statement(fund, "asOf=2020-03-14")).Amount("received"));
        Assert.Equal("500.00 EUR", (await Statement(fund, "asOf=2020-03-15")).Amount("received"));
        Assert.Equal(("900.00 EUR", "750.00 EUR"), ((await Statement(fund, "asOf=2020-05-31")).Amount("certified"), (await Statement(fund, "asOf=2020-06-01")).Amount("certified")));

        // What was answered before is what is answered about then.
        var header = first.Json.GetProperty("header");
        var then = await Statement(fund, $"knownOn={header.GetProperty("knownOn").GetDateTimeOffset().UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fffffff}Z");
        AreSame(first, then);
        Assert.Equal(header.GetProperty("positions").GetRawText(), then.Json.GetProperty("header").GetProperty("positions").GetRawText());
        Assert.False(then.Json.GetProperty("header").GetProperty("provisional").GetBoolean());

        // And today's rows are what the journal comes to.
        AreSame(await Statement(fund), await Statement(fund, $"asOf={first.Json.GetProperty("asOf").GetString()}"));
    }

    [Fact]
    public async Task Open_pledges_are_revalued_at_the_rates_of_a_day()
    {
        var fund = await Fund.Establish(platform, "REVALUED");
        foreach (var (month, rate) in new[] { ("2020-01-01", 300m), ("2020-02-01", 400m) })
            await fund.Post("pledges", "/fx-rates", "fiona", new { @base = "EUR", quote = "HUF", rate, date = month, source = "InforEuro" });
        await fund.Post("pledges", $"/funds/{fund.Code}/pledges", "fiona",
            new { donor = fund.Donor, amount = new { amount = "120000.00", currency = "HUF" }, announcedOn = "2020-01-10" });

        Assert.Equal("300.00 EUR", await Revalued("", "revalued"));
        Assert.Equal(("400.00 EUR", "300.00 EUR"), (await Revalued("asOf=2020-02-15", "booked"), await Revalued("asOf=2020-02-15", "revalued")));
        Assert.Equal("400.00 EUR", await Revalued("asOf=2020-02-15&ratesOf=2020-01-31", "revalued"));
        Assert.Equal("0.00 EUR", await Revalued("asOf=2020-01-09", "booked"));
        // A rate that is recorded some days ahead is no rate of any day yet.
        await fund.Post("pledges", "/fx-rates", "fiona",
            new { @base = "EUR", quote = "HUF", rate = 500m, date = $"{TimeProvider.System.GetUtcNow().AddDays(3):yyyy-MM-dd}", source = "InforEuro" });
        Assert.Equal("300.00 EUR", await Revalued("ratesOf=2999-12-31", "revalued"));
        Assert.Equal("300.00 EUR", await Revalued("asOf=2100-12-31", "revalued"));
        var table = await platform.Get("pledges", $"/funds/{fund.Code}/revaluation?format=csv&asOf=2020-02-15");
        Assert.Equal(("text/csv", true), (table.MediaType, table.Text.Contains("HUF,120000.00,400,EUR,HUF,2020-02-01,InforEuro,EUR,400.00,300.00,-100.00,\r\n", StringComparison.Ordinal)));

        async Task<string> Revalued(string query, string figure) => (await platform.Get("pledges", $"/funds/{fund.Code}/revaluation?{query}")).Amount(figure);
    }

    [Theory]
    [InlineData("asOf=31/12/2018", "asOf")]
    [InlineData("knownOn=noon", "knownOn")]
    [InlineData("knownOn=2999-01-01T00:00:00Z", "knownOn")]
    [InlineData("format=xlsx", "format")]
    public async Task A_report_that_cannot_be_is_refused_at_every_service(string query, string field)
    {
        foreach (var (service, path) in new[] { ("pledges", "donors/NOBODY/statement"), ("pledges", "revaluation"), ("leverage", "leverage"), ("audit", "reports/donors") })
        {
            var answer = await platform.Get(service, $"/funds/NOWHERE/{path}?{query}");
            Assert.Equal((400, "invalid-request", field), ((int)answer.Status, answer.Problem, answer.Field));
            Assert.Equal((404, "not-found"), await platform.Get(service, $"/funds/NOWHERE/{path}") is var missing ? ((int)missing.Status, missing.Problem) : default);
        }
    }

    static void AreSame(Answer expected, Answer actual) => Assert.All(
        Members, member => Assert.Equal(expected.Json.GetProperty(member).GetRawText(), actual.Json.GetProperty(member).GetRawText()));

    static Task<Answer> Statement(Fund fund, string query = "") => fund.Get("pledges", $"donors/{fund.Donor}/statement?{query}");
}
