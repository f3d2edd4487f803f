using System.Text.Json;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>One credit of the bank is one movement of money, whichever service books it.</summary>
[Collection(OnePlatform.Name)]
public sealed class BookedTwiceTests(Given.Platform platform)
{
    const int Credits = 8;

    [Fact]
    public async Task A_credit_that_two_services_book_in_one_moment_is_an_exception_until_one_of_both_is_reversed()
    {
        var fund = await Fund.Establish(platform, "TWICE");
        var (pledge, contract) = await fund.Stage(certified: 1000.00m, cash: 500.00m, contracted: 800.00m);
        await fund.Pay(contract, 400.00m);
        var order = (await fund.Post(
            "disbursements", $"/funds/TWICE/contracts/{contract}/recoveries", "fiona",
            new { amount = Fund.Euros(400.00m), establishedOn = "2020-08-02", dueOn = "2020-10-02", reason = "Ineligible." })).Id;
        var (receipts, recoveries) = ($"/funds/TWICE/pledges/{pledge}/receipts", $"/funds/TWICE/recoveries/{order}/receipts");

        // Each service refuses what it has heard the other book.
        await fund.Post("disbursements", recoveries, "fiona", Recovery("HEARD-1"));
        await fund.Arrival("pledges");
        var heard = await platform.Post("pledges", receipts, "fiona", Receipt("heard-1"));
        Assert.Equal(("bank-reference-already-booked", "bankReference"), (heard.Problem, heard.Field));
        await fund.Post("pledges", receipts, "fiona", Receipt("HEARD-2"));
        await fund.Arrival("disbursements");
        Assert.Equal("bank-reference-already-booked", (await platform.Post("disbursements", recoveries, "fiona", Recovery("heard-2"))).Problem);

        // In one moment neither has; whichever came too late for that was refused.
        var both = await Task.WhenAll(Enumerable.Range(1, Credits).Select(async number => (
            Reference: $"BACK-{number}",
            Answers: await Task.WhenAll(
                platform.Post("pledges", receipts, "fiona", Receipt($"BACK-{number}")),
                platform.Post("disbursements", recoveries, "fiona", Recovery($"BACK-{number}"))))));
        Assert.All(both, credit => Assert.Contains(credit.Answers, answer => answer.Succeeded));
        Assert.All(both.SelectMany(credit => credit.Answers).Where(answer => !answer.Succeeded), answer => Assert.Equal("bank-reference-already-booked", answer.Problem));
        var twice = both.Where(credit => credit.Answers.All(answer => answer.Succeeded)).ToList();
        Assert.NotEmpty(twice);
        await Listed(2 * twice.Count);

        await platform.Post("audit", "/funds/TWICE/reconciliations", "aude", null);
        Assert.Equal(twice.Select(credit => $"credit {credit.Reference}"), (await Open()).Select(exception => exception.GetProperty("subject").GetString()!));
        Assert.All(await Open(), exception => Assert.Equal("10.00", exception.GetProperty("difference").GetProperty("amount").GetString()));

        foreach (var credit in twice)
            await fund.Post("pledges", $"{receipts}/{credit.Answers[0].Id}/reversal", "fiona", new { reversedOn = "2020-09-02", reason = "It is a recovery." });
        await Listed(0);
        await platform.Post("audit", "/funds/TWICE/reconciliations", "aude", null);

        Assert.Empty(await Open());
        await platform.AssertProved();
    }

    static object Receipt(string reference) => new { amount = Fund.Euros(10.00m), receivedOn = "2020-09-01", bankReference = reference };

    static object Recovery(string reference) => new { amount = Fund.Euros(10.00m), cashedOn = "2020-09-01", bankReference = reference };

    Task Listed(int bookings) => Until.Holds($"{bookings} bookings count an entry of the bank twice", async () =>
        (await platform.Get("disbursements", "/funds/TWICE/bank-bookings?twice=true")).Json.GetProperty("items").GetArrayLength() == bookings);

    async Task<IReadOnlyList<JsonElement>> Open() =>
        [.. (await platform.Get("audit", "/funds/TWICE/exceptions?state=open&limit=200")).Json.GetProperty("items").EnumerateArray()
            .Where(exception => exception.GetProperty("kind").GetString() == "bank-entry-booked-twice")
            .OrderBy(exception => exception.GetProperty("subject").GetString(), StringComparer.Ordinal)];
}
