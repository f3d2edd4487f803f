using System.Net;
using TrustFund.Platform.Tests.Given;

namespace TrustFund.Platform.Tests;

/// <summary>64 clients at once, spread over two replicas, want more than there is.</summary>
[Collection(OnePlatform.Name)]
public sealed class RaceTests(Given.Platform platform)
{
    const int Clients = 64;
    const int Affordable = 7;

    static readonly object Euro = Fund.Euros(1.00m);

    [Fact]
    public async Task No_more_actions_are_approved_than_the_window_has_available()
    {
        var fund = await Fund.Establish(platform, "RACE-WINDOW");
        await fund.Certify(await fund.Pledge(100.00m), 100.00m, earmarked: 100.00m);
        await fund.Approve(100.00m - Affordable);

        var body = new { title = "The last euro", window = Fund.Window, amount = Euro, approvedOn = "2020-02-10" };
        var answers = await Race("contracts", _ => $"/funds/{fund.Code}/actions", body);
        AssertAffordable(answers, "insufficient-availability");
        Assert.Equal("0.00 EUR", (await fund.Get("contracts", "availability")).Amount("windows.0.available"));
        await platform.AssertProved();
    }

    [Fact]
    public async Task No_more_payments_are_authorised_than_the_fund_has_cash()
    {
        var fund = await Fund.Establish(platform, "RACE-CASH");
        var (_, contract) = await fund.Stage(certified: 1000.00m, cash: Affordable, contracted: 1000.00m);
        var payments = new List<string>();
        for (var payment = 0; payment < Clients; payment++)
            payments.Add(await fund.Request(contract, 1.00m));
        await Task.WhenAll(payments.Select(fund.Verify));

        var answers = await Race("disbursements", client => $"/funds/{fund.Code}/disbursements/{payments[client]}/authorisation", null);
        AssertAffordable(answers, "insufficient-cash");
        var cash = await fund.Get("disbursements", "cash");
        Assert.Equal(($"{Affordable}.00 EUR", "0.00 EUR"), (cash.Amount("reserved"), cash.Amount("available")));
        await platform.AssertProved();
    }

    [Theory]
    [InlineData("pledges")]
    [InlineData("contracts")]
    [InlineData("disbursements")]
    public async Task The_same_command_at_two_replicas_has_one_effect_and_one_answer(string service)
    {
        var fund = await Fund.Establish(platform, $"TWICE-{service.ToUpperInvariant()}");
        var (pledge, contract) = await fund.Stage(certified: 1000.00m, cash: 1000.00m, contracted: 500.00m);
        const int Commands = 16;
        var head = (await platform.Journal(service)).Count;

        for (var command = 0; command < Commands; command++)
        {
            var (path, person, body) = service switch
            {
                "pledges" => ($"/funds/{fund.Code}/pledges/{pledge}/receipts", "fiona", (object)new { amount = Euro, receivedOn = "2020-02-01", bankReference = $"TWICE-{command}" }),
                "contracts" => ($"/funds/{fund.Code}/actions", "arthur", new { title = "Twice", window = Fund.Window, amount = Euro, approvedOn = "2020-02-10" }),
                _ => ($"/funds/{fund.Code}/contracts/{contract}/payment-requests", "fiona", new { kind = "final", amount = Euro, invoice = "TWICE", requestedOn = "2020-03-05" }),
            };
            var key = Guid.NewGuid().ToString();
            var answers = await Task.WhenAll(platform.Replicas(service).Select(replica =>
                platform.Send(HttpMethod.Post, replica, path, person, Given.Platform.Json(body), key)));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.Status));
            Assert.Equal((answers[0].Text, answers[0].Position), (answers[1].Text, answers[1].Position));
            Assert.Single(answers, answer => answer.Replayed);
        }

        Assert.Equal(head + Commands, (await platform.Journal(service)).Count);
    }

    async Task<Answer[]> Race(string service, Func<int, string> path, object? body)
    {
        var replicas = platform.Replicas(service);
        return await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => platform.Send(
            HttpMethod.Post, replicas[client % 2], path(client), "arthur", Given.Platform.Json(body), Guid.NewGuid().ToString()))));
    }

    static void AssertAffordable(Answer[] answers, string refusal)
    {
        Assert.Equal(Affordable, answers.Count(answer => answer.Succeeded));
        Assert.All(answers.Where(answer => !answer.Succeeded), answer =>
            Assert.Equal((HttpStatusCode.UnprocessableEntity, refusal, "amount"), (answer.Status, answer.Problem, answer.Field)));
    }
}
