using System.Text.Json;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>A period closes in every service while people go on recording.</summary>
[Collection(OnePlatform.Name)]
public sealed class PeriodTests(Given.Platform platform)
{
    static readonly string[] Acknowledging = ["pledges", "contracts", "disbursements", "leverage"];

    [Fact]
    public async Task Nothing_is_booked_into_a_period_after_the_entry_at_which_a_service_closed_it()
    {
        var fund = await Fund.Establish(platform, "PERIOD");
        var pledge = await fund.Pledge(1_000_000.00m);
        await fund.Certify(pledge, 1_000_000.00m, 0);
        await fund.Arrival("audit");

        // Receipts of February 2020 go on at both replicas while the year is being closed.
        var clerks = Enumerable.Range(0, 4).Select(clerk => RecordUntilRefused(fund, pledge, clerk)).ToList();
        await Until.Holds("receipts come in", async () => (await fund.Get("pledges")).Amount("totals.received") != "0.00 EUR");
        var asked = await fund.Post("audit", $"/funds/{fund.Code}/periods", "fiona", new { through = "2020-12-31", reason = "The year is over." });
        var booked = (await Task.WhenAll(clerks)).Sum();
        var period = await Closed(fund, asked.Id);

        var acknowledged = period.GetProperty("acknowledged").EnumerateArray()
            .ToDictionary(answer => answer.GetProperty("source").GetString()!, answer => answer.GetProperty("sequence").GetInt64());
        foreach (var service in Acknowledging)
        {
            var entries = (await platform.Journal(service)).Where(entry => entry.GetProperty("fund").GetString() == fund.Code).ToList();
            var answer = entries.Single(entry => entry.GetProperty("type").GetString() == $"{service}.PeriodClosed.v1");
            Assert.Equal(acknowledged[service], Sequence(answer));
            Assert.DoesNotContain(entries, entry =>
                Sequence(entry) > acknowledged[service] && string.CompareOrdinal(entry.GetProperty("bookingdate").GetString(), "2020-12-31") <= 0);
        }
        // What was answered with success is there, and nothing else.
        Assert.Equal($"{booked}.00 EUR", (await fund.Get("pledges")).Amount("totals.received"));

        var late = await platform.Post("pledges", $"/funds/{fund.Code}/pledges/{pledge}/receipts", "fiona", Receipt("late"));
        Assert.Equal((409, "period-closed"), ((int)late.Status, late.Problem));
        var open = await platform.Post("pledges", $"/funds/{fund.Code}/pledges/{pledge}/receipts?bookedOn=2021-01-01", "fiona", Receipt("late"));
        Assert.True(open.Succeeded, open.ToString());

        // The report of the closed year does not know the receipt that was booked in the next one, whatever its value date.
        await fund.Arrival("audit");
        var year = await Report(fund, "sources-and-uses?asOf=2020-12-31", open.Position!);
        Assert.Equal($"{booked}.00 EUR", Money(year.GetProperty("closing")));
        Assert.Equal($"{booked + 1}.00 EUR", Money((await Report(fund, "sources-and-uses", open.Position!)).GetProperty("closing")));
        await platform.AssertProved();
    }

    async Task<int> RecordUntilRefused(Fund fund, string pledge, int clerk)
    {
        for (var recorded = 0; ; recorded++)
        {
            var replica = platform.Replicas("pledges")[recorded % 2];
            var answer = await platform.Send(
                HttpMethod.Post, replica, $"/funds/{fund.Code}/pledges/{pledge}/receipts", "fiona", Given.Platform.Json(Receipt($"{clerk}/{recorded}")), $"period {clerk}/{recorded}");
            if (!answer.Succeeded)
            {
                Assert.Equal("period-closed", answer.Problem);
                return recorded;
            }
        }
    }

    static object Receipt(string reference) => new { amount = Fund.Euros(1), receivedOn = "2020-02-01", bankReference = $"PERIOD/{reference}" };

    async Task<JsonElement> Closed(Fund fund, string id)
    {
        JsonElement period = default;
        await Until.Holds("every service has closed the period", async () =>
        {
            period = (await platform.Get("audit", $"/funds/{fund.Code}/periods/{id}")).Json;
            return period.GetProperty("state").GetString() == "closed";
        });
        return period;
    }

    async Task<JsonElement> Report(Fund fund, string report, string position)
    {
        var path = $"/funds/{fund.Code}/reports/{report}{(report.Contains('?', StringComparison.Ordinal) ? '&' : '?')}atLeast={position}";
        var answer = await platform.Get("audit", path);
        Assert.True(answer.Succeeded, answer.ToString());
        return answer.Json;
    }

    static long Sequence(JsonElement entry) => long.Parse(entry.GetProperty("sequence").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    static string Money(JsonElement amount) => $"{amount.GetProperty("amount").GetString()} {amount.GetProperty("currency").GetString()}";
}
